"""Print columns as `mapped_column`."""

import re
from collections.abc import Iterator

from seedc.emit.python.code import WIDTH, Code, call, prefixed, quoted, render
from seedc.emit.python.column_type import python_type, sql_type
from seedc.emit.python.json_types import constant_type, json_type
from seedc.emit.python.keys import has_plain_primary_key, key_options
from seedc.emit.python.scope import Scope
from seedc.emit.python.shapes import without_null
from seedc.model.column_type import BigInt, Integer, Json, SmallInt
from seedc.model.shape import ConstShape, EnumShape, Named
from seedc.model.table import Column, Table

_INDENT = 4


def print_column(column: Column, table: Table, scope: Scope) -> str:
    """Return the attribute of a model's class that is this column."""
    mapped = scope.symbols["Mapped"]
    start = f"{column.attribute}: {mapped}[{_annotation(column, scope)}] = "
    definition = call(scope.symbols["mapped_column"], *_arguments(column, table, scope))
    if _INDENT + len(start + definition.start) > WIDTH:
        inner = render(definition, 2 * _INDENT)
        return f"{start}(\n{' ' * 2 * _INDENT}{inner}\n{' ' * _INDENT})"
    return render(prefixed(start, definition), _INDENT)


def _arguments(column: Column, table: Table, scope: Scope) -> Iterator[Code]:
    if column.name != column.attribute:
        yield quoted(column.name)
    yield sql_type(column.type, scope)
    for key in table.foreign_keys:
        if key.columns == (column.name,):
            target = quoted(f"{key.table}.{key.target[0]}")
            yield call(scope.sa("ForeignKey"), target, *key_options(key, table, scope))
    yield from _options(column, table, scope)


def _options(column: Column, table: Table, scope: Scope) -> Iterator[Code]:
    in_key = column.name in table.primary_key
    if in_key and has_plain_primary_key(table):
        yield "primary_key=True"
    if in_key and isinstance(column.type, SmallInt | Integer | BigInt):
        yield "autoincrement=False"
    if column.default is not None:
        yield prefixed("server_default=", _default(column.default, scope))
    if column.description:
        yield f"comment={quoted(column.description)}"


def _default(default: str, scope: Scope) -> Code:
    if re.fullmatch(r"(?i)now\(\)|current_timestamp", default.strip()):
        # The one default that SQLite spells differently.
        return call(scope.sa("func.now"))
    return scope.sql(default)


def _annotation(column: Column, scope: Scope) -> str:
    own = _python_type(column, scope)
    nullable = column.nullable and own != "None"
    return f"{own} | None" if nullable else own


def _python_type(column: Column, scope: Scope) -> str:
    shape = without_null(column.shape)
    match shape:
        case _ if isinstance(column.type, Json):
            return json_type(shape, scope.symbols)
        case EnumShape() | Named():
            return shape.name
        case ConstShape(value=str() | int()):
            return constant_type(shape, scope.symbols)
        case _:
            return python_type(column.type, scope)
