"""Plan and print the modules of types: one a table, one for what tables share."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.emit.typescript.declaration import declarations, id_declaration
from seedc.emit.typescript.module_text import all_schemas, module_files
from seedc.emit.typescript.shape_walk import walk
from seedc.emit.typescript.symbol import SHARED, Symbol
from seedc.emit.typescript.vocabulary import Identity, Vocabulary
from seedc.model.catalog import Catalog
from seedc.model.output_file import OutputFile
from seedc.model.project import ModuleForm
from seedc.model.shape import EnumShape, Shape


@final
@dataclass(frozen=True, slots=True)
class TypesModule:
    """A module of types.

    Attributes:
        name: Its name, without an extension.
        source: What it is generated from.
        shapes: The shapes it declares, with all that they name inside.
        identity: The primary key's type that it declares, or None.
    """

    name: str
    source: str
    shapes: tuple[Shape, ...]
    identity: Identity | None = None

    @property
    def has_values(self) -> bool:
        """Whether something of it is left once types are erased."""
        parts = (part for shape in self.shapes for part in walk(shape))
        return any(isinstance(part, EnumShape) for part in parts)


def types_modules(catalog: Catalog, vocabulary: Vocabulary) -> tuple[TypesModule, ...]:
    """Plan every module of types, but for the brands."""
    identities = {
        identity.symbol.module: identity
        for identity in vocabulary.identities.values()
        if identity.declared
    }
    tables = tuple(
        TypesModule(
            table.name, table.schema_path, (record,), identities.get(table.name)
        )
        for table in catalog.tables
        if (record := vocabulary.records.get(table.name)) is not None
    )
    shared = tuple(vocabulary.declared.values())
    module = TypesModule(SHARED, all_schemas(catalog), shared)
    return (module, *tables) if shared else tables


def symbols(module: TypesModule, vocabulary: Vocabulary) -> Iterator[Symbol]:
    """Yield the types of other modules that a module uses."""
    for part in _parts(module):
        symbol = vocabulary.symbol(part)
        if symbol is not None and (symbol.external or symbol.module != module.name):
            yield symbol
    if module.identity is not None and module.identity.branded:
        yield vocabulary.helpers["brand"]


def types_files(
    module: TypesModule, vocabulary: Vocabulary, form: ModuleForm
) -> tuple[OutputFile, ...]:
    """Print a module of types."""
    identity = module.identity
    ids = [] if identity is None else [id_declaration(identity, vocabulary)]
    blocks = [*ids, *declarations(module.shapes, vocabulary)]
    imports = symbols(module, vocabulary)
    return module_files(module.name, module.source, imports, blocks, form)


def _parts(module: TypesModule) -> Iterator[Shape]:
    for shape in module.shapes:
        yield from walk(shape)
    if module.identity is not None:
        yield module.identity.shape
