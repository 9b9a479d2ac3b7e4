"""The columns whose values a column of another type would silently change.

Postgres rounds `1.10` to the scale of a column, and drops the time where it takes a
date. Too large a number, or too long a text, it refuses by itself.
"""

from collections.abc import Iterator, Sequence

from seedc.model import column_type as kinds
from seedc.postgres.literal import quote_text
from seedc.script.prepare import array
from seedc.script.words import Words, staged_columns


def exact_columns(tables: Sequence[Words]) -> Iterator[str]:
    """Yield the columns, each as a row of literals with the types that it may have."""
    for words in tables:
        live = f"{quote_text(words.full)}::regclass"
        for column in staged_columns(words.table):
            if types := _exact_types(column.type):
                name = quote_text(column.name)
                yield f"{live}, {words.name}, {name}, {array(types)}"


def _exact_types(kind: kinds.ColumnType) -> tuple[str, ...]:
    """Return the types that hold all values of a type; none: those that do not fail."""
    match kind:
        case kinds.Numeric(None, None):
            return ("numeric",)
        case kinds.Numeric(precision, scale):
            return (f"numeric({precision},{scale or 0})", "numeric")
        case kinds.Double():
            return ("double precision", "numeric")
        case kinds.Timestamp(zoned):
            names = ("timestamp with time zone", "timestamp without time zone")
            return names if zoned else names[::-1]
        case kinds.Time():
            return ("time without time zone", "time with time zone")
        case _:
            return ()
