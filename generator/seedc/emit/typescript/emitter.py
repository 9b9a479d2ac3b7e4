"""Make the TypeScript package of a catalog."""

from collections.abc import Iterator

from seedc.emit.renamed import renamed
from seedc.emit.typescript.brand_module import brand_files
from seedc.emit.typescript.choices import choices
from seedc.emit.typescript.data_module import data_files
from seedc.emit.typescript.data_rows import Data
from seedc.emit.typescript.module_text import all_schemas
from seedc.emit.typescript.package_file import index_files, package_file
from seedc.emit.typescript.survey import survey
from seedc.emit.typescript.symbol import BRANDS
from seedc.emit.typescript.types_module import symbols, types_files, types_modules
from seedc.emit.typescript.vocabulary import Vocabulary
from seedc.model.catalog import Catalog, Rows
from seedc.model.output_file import OutputFile
from seedc.model.project import ModuleForm, TypescriptOptions
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
    chosen = choices(catalog, options)
    catalog = renamed(catalog, options.names)
    vocabulary = survey(catalog, chosen)
    tables = _tables_with_data(catalog, vocabulary, options)
    data = Data(catalog, rows, vocabulary)
    files = [
        *_types_and_index(catalog, vocabulary, tables, options.modules),
        *(
            file
            for table in tables
            for file in data_files(data, table, options.modules)
        ),
        package_file(options.package, options.modules, has_data=bool(tables)),
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
    catalog: Catalog,
    vocabulary: Vocabulary,
    with_data: tuple[Table, ...],
    form: ModuleForm,
) -> Iterator[OutputFile]:
    source = all_schemas(catalog)
    modules = types_modules(catalog, vocabulary)
    has_values = {module.name: module.has_values for module in modules}
    has_values |= {f"{table.name}.data": True for table in with_data}
    used = frozenset(symbol for m in modules for symbol in symbols(m, vocabulary))
    if any(symbol.module == BRANDS and not symbol.external for symbol in used):
        has_values[BRANDS] = False
        yield from brand_files(source, used, vocabulary, form)
    for module in modules:
        yield from types_files(module, vocabulary, form)
    yield from index_files(source, has_values, form)
