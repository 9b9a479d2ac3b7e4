"""Say how primary and foreign keys are printed."""

from seedc.emit.python.code import quoted
from seedc.emit.python.scope import Scope
from seedc.model.reference import ForeignKey
from seedc.model.table import Table
from seedc.postgres.identifier import constraint_name

DEFERRABLE = ("deferrable=True", 'initially="IMMEDIATE"')
"""Options of a key that is checked at once unless a transaction says otherwise."""

_CASCADE = ('onupdate="CASCADE"', 'ondelete="CASCADE"')


def key_options(key: ForeignKey, table: Table, scope: Scope) -> tuple[str, ...]:
    """Return the options of a foreign key of a table."""
    return (
        f"name={quoted(key.name)}",
        *(_CASCADE if key.on_delete == "cascade" else ()),
        *DEFERRABLE,
        *(["use_alter=True"] if is_added_later(key, table, scope) else []),
    )


def is_added_later(key: ForeignKey, table: Table, scope: Scope) -> bool:
    """Say whether the key points to a table that is made after its own."""
    return key.name in scope.catalog.cycles and key.table != table.name


def has_plain_primary_key(table: Table) -> bool:
    """Say whether marks on the columns make the primary key as it is.

    They give it the columns' order, and the naming convention the usual name.
    """
    in_order = tuple(c.name for c in table.columns if c.name in table.primary_key)
    usual = primary_key_name(table) == f"{table.name}_pkey"
    return usual and in_order == table.primary_key


def primary_key_name(table: Table) -> str:
    """Return the name of the primary key's constraint."""
    return constraint_name(table.name, "pkey")
