"""Write the query that gives a table's records as the cache keeps them.

    SELECT t.id AS key,
      '{' || array_to_string(ARRAY[
        '"id":' || to_json(t.id)::text,
        '"hp":' || t.hp::text
      ], ',') || '}' AS json
    FROM public.enemies AS t
    ORDER BY t.id

A member that is NULL falls out of the array, and so out of the record. All settings of
a session will do but `extra_float_digits`, which has to be at least 1.
"""

from seedc.model.catalog import Catalog
from seedc.model.column_type import (
    BigInt,
    Boolean,
    Date,
    Double,
    Integer,
    Json,
    Numeric,
    SmallInt,
    Text,
    Time,
    Timestamp,
    Uuid,
    Varchar,
)
from seedc.model.record import (
    SCALAR,
    ColumnMember,
    Member,
    RowsMember,
    members,
    ordinals,
)
from seedc.model.table import RETIRED_AT, Column, Table
from seedc.postgres.literal import full_name, quote_name, quote_text
from seedc.script.visible_json import visible_json
from seedc.text.json_text import json_text


def cache_query(catalog: Catalog, table: Table, schema: str) -> str | None:
    """Return the query for a table's records: `key` and `json`, in key order.

    None if clients may not see the table or a column of its key, or if it is a list
    of another table, whose records hold its rows.
    """
    key = [table.column(name) for name in table.primary_key]
    if table.parent or not table.public or not all(column.public for column in key):
        return None
    where = f"\nWHERE t.{RETIRED_AT} IS NULL" if table.retires else ""
    order = ", ".join(_name("t", column) for column in key)
    return (
        f"SELECT {_key(catalog, key)} AS key,\n"
        f"  {_record(catalog, table, schema, 't')} AS json\n"
        f"FROM {full_name(table.name, schema)} AS t{where}\nORDER BY {order}"
    )


def _key(catalog: Catalog, key: list[Column]) -> str:
    """Return a scalar key as it is; one of several columns as a JSON array."""
    if len(key) > 1:
        parts = ", ".join(_value(catalog, column, "t") for column in key)
        return f"'[' || concat_ws(',', {parts}) || ']'"
    return f"({_value(catalog, key[0], 't')})::json #>> '{{}}'"


def _record(catalog: Catalog, table: Table, schema: str, alias: str) -> str:
    parts = [_member(catalog, m, schema, alias) for m in members(catalog, table)]
    listed = ",\n    ".join(parts)
    return f"'{{' || array_to_string(ARRAY[\n    {listed}\n  ]::text[], ',') || '}}'"


def _member(catalog: Catalog, member: Member, schema: str, alias: str) -> str:
    """Return a member with its key, or NULL where it is absent."""
    value, nothing = _content(catalog, member, schema, alias)
    value = f"coalesce({value}, '{nothing}')" if nothing else value
    return f"{quote_text(f'{json_text(member.key)}:')} || {value}"


def _content(
    catalog: Catalog, member: Member, schema: str, alias: str
) -> tuple[str, str | None]:
    """Return the value of a member, and what it is where that is NULL, if anything."""
    match member:
        case ColumnMember(column=column):
            told = column.required and column.nullable
            return _value(catalog, column, alias), "null" if told else None
        case RowsMember():
            nothing = "[]" if member.parent.required else None
            return _rows(catalog, member, schema, alias), nothing


def _rows(catalog: Catalog, member: RowsMember, schema: str, alias: str) -> str:
    table, parent = member.table, member.parent
    inner = f"{alias}{alias[0]}"
    key = catalog.table(parent.table).primary_key
    links = " AND ".join(
        f"{inner}.{quote_name(own)} = {alias}.{quote_name(other)}"
        for own, other in zip(parent.columns, key, strict=True)
    )
    order = ", ".join(_name(inner, column) for column in ordinals(table, parent))
    if parent.scalar:
        scalar = _value(catalog, table.column(SCALAR), inner)
        item = f"coalesce({scalar}, 'null')"
    else:
        item = _record(catalog, table, schema, inner)
    return (
        f"(SELECT '[' || string_agg({item}, ',' ORDER BY {order}) || ']'"  # noqa: S608, quoted
        f"\n    FROM {full_name(table.name, schema)} AS {inner} WHERE {links})"
    )


def _value(catalog: Catalog, column: Column, alias: str) -> str:
    """Return the value of a column as the text of JSON, or NULL."""
    value = _name(alias, column)
    match column.type:
        case SmallInt() | Integer() | BigInt() | Boolean():
            return f"{value}::text"
        case Text() | Varchar() | Uuid() | Date() | Numeric() | Double():
            return f"to_json({value})::text"
        case Time():
            return f"""'"' || {value}::text || 'Z"'"""
        case Timestamp(zoned):
            utc = f"{value} AT TIME ZONE 'UTC'" if zoned else value
            return f"""rtrim(to_json({utc})::text, '"') || 'Z"'"""
        case Json():
            return visible_json(catalog, column.shape, value)


def _name(alias: str, column: Column) -> str:
    return f"{alias}.{quote_name(column.name)}"
