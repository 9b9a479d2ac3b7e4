"""Laws of the SQL expressions that checks may use."""

from decimal import Decimal

import pytest

from seedc.check.expression.compile import compile_check
from seedc.check.expression.terms import UnsupportedError
from seedc.model.column_type import Boolean, Date, Integer, Json, Numeric, Text
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


def value(expression: str, **values: JsonValue) -> JsonValue:
    """Return what a check says of a row; what is not given is NULL."""
    row = {**ROW, **values}
    return compile_check(expression, TABLE)(tuple(row.values()))


def refusal(expression: str) -> str:
    """Return why an expression is refused."""
    with pytest.raises(UnsupportedError) as raised:
        compile_check(expression, TABLE)
    return str(raised.value)


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
    ("n * n = 100000000000000000000000000000000000000000", {"n": 10**20}, False),
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
    ("n IN (1, NULL)", {"n": 1}, True),
    ("n IN (1, NULL)", {"n": 3}, None),
    ("n NOT IN (1, NULL)", {"n": 3}, None),
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


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("n >", "the expression is no SQL that seedc can read"),
        ("n == 1", "`==` is not SQL; write `=`"),
        ("n = 1;", "an expression ends without a comment or a semicolon"),
        ("n = 1 -- one", "an expression ends without a comment or a semicolon"),
        ("n / 2 = 1", "`div` is not allowed in a check"),
        ("UPPER(t) = 'A'", "`upper` is not allowed in a check"),
        ("dayy = 1", "the table has no column `dayy`; did you mean `day`?"),
        ("z = 1", "the table has no column `z`"),
        ("hits = 1", "the table has no column `hits`"),
        ("tt = 'x'", "the table has no column `tt`"),
        ("items.n = 1", "`items.n` says more than a check may"),
        ("n", "a check takes a boolean, not a number"),
        ("n AND p", "AND takes a boolean, not a number"),
        ("NOT n", "NOT takes a boolean, not a number"),
        ("n = 'a'", "a comparison takes values of one type, not number and text"),
        (
            "t < 'a'",
            "text has no order that is the same in every database; use = or <>",
        ),
        ("j = j", "JSON columns cannot be compared, only tested with IS NULL"),
        ("t + 1 = 2", "ADD takes a number, not a text"),
        ("LENGTH(n) = 2", "LENGTH takes a text, not a number"),
        ("n LIKE 'a'", "LIKE takes a text, not a number"),
        ("LEAST(t, 'a') = 'a'", "LEAST takes a number, not a text"),
        (
            "COALESCE(n, t) = 1",
            "COALESCE takes values of one type, not number and text",
        ),
        (
            "CASE WHEN p THEN n ELSE t END = 1",
            "CASE takes values of one type, not number and text",
        ),
        ("CASE WHEN n THEN p END", "WHEN takes a boolean, not a number"),
        ("n IN (SELECT 1)", "`n IN (SELECT 1)` says more than a check may"),
        ("n = " + "1" * 1001, "a number has at most 1000 digits here"),
        ("n < 1 = p", "brackets must say what belongs together in `n < 1 = p`"),
    ],
)
def test_refused(expression: str, message: str) -> None:
    """What is outside the closed list is refused, and the message says what is."""
    assert message == refusal(expression)
