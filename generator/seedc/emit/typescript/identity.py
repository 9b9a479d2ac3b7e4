"""Find the types of primary keys: what makes the ids of two tables differ."""

from collections.abc import Container, Mapping
from dataclasses import replace

from seedc.emit.typescript.column_shape import bare_shape, key_column, own_target
from seedc.emit.typescript.naming import free_name, id_name
from seedc.emit.typescript.vocabulary import Identity, Symbol
from seedc.model.catalog import Catalog
from seedc.model.record import public_tables
from seedc.model.shape import EnumShape, Named, NumberShape, StringShape
from seedc.model.table import Column, Table


def find_identities(
    catalog: Catalog, modules: Mapping[str, str], shared: str, taken: Container[str]
) -> dict[str, Identity]:
    """Return the types of the public primary keys, by target.

    Args:
        catalog: The catalog.
        modules: Modules of its public tables.
        shared: Module of the shared definitions.
        taken: Names that types of the catalog have already.
    """
    every: dict[str, Identity] = {}
    for table in public_tables(catalog):
        column = key_column(table)
        if column is not None and column.key is not None:
            name = free_name(id_name(table.class_name, column.key), taken, "Type")
            symbol = Symbol(name, modules[table.name])
            identity = _identity(catalog, table, column, symbol, shared)
            every |= {identity.target: identity} if identity else {}
    return {target: _grounded(identity, every) for target, identity in every.items()}


def _identity(
    catalog: Catalog, table: Table, column: Column, symbol: Symbol, shared: str
) -> Identity | None:
    shape = bare_shape(catalog, table, column)
    target = own_target(table, column)
    match shape:
        case StringShape() | NumberShape():
            return Identity(target, symbol, shape)
        case EnumShape(name=name):
            return Identity(target, Symbol(name, symbol.module), shape)
        case Named(name=name):
            return Identity(target, Symbol(name, shared), shape)
        case _:
            return None


def _grounded(identity: Identity, every: Mapping[str, Identity]) -> Identity:
    """Let an id repeat another table's, unless that leads nowhere or back to it."""
    match identity.shape:
        case StringShape() | NumberShape() as shape if not _repeats(identity, every):
            return replace(identity, shape=replace(shape, references=None))
        case _:
            return identity


def _repeats(identity: Identity, every: Mapping[str, Identity]) -> bool:
    seen: set[str] = set()
    following = _following(identity, every)
    while following is not None and following.target not in seen:
        seen.add(following.target)
        following = _following(following, every)
    return bool(seen) and identity.target not in seen


def _following(identity: Identity, every: Mapping[str, Identity]) -> Identity | None:
    match identity.shape:
        case StringShape(references=str(target)) | NumberShape(references=str(target)):
            return every.get(target)
        case _:
            return None
