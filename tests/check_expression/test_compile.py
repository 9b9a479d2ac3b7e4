"""Laws of the SQL expressions that checks may use."""

from decimal import Decimal

import pytest

from seedc.check.expression.compile import compile_check
from seedc.check.expression.terms import Cell, UncomputableError
from seedc.model.column_type import (
    Boolean,
    Date,
    Double,
    Integer,
    Json,
    Numeric,
    Text,
)
from seedc.model.json_value import JsonValue
from seedc.model.table import Owner
from tests.sql.build import column, table

TABLE = table(
    "items",
    column("n", Integer()),
    column("d", Numeric()),
    column("t", Text()),
    column("p", Boolean()),
    column("q", Boolean()),
    column("day", Date()),
    column("j", Json()),
    column("f", Double()),
    column("u", Text()),
    column("hits", Integer(), owner=Owner.LIVE),
)
ROW: dict[str, JsonValue] = dict.fromkeys(c.name for c in TABLE.columns)

LOGIC: list[tuple[bool | None, bool | None, bool | None, bool | None]] = [
    (True, True, True, True),
    (True, False, False, True),
    (True, None, None, True),
    (False, True, False, True),
    (False, False, False, False),
    (False, None, False, None),
    (None, True, None, True),
    (None, False, False, None),
    (None, None, None, None),
]


def value(expression: str, **values: JsonValue) -> Cell:
    """Return what a check says of a row; what is not given is NULL."""
    row = {**ROW, **values}
    return compile_check(expression, TABLE).test(tuple(row.values()))


@pytest.mark.parametrize(("p", "q", "both", "either"), LOGIC)
def test_and_or(
    p: bool | None,  # noqa: FBT001
    q: bool | None,  # noqa: FBT001
    both: bool | None,  # noqa: FBT001
    either: bool | None,  # noqa: FBT001
) -> None:
    """AND and OR are three-valued."""
    assert both is value("p AND q", p=p, q=q)
    assert either is value("p OR q", p=p, q=q)


@pytest.mark.parametrize(("p", "q", "both", "either"), LOGIC)
def test_de_morgan(
    p: bool | None,  # noqa: FBT001
    q: bool | None,  # noqa: FBT001
    both: bool | None,  # noqa: FBT001
    either: bool | None,  # noqa: FBT001
) -> None:
    """NOT of both is either NOT, and the other way round."""
    assert both is value("NOT (NOT p OR NOT q)", p=p, q=q)
    assert either is value("NOT (NOT p AND NOT q)", p=p, q=q)


@pytest.mark.parametrize(
    ("p", "expected"), [(True, False), (False, True), (None, None)]
)
def test_not(p: JsonValue, expected: JsonValue) -> None:
    """NOT leaves unknown unknown."""
    assert expected is value("NOT p", p=p)


@pytest.mark.parametrize(
    ("operator", "less", "same", "more"),
    [
        ("=", False, True, False),
        ("<>", True, False, True),
        ("!=", True, False, True),
        ("<", True, False, False),
        ("<=", True, True, False),
        (">", False, False, True),
        (">=", False, True, True),
    ],
)
def test_comparisons(operator: str, *, less: bool, same: bool, more: bool) -> None:
    """Each operator compares numbers and days; with NULL it is unknown."""
    found = [value(f"n {operator} 2", n=n) for n in (1, 2, 3, None)]
    assert [less, same, more, None] == found
    days = [
        value(f"day {operator} day", day="2026-01-13"),
        value(f"day {operator} day"),
    ]
    assert [same, None] == days


