"""SQLite, which keeps numbers as IEEE 754 doubles, holds every decimal exactly.

A warning: the local database may differ from Postgres in the last digits.
"""

from collections.abc import Iterator
from decimal import Context, Decimal, Inexact

from seedc.check.locate import row_place
from seedc.model.catalog import Catalog
from seedc.model.column_type import Numeric
from seedc.model.diagnostic import Diagnostic, Severity
from seedc.model.json_value import JsonValue
from seedc.model.rows import Data, Sources
from seedc.model.table import Table
from seedc.text.excerpt import excerpt

_SAFE_DIGITS = Context(prec=15, traps=[])
"""Any decimal of 15 digits survives a double (DBL_DIG of IEEE 754 binary64)."""


def exact_in_sqlite(
    catalog: Catalog, data: Data, sources: Sources
) -> Iterator[Diagnostic]:
    """Yield a warning for each column that has values SQLite cannot hold."""
    for table in catalog.tables:
        for at, column in enumerate(table.columns):
            if isinstance(column.type, Numeric):
                yield from _column(table, at, data, sources)


def _column(
    table: Table, at: int, data: Data, sources: Sources
) -> Iterator[Diagnostic]:
    values = [row[at] for row in data[table.name].rows]
    if not _may_be_inexact(values):
        return
    lost = [i for i, value in enumerate(values) if not _is_exact(value)]
    if lost:
        more = f" (and {len(lost) - 1} more in this column)" if lost[1:] else ""
        name = table.columns[at].name
        yield Diagnostic(
            "inexact-in-sqlite",
            f"SQLite cannot hold {excerpt(values[lost[0]])} exactly{more}",
            row_place(table, lost[0], name, data, sources),
            severity=Severity.WARNING,
        )


def _may_be_inexact(values: list[JsonValue]) -> bool:
    _SAFE_DIGITS.clear_flags()
    for value in values:
        if isinstance(value, Decimal):
            _SAFE_DIGITS.plus(value)
    whole = [v for v in values if isinstance(v, int)]
    large = bool(whole) and (max(whole) >= 2**53 or min(whole) <= -(2**53))
    return large or bool(_SAFE_DIGITS.flags[Inexact])


def _is_exact(value: JsonValue) -> bool:
    if not isinstance(value, Decimal | int):
        return True
    try:
        return Decimal(repr(float(value))) == value
    except OverflowError:
        return False
