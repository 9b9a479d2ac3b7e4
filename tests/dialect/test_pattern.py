"""What is portable in a pattern, and what to write in place of the rest."""

import pytest

from seedc.dialect.pattern import is_portable, trouble_of

LONG = 100_000


@pytest.mark.parametrize(
    "pattern",
    [
        *("", "^a$", "a|b", "(a|b)+?", "(?:ab){2,3}", "[^-]", "[a-]", r"[\]\[\\\-]"),
        *(r"\.\*\/", r"\u00e9", "é{0}", "(?:a+)+$", "#[0-9A-F]{6}", "^/", "😀+"),
    ],
)
def test_it_is_portable(pattern: str) -> None:
    """Characters, classes, groups, bounds and alternatives mean one thing."""
    assert trouble_of(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        *("(", ")", "[", "]", "{", "}", "*", "a**", "a++", "^*", "(^)*", "()", "(|a)"),
        *("a|", "[]", "[^]", "[[a]", "[a&&b]", "[a--b]", "[z-a]", "[a-z-9]", "a{2,1}"),
        *("a{256}", "a{1,300}", "a{,3}", "(?i)a", "(?=a)", "(?<!a)", "(?<n>a)"),
        *(r"(a)\1", r"\k<n>", r"\d", r"\W", r"[\s]", r"\b", r"\p{L}", r"\x41", r"\0"),
        *(r"\u{41}", r"\ud83d\ude00", r"\u0000", r"\cA", r"\-", r"\@", "\\", "."),
        *("(?:[^a]{200}){200}", "(" * 51 + "a" + ")" * 51, r"\A", r"\Z", r"\Q"),
    ],
)
def test_it_is_not(pattern: str) -> None:
    """What an engine refuses or reads otherwise is told."""
    assert trouble_of(pattern) is not None


@pytest.mark.parametrize(
    ("pattern", "better"),
    [
        (r"^\w+@\w+\.\w+$", r"^[A-Za-z0-9_]+@[A-Za-z0-9_]+\.[A-Za-z0-9_]+$"),
        (r"[\d.]", "[0-9.]"),
        (r"\D", "[^0-9]"),
        (r"\x41\-\@", r"\u0041-@"),
        (r"(?<year>\d{4})", "([0-9]{4})"),
        ("[[]", r"[\[]"),
        (r"\u{1F600}", "😀"),
    ],
)
def test_what_says_the_same_is_offered(pattern: str, better: str) -> None:
    """The advice is portable itself, and spelt as JSON spells it."""
    trouble = trouble_of(pattern)
    assert trouble is not None
    assert trouble.help == 'write "{}"'.format(better.replace("\\", "\\\\"))
    assert is_portable(better)


@pytest.mark.parametrize(
    "part",
    ["(", "[", "a", "[a-", "\\", ".", "[^]", "a-b", "(a*)*", "(?=", "{1,", "\\u"],
)
def test_any_length_is_read(part: str) -> None:
    """A pattern of a megabyte is refused, and not tried for ever."""
    assert trouble_of(part * LONG) is not None
