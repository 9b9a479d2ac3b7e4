"""Values of every column type, in the form in which rows hold them."""

import struct
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal

from hypothesis import strategies as st

from seedc.model import column_type as kinds
from seedc.model.column_type import ColumnType
from seedc.model.json_value import JsonValue

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
NASTY = [
    "", " ", "'", "''", "\\", "\\'", "'\\", "\\\\", "%", "%s", "%%", "$$", "$seedc$",
    "\n", "\r\n", "\t", "\\.", "\\q", "\n\\q\n", "\\! true", ":name", ":'name'",
    ':"name"', "::text", "'||'", "--", "/*", "*/", ";", "\n;\n", "NULL", "null",
    "E'", "U&'",
    "\\u0041", "\\u000a", "\\u000a~", "\\x41", "\\n", "\x01", "\x1f", "\x7f", "\x85",
    "\u2028", "\u2029", "\ufeff", "\u200b", "\u00a0", "\ufffe", "\U0001f409", "e\u0301",
    "\u05d0\u202e", "é", "\u2013", "{{ x }}", "{% x %}", "{# x #}", "COMMIT;",
    "\n  (NULL);\n", '"', "`", "{}", "[1]",
]  # fmt: skip


def texts(longest: int | None = None) -> st.SearchStrategy[str]:
    """Give text: any, and of what may end a literal or a line too early."""
    anything = st.text(CHARACTERS, max_size=longest or 40)
    pieces = st.sampled_from(NASTY)
    nasty = st.lists(pieces | st.text(CHARACTERS, max_size=3), max_size=8)
    joined = nasty.map("".join).map(lambda text: text[:longest])
    return anything | pieces.map(lambda text: text[:longest]) | joined


def decimals(digits: int, scale: int) -> st.SearchStrategy[Decimal]:
    """Give decimals of at most so many digits, at most so many after the point."""
    return st.builds(
        lambda sign, whole, exponent: Decimal((sign, _digits(whole), -exponent)),
        st.sampled_from([0, 1]),
        st.integers(0, 10**digits - 1),
        st.integers(0, scale),
    ).filter(lambda d: not d.is_signed() or bool(d))


def _digits(whole: int) -> tuple[int, ...]:
    return tuple(map(int, str(whole)))


def _doubles() -> st.SearchStrategy[Decimal]:
    floats = st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False)
    written = floats.filter(bool).map(repr) | st.sampled_from(["0", "0.1", "1e+3"])
    return written.map(Decimal)


def json_values() -> st.SearchStrategy[JsonValue]:
    """Give JSON: nested, with exact numbers and any text in keys and values."""
    scalars = (
        st.none()
        | st.booleans()
        | st.integers(-(10**30), 10**30)
        | decimals(40, 30)
        | texts()
    )
    return st.recursive(
        scalars,
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(texts(), inner, max_size=4)
        ),
        max_leaves=8,
    ).filter(lambda value: value is not None)


def _moments() -> st.SearchStrategy[str]:
    edges = [datetime.min, datetime.max, datetime(1, 12, 31), datetime(99, 1, 2)]  # noqa: DTZ001, DTZ901, plain UTC
    return (st.datetimes() | st.sampled_from(edges)).map(lambda m: m.isoformat(sep=" "))


def _dates() -> st.SearchStrategy[str]:
    edges = [date.min, date.max, date(1, 2, 3), date(2024, 2, 29)]
    return (st.dates() | st.sampled_from(edges)).map(date.isoformat)


def _integers(bits: int) -> st.SearchStrategy[int]:
    low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
    return st.integers(low, high) | st.sampled_from([low, high, low + 1, 0, -1])


VALUES: Mapping[ColumnType, st.SearchStrategy[JsonValue]] = {
    kinds.Text(): texts(),
    kinds.Varchar(12): texts(12),
    kinds.SmallInt(): _integers(16),
    kinds.Integer(): _integers(32),
    kinds.BigInt(-(2**63), 2**63 - 1): _integers(64),
    kinds.Numeric(): decimals(400, 300) | st.integers(-(10**200), 10**200),
    kinds.Numeric(12, 2): decimals(12, 2).filter(lambda d: abs(d) < 10**10),
    kinds.Double(): _doubles() | st.integers(-(2**53), 2**53),
    kinds.Boolean(): st.booleans(),
    kinds.Uuid(): st.uuids().map(str),
    kinds.Date(): _dates(),
    kinds.Time(): st.times().map(time.isoformat),
    kinds.Timestamp(): _moments(),
    kinds.Timestamp(zoned=False): _moments(),
    kinds.Json(): json_values(),
}
"""For each column type the values that a row may hold."""

KINDS = tuple(VALUES)


def rows(
    special: Mapping[ColumnType, st.SearchStrategy[JsonValue]] | None = None,
) -> st.SearchStrategy[list[tuple[JsonValue, ...]]]:
    """Give rows that have, behind a number, a column of every type.

    Args:
        special: Values of some types that a database cannot hold all of.
    """
    given = {**VALUES, **(special or {})}
    columns = [st.none() | given[kind] for kind in KINDS]
    return st.lists(st.tuples(*columns), min_size=1, max_size=12).map(
        lambda found: [(number, *row) for number, row in enumerate(found)]
    )


def in_python(kind: ColumnType, value: JsonValue) -> object:  # noqa: C901, PLR0911, PLR0912, one line for each type
    """Return a value as a driver reads it back, so that nothing is lost in it."""
    if value is None:
        return None
    match kind:
        case kinds.Numeric(scale=scale):
            return _exact(value, scale)
        case kinds.Double():
            return struct.pack(">d", float(str(value)))
        case kinds.Json():
            return canonical_json(value)
        case kinds.Date():
            return date.fromisoformat(str(value))
        case kinds.Time():
            return time.fromisoformat(str(value))
        case kinds.Timestamp(zoned=True):
            return datetime.fromisoformat(str(value)).replace(tzinfo=UTC)
        case kinds.Timestamp():
            return datetime.fromisoformat(str(value))
        case _:
            return value


def _exact(value: object, scale: int | None) -> tuple[str, int]:
    """Return a number's digits and its scale, by which `1.10` and `1.1` differ."""
    number = Decimal(str(value))
    places = scale if scale is not None else max(0, -int(number.as_tuple().exponent))
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits, places


def canonical_json(value: JsonValue) -> object:
    """Return JSON as text that is the same for the same value and scales."""
    match value:
        case dict():
            return {key: canonical_json(member) for key, member in value.items()}
        case list():
            return [canonical_json(item) for item in value]
        case bool() | str() | None:
            return value
        case _:
            return _exact(value, None)
