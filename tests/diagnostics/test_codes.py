"""The table of codes is whole, and each code is well described."""

import re

import pytest

from seedc.diagnostics.codes import CODES, FAMILIES, Code
from seedc.model.diagnostic import Severity
from tests.diagnostics.raised import raised

EACH_CODE = pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
LONGEST_TITLE = 72


def test_every_code_that_is_raised_is_described() -> None:
    """Nobody is told a code that `seedc explain` does not know."""
    assert raised(CODES) - CODES.keys() == set()


def test_every_code_that_is_described_is_raised() -> None:
    """No page stays behind when its law is gone."""
    assert CODES.keys() - raised(CODES) == set()


def test_a_code_stands_in_one_family() -> None:
    """No two codes share a name."""
    names = [code.name for family in FAMILIES for code in family.codes]
    assert sorted(names) == sorted(CODES)


def test_the_table_cannot_be_changed() -> None:
    """Codes are registered in one place, and never from elsewhere."""
    with pytest.raises(TypeError):
        CODES["new"] = CODES["wrong-type"]  # type: ignore[index]


@EACH_CODE
def test_a_fixed_code_is_an_error(code: Code) -> None:
    """What must stay an error is one."""
    assert code.severity is Severity.ERROR or not code.fixed


@EACH_CODE
def test_a_title_is_one_short_line_without_a_period(code: Code) -> None:
    """Titles fit into a list beside the names."""
    assert (len(code.title) <= LONGEST_TITLE, code.title.endswith(".")) == (True, False)
    assert "\n" not in code.title


@EACH_CODE
def test_a_meaning_is_one_to_three_sentences(code: Code) -> None:
    """A page is short enough to be read."""
    assert 1 <= len(re.findall(r"\.(?: |$)", code.meaning)) <= 3


@EACH_CODE
def test_an_example_differs_from_its_fix(code: Code) -> None:
    """A page shows what to change."""
    assert code.example != code.fix
    assert code.example.endswith("\n")
    assert code.fix.endswith("\n")