TRUTHS: list[tuple[str, dict[str, JsonValue], JsonValue]] = [
    ("n + 2 * 3 - 1 = 6", {"n": 1}, True),
    ("-n = 1", {"n": -1}, True),
    ("n + 1 = 1", {}, None),
    ("d + 0.2 = 0.3", {"d": Decimal("0.1")}, True),
    ("d = 1", {"d": Decimal("1.00")}, True),
    ("d * d = 10000000000000000000000000000000000000000", {"d": 10**20}, True),
    ("f + 0.2 = 0.3", {"f": Decimal("0.1")}, False),
    ("f + 0.2 = 0.30000000000000004", {"f": Decimal("0.1")}, True),
    ("f = d", {"f": Decimal("0.1"), "d": Decimal("0.10000000000000000001")}, True),
    ("n > -2147483648", {"n": 0}, True),
    ("n IS NULL", {}, True),
    ("n IS NULL", {"n": 0}, False),
    ("n IS NOT NULL", {}, False),
    ("j IS NULL", {"j": []}, False),
    ("p IS TRUE", {}, False),
    ("p IS TRUE", {"p": True}, True),
    ("p IS FALSE", {"p": False}, True),
    ("p IS NOT TRUE", {}, True),
    ("n IN (1, 2)", {"n": 2}, True),
    ("n IN (1, 2)", {"n": 3}, False),
    ("n IN (1, 2)", {}, None),
    ("n NOT IN (1, 2)", {"n": 3}, True),
    ("t IN ('a', 'b')", {"t": "b"}, True),
    ("n BETWEEN 1 AND 3", {"n": 1}, True),
    ("n BETWEEN 1 AND 3", {"n": 3}, True),
    ("n BETWEEN 1 AND 3", {"n": 4}, False),
    ("n BETWEEN 1 AND 3", {}, None),
    ("n BETWEEN NULL AND 3", {"n": 4}, False),
    ("n BETWEEN NULL AND 3", {"n": 2}, None),
    ("n NOT BETWEEN 1 AND 3", {"n": 4}, True),
    ("CASE WHEN p THEN q ELSE NOT q END", {"p": True, "q": True}, True),
    ("CASE WHEN p THEN q ELSE NOT q END", {"q": True}, False),
    ("CASE WHEN p THEN q END", {"q": True}, None),
    ("CASE n WHEN 1 THEN TRUE ELSE FALSE END", {"n": 1}, True),
    ("CASE n WHEN NULL THEN TRUE ELSE FALSE END", {}, False),
    ("COALESCE(n, 3) = 3", {}, True),
    ("COALESCE(n, d, 3) = 2", {"d": Decimal(2)}, True),
    ("COALESCE(n, d) IS NULL", {}, True),
    ("LEAST(n, 3) = 3", {}, True),
    ("LEAST(n, d) = 1", {"n": 1, "d": Decimal("1.5")}, True),
    ("GREATEST(n, d) = 1.5", {"n": 1, "d": Decimal("1.5")}, True),
    ("GREATEST(n, d) IS NULL", {}, True),
    ("LENGTH(t) = 2", {"t": "ü😀"}, True),
    ("LENGTH(t) = 2", {}, None),
    ("LOWER(t) = 'ab'", {"t": "AB"}, True),
    ("ABS(n) = 2", {"n": -2}, True),
    ("t LIKE 'a%'", {"t": "a\nb"}, True),
    ("t LIKE 'a_'", {"t": "abc"}, False),
    ("t LIKE 'a.'", {"t": "ab"}, False),
    (r"t LIKE 'a\%'", {"t": "a%"}, True),
    (r"t LIKE 'a\%'", {"t": "ab"}, False),
    ("t LIKE 'A%'", {"t": "ab"}, False),
    ("t NOT LIKE 'a%'", {"t": "b"}, True),
    ("t LIKE 'a%'", {}, None),
    ("p", {"p": True}, True),
    ("NULL", {}, None),
    ("TRUE OR n = 1", {}, True),
]


@pytest.mark.parametrize(("expression", "values", "expected"), TRUTHS)
def test_value(
    expression: str, values: dict[str, JsonValue], expected: JsonValue
) -> None:
    """Each part of the closed list says what Postgres says, NULL included."""
    assert expected is value(expression, **values)


def test_fifty_levels_are_read() -> None:
    """As deep as that, an expression works."""
    deep = "(" * 49 + "p" + ")" * 49
    assert value(deep, p=True) is True
    assert value("n < " + " + ".join("1" * 50), n=49) is True


@pytest.mark.parametrize(
    ("expression", "values", "reason"),
    [
        ("n + n > 0", {"n": 2**30}, "2147483648 is out of the range of `integer`"),
        ("-n > 0", {"n": -(2**31)}, "2147483648 is out of the range of `integer`"),
        ("abs(n) > 0", {"n": -(2**31)}, "2147483648 is out of the range of `integer`"),
        (
            "d * d > 0",
            {"d": Decimal("1e90000")},
            "1E+180000 is out of the range of `numeric`",
        ),
        (
            "f * f > 0",
            {"f": Decimal("1e200")},
            "inf is out of the range of `double precision`",
        ),
        (
            "f * f > 0",
            {"f": Decimal("1e-200")},
            "0.0 is out of the range of `double precision`",
        ),
        (
            "f > d",
            {"f": 1, "d": Decimal("1e400")},
            "1E+400 is out of the range of `double precision`",
        ),
        (
            "LOWER(t) = t",
            {"t": "É"},
            'what LOWER makes of "É" differs between databases',
        ),
        (
            "t LIKE u",
            {"t": "a", "u": "a\\"},
            r'the pattern "a\\" ends in an escape of nothing',
        ),
    ],
)
def test_no_result(expression: str, values: dict[str, JsonValue], reason: str) -> None:
    """Where Postgres has no answer, or not always the same, there is none."""
    with pytest.raises(UncomputableError) as raised:
        value(expression, **values)
    assert reason == str(raised.value)


@pytest.mark.parametrize(
    ("expression", "n", "expected"),
    [
        ("n < 0 OR n + n > 0", -(2**31), True),
        ("n > 0 AND n + n > 0", -(2**31), False),
        ("COALESCE(n, n + n) > 0", 2**31 - 1, True),
        ("CASE WHEN n < 0 THEN TRUE ELSE n + n > 0 END", -(2**31), True),
    ],
)
def test_what_decides_comes_first(expression: str, n: int, expected: object) -> None:
    """Behind it nothing is computed, in Postgres neither."""
    assert expected is value(expression, n=n)


def test_patterns_take_no_time() -> None:
    """However many `%` a pattern has, a text is gone through once."""
    assert value(f"t LIKE '{'%a' * 60}'", t="a" * 59) is False
