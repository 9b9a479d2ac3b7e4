"""No integer inside JSON is larger than JavaScript reads, unless its schema says so.

The column of such an integer is JSON, which has no bounds of its own: a database keeps
`9007199254740993`, and a client that parses it has `9007199254740992` (ECMA-262,
`Number.MAX_SAFE_INTEGER`). Columns of integers are the law of `fitting_values`.
"""

from collections.abc import Iterator
from decimal import Decimal

from seedc.check.large_integers import (
    SAFE,
    has_no_high,
    has_no_low,
    is_open,
    may_be_large,
)
from seedc.check.locate import below_row, row_pointer
from seedc.check.value_parts import Definitions, Part, all_parts
from seedc.model.catalog import Catalog
from seedc.model.column_type import Json
from seedc.model.diagnostic import Diagnostic
from seedc.model.rows import Data, Sources
from seedc.model.shape import NumberShape
from seedc.model.table import Table
from seedc.text.excerpt import excerpt


def safe_integers(
    catalog: Catalog, data: Data, sources: Sources
) -> Iterator[Diagnostic]:
    """Yield the integers inside JSON that JavaScript would round."""
    definitions = {shape.name: shape for shape in catalog.definitions}
    for table in catalog.tables:
        rows = data[table.name].rows
        for at, column in enumerate(table.columns):
            if isinstance(column.type, Json):
                values = [row[at] for row in rows if row[at] is not None]
                if may_be_large(column.shape, values, definitions):
                    yield from _of_column(table, at, definitions, data, sources)


def _of_column(
    table: Table, at: int, definitions: Definitions, data: Data, sources: Sources
) -> Iterator[Diagnostic]:
    column = table.columns[at]
    for number, row in enumerate(data[table.name].rows):
        start = row_pointer(table, row, column.name)
        for part in all_parts((column.shape, row[at], start), definitions):
            if (found := _problem(part)) is not None:
                message, hint = found
                place = below_row(table, number, part[2], data, sources)
                yield Diagnostic("value-does-not-fit", message, place, help=hint)


def _problem(part: Part) -> tuple[str, str] | None:
    """Return what is wrong with a value and how it may be so large, or None."""
    shape, value, _ = part
    if not isinstance(shape, NumberShape) or not isinstance(value, int | Decimal):
        return None
    too_low = has_no_low(shape) and value < SAFE.minimum
    too_high = has_no_high(shape) and value > SAFE.maximum
    if not is_open(shape) or not (too_low or too_high):
        return None
    bound = "minimum" if too_low else "maximum"
    limits = f"{SAFE.minimum} to {SAFE.maximum}"
    message = f"{excerpt(value)} does not fit an integer in JSON ({limits})"
    return message, (
        "JavaScript rounds beyond that; if it may be so large, say so in its schema:"
        f' `"{bound}": {excerpt(value)}`'
    )
