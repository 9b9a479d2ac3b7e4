"""Lower the laws of a record to CHECK constraints."""

from collections.abc import Iterator

from seedc.dialect.pattern import is_portable
from seedc.dialect.view import View
from seedc.lower.column_type import Definitions
from seedc.model.column_type import Text, Varchar
from seedc.model.shape import (
    ConstShape,
    EnumShape,
    Named,
    NullableShape,
    Shape,
    StringShape,
)
from seedc.model.table import Check, Column
from seedc.postgres.identifier import constraint_name
from seedc.postgres.literal import quote_name, quote_scalar, quote_text


def declared_checks(table: str, schema: View) -> Iterator[Check]:
    """Yield the CHECK constraints that `x-table.checks` declares."""
    given = schema.table("x-table").get("checks")
    base = (*(schema.where("x-table") or schema.node).pointer, "x-table", "checks")
    for name, expression in (given if isinstance(given, dict) else {}).items():
        own = constraint_name(table, name)
        yield Check(own, str(expression), pointer=(*base, name))


def column_checks(
    table: str, columns: tuple[Column, ...], definitions: Definitions
) -> Iterator[Check]:
    """Yield the CHECK constraints that follow from the columns' schemas."""
    for column in columns:
        shape = _resolved(column.shape, definitions)
        name = quote_name(column.name)
        if clause := _value_clause(shape, name):
            yield _check(table, column, "check", clause)
        # What a foreign key repeats was checked where it was first written.
        if isinstance(shape, StringShape) and _is_text(column) and not shape.references:
            if clause := _length_clause(column, shape, name):
                yield _check(table, column, "length_check", clause)
            if shape.pattern and is_portable(shape.pattern):
                clause = f"{name} ~ {quote_text(shape.pattern)}"
                yield _check(table, column, "pattern_check", clause, portable=False)


def _check(
    table: str, column: Column, kind: str, clause: str, *, portable: bool = True
) -> Check:
    name = constraint_name(table, column.name, kind)
    return Check(name, clause, portable=portable, declared=False)


def _resolved(shape: Shape, definitions: Definitions) -> Shape:
    match shape:
        case NullableShape():
            return _resolved(shape.shape, definitions)
        case Named():
            return definitions[shape.name]
        case _:
            return shape


def _is_text(column: Column) -> bool:
    return isinstance(column.type, Text | Varchar)


def _value_clause(shape: Shape, name: str) -> str | None:
    match shape:
        case EnumShape():
            values = ", ".join(quote_scalar(value) for value in shape.values)
            return f"{name} IN ({values})"
        case ConstShape():
            return f"{name} = {quote_scalar(shape.value)}"
        case _:
            return None


def _length_clause(column: Column, shape: StringShape, name: str) -> str | None:
    low, high = shape.min_length or None, shape.max_length
    if isinstance(column.type, Varchar) and high is not None:
        high = None if column.type.length <= high else high
    if low is not None and high is not None:
        return f"length({name}) BETWEEN {low} AND {high}"
    if low is not None:
        return f"length({name}) >= {low}"
    return None if high is None else f"length({name}) <= {high}"
