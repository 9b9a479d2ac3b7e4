"""What is outside the closed list is refused in words of SQL, at its place."""

import pytest

from seedc.check.expression.compile import compile_check
from seedc.check.expression.terms import UnsupportedError
from seedc.check.expression.words import ALLOWED
from tests.check_expression.test_compile import TABLE


def refusal(expression: str) -> UnsupportedError:
    """Return why an expression is refused."""
    with pytest.raises(UnsupportedError) as raised:
        compile_check(expression, TABLE)
    return raised.value


@pytest.mark.parametrize(
    ("expression", "message", "part"),
    [
        ("n >", "expected a value, found nothing more", ""),
        ("", "expected a value, found nothing more", ""),
        ("n == 1", "`==` is not allowed in a check", "=="),
        ("n = 1;", "`;` is not allowed in a check", ";"),
        ("n = 1 -- one", "`--` is not allowed in a check", "--"),
        ("n /* one */ = 1", "`/*` is not allowed in a check", "/*"),
        ("n / 2 = 1", "`/` is not allowed in a check", "/"),
        ("n % 2 = 1", "`%` is not allowed in a check", "%"),
        ("t || 'a' = 'b'", "`||` is not allowed in a check", "||"),
        ("n::text = 'a'", "`::` is not allowed in a check", "::"),
        ("t ~ 'a'", "`~` is not allowed in a check", "~"),
        ("t !~* 'a'", "`!~*` is not allowed in a check", "!~*"),
        ("j ->> 'a' = 'b'", "`->>` is not allowed in a check", "->>"),
        ("t ILIKE 'a'", "`ILIKE` is not allowed in a check", "ILIKE"),
        ("t SIMILAR TO 'a'", "`SIMILAR` is not allowed in a check", "SIMILAR"),
        ("UPPER(t) = 'A'", "`UPPER()` is not allowed in a check", "UPPER"),
        ("now() > day", "`now()` is not allowed in a check", "now"),
        ("random() > 0", "`random()` is not allowed in a check", "random"),
        (
            "day < current_date",
            "`current_date` is not allowed in a check",
            "current_date",
        ),
        (
            "day < date '2026-01-13'",
            "`date '2026-01-13'` is not allowed in a check",
            "date '2026-01-13'",
        ),
        ("t = E'a'", "`E'` is no text that a check may have", "E'"),
        ("t = 'a", "`'` opens what nothing closes", "'"),
        ("n IN (SELECT 1)", "`SELECT` is not allowed in a check", "SELECT"),
        ("EXISTS (SELECT 1)", "`EXISTS()` is not allowed in a check", "EXISTS"),
        ("(SELECT 1) = 1", "`SELECT` is not allowed in a check", "SELECT"),
        ("n = 1_000", "`1_000` is no number that a check may have", "1_000"),
        ("n = 0x1F", "`0x1F` is no number that a check may have", "0x1F"),
        ("dayy = 1", "the table has no column `dayy`", "dayy"),
        ("n = 1 OR z = 1", "the table has no column `z`", "z"),
        ("user = 'a'", "`user` is not allowed in a check", "user"),
        ("hits = 1", "`hits` is written by the application, not by seeds", "hits"),
        ("items.n = 1", "`.` is not allowed in a check", "."),
        ("n", "a check takes a boolean, not a number", None),
        ("n AND p", "AND takes a boolean, not a number", "n AND p"),
        ("NOT n", "NOT takes a boolean, not a number", "NOT n"),
        (
            "p OR n = 'a'",
            "a comparison takes values of one type, not number and text",
            "n = 'a'",
        ),
        (
            "day = '2026-01-13'",
            "a comparison takes values of one type, not date and text",
            "day = '2026-01-13'",
        ),
        ("t < 'a'", "text has no order that is the same in every database", "t < 'a'"),
        ("j = j", "JSON cannot be compared, only tested with IS NULL", "j = j"),
        ("t + 1 = 2", "`+` takes a number, not a text", "t + 1"),
        (
            "n + NULL = 2 AND NULL + NULL = 2",
            "`+` takes a number, and NULL alone is none",
            "NULL + NULL",
        ),
        ("n = NULL", "nothing is equal to NULL, nor different from it", "NULL"),
        ("null <> n OR p", "nothing is equal to NULL, nor different from it", "null"),
        ("n IN (1, NULL)", "nothing is equal to NULL, nor different from it", "NULL"),
        ("LENGTH(n) = 2", "LENGTH takes a text, not a number", "LENGTH(n)"),
        ("LENGTH(t, t) = 2", "LENGTH takes one value, not 2", "LENGTH(t, t)"),
        ("n LIKE 'a'", "LIKE takes a text, not a number", "n LIKE 'a'"),
        (
            "t LIKE 'a\\'",
            r'the pattern "a\\" ends in an escape of nothing',
            "t LIKE 'a\\'",
        ),
        ("LEAST(t, 'a') = 'a'", "LEAST takes a number, not a text", "LEAST(t, 'a')"),
        (
            "COALESCE(n, t) = 1",
            "COALESCE takes values of one type, not number and text",
            "COALESCE(n, t)",
        ),
        (
            "CASE WHEN p THEN n ELSE t END = 1",
            "CASE takes values of one type, not number and text",
            "CASE WHEN p THEN n ELSE t END",
        ),
        (
            "CASE WHEN n THEN p END",
            "WHEN takes a boolean, not a number",
            "CASE WHEN n THEN p END",
        ),
        ("CASE n END", "expected `WHEN`, found `END`", "END"),
        ("n NOT 1", "expected IN, BETWEEN or LIKE, found `1`", "1"),
        ("n IS 1", "expected NULL, TRUE or FALSE, found `1`", "1"),
        ("n 1", "expected AND, OR or the end, found `1`", "1"),
        ("(n = 1", "expected `)`, found nothing more", ""),
        ("n = " + "1" * 1001, "a number has at most 1000 digits here", "1" * 1001),
        (
            "n = 2147483647 + 1",
            "2147483648 is out of the range of `integer`",
            "2147483647 + 1",
        ),
        ("n < 1 = p", "brackets must say what belongs together around `=`", "="),
        (
            "(" * 51 + "p" + ")" * 51,
            "an expression has at most 50 parts in one another",
            "(",
        ),
        (
            "NOT " * 100_000 + "p",
            "an expression has at most 50 parts in one another",
            "NOT",
        ),
        (
            "0" + " + 1" * 51 + " = n",
            "an expression has at most 50 parts in one another",
            "+",
        ),
    ],
)
def test_refused(expression: str, message: str, part: str | None) -> None:
    """What is outside the closed list is refused in words of SQL, at its place."""
    error = refusal(expression)
    assert message == error.message
    shown = None if error.span is None else expression[slice(*error.span)]
    assert part == shown


@pytest.mark.parametrize(
    ("expression", "help_"),
    [
        ("dayy = 1", "did you mean `day`?"),
        ("zzz = 1", "its columns: `n`, `d`, `t`, `p`, `q`, `day`, `j`, `f` and 1 more"),
        ("lenght(t) = 1", "did you mean `length`?"),
        ("order = 1", 'a column of this name is written `"order"`'),
        ("sqrt(n) = 1", f"allowed: {ALLOWED}"),
        ("n / 2 = 1", "multiply the other side: `a * 2 = b` for `a = b / 2`"),
        ("p || q", "write OR between conditions, and compare texts one by one"),
        ("n = NULL", "write `n IS NULL`"),
        ("NULL != n", "write `n IS NOT NULL`"),
        ("n + 1 = NULL", "write IS NULL"),
        ("n NOT IN (1, NULL)", "leave it out, or write `n IS NULL` beside the IN"),
        ("n = '1'", "write numbers without quotes"),
        (
            "count(n) = 1",
            "a check sees one row; a law over several is a rule, a query of its own",
        ),
    ],
)
def test_help(expression: str, help_: str) -> None:
    """What to write instead is said."""
    assert help_ == refusal(expression).help
