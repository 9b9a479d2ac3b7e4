"""Write values as SQLite reads them where its words differ from those of Postgres."""

import re
from collections.abc import Sequence

from seedc.emit.sql.lines import Dialect
from seedc.emit.sql.literals import Literals, Quote, literals
from seedc.model.column_type import ColumnType, Time, Timestamp, Uuid
from seedc.model.json_value import JsonValue

_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


def quote_sqlite(value: str) -> str:
    """Return text as a literal that stays on its line, as SQLite's `.dump` does."""
    quoted = value.replace("'", "''")
    wrapped, text = [], quoted
    for char in sorted(set(_CONTROL.findall(quoted))):
        token = f"\\u{ord(char):04x}"
        while token in quoted:
            token += "~"
        text = text.replace(char, token)
        wrapped.append((token, ord(char)))
    literal = f"'{text}'"
    for token, code in wrapped:
        literal = f"replace({literal}, '{token}', char({code}))"
    return literal


def sqlite_literals(
    kind: ColumnType, values: Sequence[JsonValue], quote: Quote
) -> Literals:
    """Return a column's values as literals, in the forms that SQLAlchemy reads back.

    It keeps a UUID as 32 digits and times with six digits of a second.
    """
    match kind:
        case Uuid():
            bare = [None if v is None else str(v).replace("-", "") for v in values]
            return literals(kind, bare, quote)
        case Time() | Timestamp():
            padded = [None if v is None else _padded(str(v)) for v in values]
            return literals(Time(), padded, quote)
        case _:
            return literals(kind, values, quote)


SQLITE = Dialect(quote_sqlite, sqlite_literals)


def _padded(moment: str) -> str:
    return moment if "." in moment else f"{moment}.000000"
