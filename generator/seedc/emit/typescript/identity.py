"""Find the types of primary keys: what makes the ids of two tables differ."""

from collections.abc import Mapping
from dataclasses import replace

from seedc.emit.typescript.choices import Choices
from seedc.emit.typescript.column_shape import bare_shape, own_target
from seedc.emit.typescript.symbol import SHARED, Symbol
from seedc.emit.typescript.vocabulary import Identity
from seedc.model.catalog import Catalog
from seedc.model.record import key_column, public_tables
from seedc.model.shape import EnumShape, Named, NumberShape, StringShape
from seedc.model.table import Column, Table
from seedc.text.typescript_names import id_name


def find_identities(catalog: Catalog, chosen: Choices) -> dict[str, Identity]:
    """Return the types of the public primary keys, by target.

    Args:
        catalog: The catalog.
        chosen: What the project chose.
    """
    every: dict[str, Identity] = {}
    for table in public_tables(catalog):
        column = key_column(table)
        if column is not None and column.key is not None:
            owner, key = table.class_name, column.key
            own = Symbol(id_name(owner, chosen.member(owner, key)), table.name)
            symbol = chosen.properties.get(f"{owner}.{key}", own)
            identity = _identity(catalog, table, column, symbol)
            every |= {identity.target: identity} if identity else {}
    return {target: _grounded(identity, every) for target, identity in every.items()}


def _identity(
    catalog: Catalog, table: Table, column: Column, symbol: Symbol
) -> Identity | None:
    shape = bare_shape(catalog, table, column)
    target = own_target(table, column)
    match shape:
        case EnumShape(name=name) if not symbol.external:
            return Identity(target, Symbol(name, symbol.module), shape)
        case Named(name=name) if not symbol.external:
            return Identity(target, Symbol(name, SHARED), shape)
        case StringShape() | NumberShape() | EnumShape() | Named():
            return Identity(target, symbol, shape)
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
