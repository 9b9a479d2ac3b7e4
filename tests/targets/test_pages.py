"""The pages about targets show what seedc makes (`make pages` writes them)."""

import pytest

from tests.support.command import ROOT
from tests.targets.pages import FOLDER, pages
from tests.targets.shapes import CASES, SHAPES


def test_the_pages_are_what_the_targets_make(*, update_golden: bool) -> None:
    """Each example is compiled, and no page is left of a target that is gone."""
    if update_golden:
        (ROOT / FOLDER).mkdir(exist_ok=True)
        for path, text in pages().items():
            (ROOT / path).write_text(text, "utf-8")
        pytest.fail("pages were written")
    files = (ROOT / FOLDER).glob("*")
    kept = {f.relative_to(ROOT).as_posix(): f.read_text("utf-8") for f in files}
    assert kept == pages()


def test_every_case_is_shown() -> None:
    """No folder stays behind when its shape is gone."""
    assert SHAPES.keys() == {folder.name for folder in CASES.iterdir()}


@pytest.mark.parametrize("target", ["typescript", "sqlalchemy", "pydantic"])
def test_every_shape_is_on_a_page(target: str) -> None:
    """Only enumerations are made by some shapes and not by others."""
    text = pages()[f"{FOLDER}/{target}.md"]
    assert [title for title in SHAPES.values() if f"## {title}\n" not in text] == []
