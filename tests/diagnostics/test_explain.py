"""Every code has a page, and stands in the list."""

import pytest

from seedc.diagnostics.codes import CODES
from seedc.diagnostics.explain import catalogue, explain

WIDEST = 88
EACH_NAME = pytest.mark.parametrize("name", list(CODES))


@EACH_NAME
def test_every_code_has_a_page_with_all_its_parts(name: str) -> None:
    """A page says what, why, how bad and what to do."""
    page = explain(name) or ""
    code = CODES[name]
    assert page.startswith(f"{name}: {code.title}\n")
    assert " ".join(page.split()).count(code.meaning) == 1
    assert f"Severity: {code.severity}" in page
    assert page.index("This raises it:") < page.index("This does not:")


@EACH_NAME
def test_the_prose_of_a_page_fits_a_terminal(name: str) -> None:
    """No line is as long as to be wrapped by most terminals."""
    lines = (explain(name) or "").split("\n")
    assert [line for line in lines if len(line) > WIDEST] == []


@EACH_NAME
def test_a_page_says_how_to_change_what_may_change(name: str) -> None:
    """Only of a code that is not fixed does the page show the setting."""
    assert ("[severity]" in (explain(name) or "")) is not CODES[name].fixed


def test_an_unknown_code_has_no_page() -> None:
    """What to suggest instead is the affair of who asks."""
    assert explain("wrong-typ") is None


def test_the_list_names_every_code_once() -> None:
    """Nothing is left out of the list."""
    lines = [line.split()[0] for line in catalogue().splitlines() if line[:2] == "  "]
    assert lines == list(CODES)
