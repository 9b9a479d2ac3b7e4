"""Lower what `x-table` says of keys, indexes and foreign keys."""

from collections.abc import Iterator, Mapping
from typing import cast

from seedc.dialect.names import column_name, strings
from seedc.dialect.view import View
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.reference import ForeignKey
from seedc.model.shape import NullableShape, Shape
from seedc.model.table import Column, Index, IndexColumn, UniqueKey
from seedc.postgres.identifier import constraint_name

Tables = Mapping[str, View]
"""The schemas of all tables, by table name."""


def unique_keys(table: str, schema: View) -> Iterator[UniqueKey]:
    """Yield the secondary unique keys; deferrable until a reference needs them."""
    for columns in _objects(schema, "unique"):
        names = strings(columns)
        name = constraint_name(table, *names, "key")
        yield UniqueKey(name, names, deferrable=True)


def indexes(table: str, schema: View) -> Iterator[Index]:
    """Yield the secondary indexes."""
    for index in _objects(schema, "indexes"):
        given = cast("JsonObject", index)
        columns = tuple(
            _index_column(c) for c in cast("list[JsonValue]", given["columns"])
        )
        made = constraint_name(table, *(c.column for c in columns), "idx")
        yield Index(
            name=str(given.get("name", made)),
            columns=columns,
            method=str(given.get("method", "btree")),
            where=cast("str | None", given.get("where")),
        )


def declared_foreign_keys(
    table: str, schema: View, tables: Tables
) -> Iterator[ForeignKey]:
    """Yield the foreign keys that `x-table.foreignKeys` declares.

    Those to tables whose schemas have problems are left out.
    """
    for i, foreign_key in enumerate(_objects(schema, "foreignKeys")):
        given = cast("JsonObject", foreign_key)
        columns = strings(given["columns"])
        target = cast("JsonObject", given["references"])
        if target["table"] not in tables:
            continue
        yield ForeignKey(
            name=constraint_name(table, *columns, "fkey"),
            columns=columns,
            table=str(target["table"]),
            target=strings(target["columns"]),
            pointer=(*schema.node.pointer, "x-table", "foreignKeys", i),
        )


def column_foreign_keys(
    table: str, columns: tuple[Column, ...], tables: Tables
) -> Iterator[ForeignKey]:
    """Yield the foreign keys that `x-references` on columns declares.

    Those to tables whose schemas have problems are left out.
    """
    for column in columns:
        target, _, key = (_plain_reference(column.shape) or "").partition(".")
        if target not in tables:
            continue
        yield ForeignKey(
            name=constraint_name(table, column.name, "fkey"),
            columns=(column.name,),
            table=target,
            target=(_target_column(tables[target], key),),
            pointer=(*column.pointer, "x-references"),
        )


def _target_column(schema: View, key: str) -> str:
    return column_name(key, schema.properties()[key])


def _plain_reference(shape: Shape) -> str | None:
    inner = shape.shape if isinstance(shape, NullableShape) else shape
    reference = getattr(inner, "references", None)
    return reference if isinstance(reference, str) else None


def _objects(schema: View, key: str) -> list[JsonValue]:
    value = schema.table("x-table").get(key)
    return value if isinstance(value, list) else []


def _index_column(given: JsonValue) -> IndexColumn:
    if isinstance(given, dict):
        return IndexColumn(str(given["column"]), given.get("order") == "desc")
    return IndexColumn(str(given))
