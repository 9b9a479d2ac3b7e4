"""What people do to rows, in a database and in an imagined one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.model.column_type import Json
from seedc.model.json_value import JsonValue
from seedc.model.table import Table
from seedc.postgres.literal import full_name, quote_name
from seedc.text.json_text import json_text
from tests.apply.releases import SCHEMA
from tests.apply.seeds import Values, key_of
from tests.apply.values import Key
from tests.apply.world import RETIRED, World
from tests.sql.run import Connection, connected


@final
@dataclass(frozen=True, slots=True, repr=False)
class Put:
    """The application writes a row of its own."""

    table: Table
    row: Values

    def __repr__(self) -> str:
        """Leave out all about the table but its name."""
        return f"put into {self.table.name}: {self.row}"


@final
@dataclass(frozen=True, slots=True, repr=False)
class Change:
    """Somebody changes columns of a row."""

    table: Table
    key: Key
    new: Values

    def __repr__(self) -> str:
        """Leave out all about the table but its name."""
        return f"change {self.table.name} {self.key}: {self.new}"


@final
@dataclass(frozen=True, slots=True, repr=False)
class Drop:
    """Somebody deletes a row to which no other one refers."""

    table: Table
    key: Key

    def __repr__(self) -> str:
        """Leave out all about the table but its name."""
        return f"drop {self.table.name} {self.key}"


Edit: TypeAlias = Put | Change | Drop


def imagine(world: World, edit: Edit) -> None:
    """Do to an imagined database what people do."""
    rows = world.live[edit.table.name]
    match edit:
        case Put(table, row):
            rows[key_of(table, row)] = dict(row)
        case Change(_, key, new):
            rows[key] = {**rows[key], **new}
        case Drop(_, key):
            del rows[key]


def do_all(conninfo: str, done: Sequence[Edit], schema: str = SCHEMA) -> None:
    """Do to a database what people do."""
    with connected(conninfo) as connection:
        for edit in done:
            _do(connection, schema, edit)


def _do(connection: Connection, schema: str, edit: Edit) -> None:
    sql, given = _statement(edit, full_name(edit.table.name, schema))
    assert connection.execute(sql.encode(), given).rowcount == 1


def _statement(edit: Edit, name: str) -> tuple[str, list[str | None]]:
    """Return the SQL of an edit, and its values."""
    match edit:
        case Put(table, row):
            written = {k: v for k, v in row.items() if k != RETIRED}
            columns = ", ".join(map(quote_name, written))
            marks = ", ".join(["%s"] * len(written))
            insert = f"INSERT INTO {name} ({columns}) VALUES ({marks})"  # noqa: S608, quoted
            return insert, _given(table, written)
        case Change(table, key, new):
            changes = ", ".join(f"{quote_name(k)} = %s" for k in new)
            update = f"UPDATE {name} SET {changes} WHERE {_is(table)}"  # noqa: S608, quoted
            return update, [*_given(table, new), *map(_text, key)]
        case Drop(table, key):
            delete = f"DELETE FROM {name} WHERE {_is(table)}"  # noqa: S608, quoted
            return delete, [*map(_text, key)]


def _is(table: Table) -> str:
    return " AND ".join(f"{quote_name(name)} = %s" for name in table.primary_key)


def _given(table: Table, row: Values) -> list[str | None]:
    return [
        json_text(value)
        if value is not None and table.column(name).type == Json()
        else _text(value)
        for name, value in row.items()
    ]


def _text(value: JsonValue) -> str | None:
    return None if value is None else str(value)
