"""Every code has a page in the documentation, an example and a test."""

import re

import pytest

from seedc.diagnostics.codes import CODES
from seedc.diagnostics.explain import explain
from seedc.diagnostics.pages import FOLDER, address, pages
from tests.diagnostics.test_examples import NOT_FILES, SHOWN
from tests.support.command import ROOT


def test_the_pages_are_what_the_codes_say(*, update_golden: bool) -> None:
    """The documentation and `seedc explain` come from one source (`make pages`)."""
    if update_golden:
        for file in (ROOT / FOLDER).glob("*"):
            file.unlink()
        for path, text in pages().items():
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(text, "utf-8")
        pytest.fail("pages were written")
    files = (ROOT / FOLDER).glob("*")
    kept = {f.relative_to(ROOT).as_posix(): f.read_text("utf-8") for f in files}
    assert kept == pages()


@pytest.mark.parametrize("name", list(CODES))
def test_a_page_is_what_explain_shows(name: str) -> None:
    """There is one text about a problem."""
    assert pages()[address(name)] == f"# {explain(name)}"


def test_the_index_leads_to_every_page() -> None:
    """Each code stands once in the list."""
    links = re.findall(r"\[`(.+?)`\]\((.+?)\.md\)", pages()[f"{FOLDER}/README.md"])
    assert links == [(name, name) for name in CODES]


def test_a_test_expects_each_code() -> None:
    """No code goes without a run that raises it."""
    assert CODES.keys() == {*SHOWN, *NOT_FILES}
