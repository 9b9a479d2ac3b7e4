"""Make the TypeScript package of a catalog."""

from collections.abc import Iterator

from seedc.emit.renamed import renamed
from seedc.emit.typescript.brand_module import brand_file
from seedc.emit.typescript.data_module import data_files
from seedc.emit.typescript.data_rows import Data
from seedc.emit.typescript.module_text import all_schemas
from seedc.emit.typescript.package_file import index_file, package_file
from seedc.emit.typescript.survey import survey
from seedc.emit.typescript.types_module import symbols, types_file, types_modules
from seedc.emit.typescript.vocabulary import Vocabulary
from seedc.model.catalog import Catalog, Rows
from seedc.model.output_file import OutputFile
from seedc.model.project import TypescriptOptions
from seedc.model.table import Table


def emit(
    catalog: Catalog, rows: Rows, options: TypescriptOptions
) -> tuple[OutputFile, ...]:
    """Compile a catalog to a package of TypeScript types, and data where asked.

    Args:
        catalog: The compiled catalog.
        rows: Its rows, in key order; only those of tables with data are read.
        options: Name of the package, and which tables come with their data.

    Returns:
        The files, below `typescript/`, sorted by path.
    """
    catalog = renamed(catalog, options.names)
    vocabulary = survey(catalog)
    tables = _tables_with_data(catalog, vocabulary, options)
    data = Data(catalog, rows, vocabulary)
    files = [
        *_types_and_index(catalog, vocabulary, tables),
        *(file for table in tables for file in data_files(data, table)),
        package_file(options.package, has_data=bool(tables)),
    ]
    return tuple(sorted(files, key=lambda file: file.path))


def _tables_with_data(
    catalog: Catalog, vocabulary: Vocabulary, options: TypescriptOptions
) -> tuple[Table, ...]:
    return tuple(
        table
        for table in catalog.tables
        if table.name in vocabulary.records
        and options.table_data.get(table.name, options.data) == "js"
    )


def _types_and_index(
    catalog: Catalog, vocabulary: Vocabulary, with_data: tuple[Table, ...]
) -> Iterator[OutputFile]:
    source = all_schemas(catalog)
    modules = types_modules(catalog, vocabulary)
    has_values = {module.name: module.has_values for module in modules}
    has_values |= {
        f"{vocabulary.modules[table.name]}.data": True for table in with_data
    }
    used = frozenset(symbol for m in modules for symbol in symbols(m, vocabulary))
    brands = vocabulary.helpers["brand"].module
    if any(symbol.module == brands for symbol in used):
        has_values[brands] = False
        yield brand_file(source, used, vocabulary)
    yield from (types_file(module, vocabulary) for module in modules)
    yield index_file(source, has_values)
