"""Write values as SQLite reads them where its words differ from those of Postgres."""

import re
from collections.abc import Sequence

from seedc.emit.sql.lines import Dialect
from seedc.model.column_type import ColumnType, Time, Timestamp
from seedc.model.json_value import JsonValue
from seedc.postgres.literals import Literals, Quote, literals
from seedc.sqlite.value import formed

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
    """Return a column's values as literals, in the forms that SQLAlchemy reads back."""
    # To SQLite a moment is text like any other, and has no zone.
    bare = Time() if isinstance(kind, Timestamp) else kind
    return literals(bare, formed(kind, values), quote)


SQLITE = Dialect(quote_sqlite, sqlite_literals)
