"""Plans look, byte for byte, as the files in `golden`."""

from pathlib import Path

import pytest

from seedc.model.plan import Plan
from seedc.plan_text.as_json import as_json
from seedc.plan_text.as_markdown import as_markdown
from seedc.plan_text.as_text import as_text
from tests.plan_text.cases import CASES, HUGE

GOLDEN = Path(__file__).parent / "golden"
EACH_CASE = pytest.mark.parametrize(("name", "case"), CASES.items(), ids=list(CASES))
COLORED = ("every_action", "refused", "nothing_to_do")


def _check(name: str, actual: str, *, update: bool) -> None:
    file = GOLDEN / name
    if update:
        file.write_bytes(actual.encode())
        pytest.fail("golden files were written")
    assert actual.encode() == file.read_bytes()


@EACH_CASE
def test_a_plan_as_text_is_as_kept(
    name: str, case: Plan, *, update_golden: bool
) -> None:
    """What people read of a plan is what `golden` holds."""
    _check(f"{name}.txt", as_text(case), update=update_golden)


@pytest.mark.parametrize("name", COLORED)
def test_a_plan_in_color_is_as_kept(name: str, *, update_golden: bool) -> None:
    """So is what a terminal that knows colours shows."""
    actual = as_text(CASES[name], color=True)
    _check(f"{name}.color.txt", actual, update=update_golden)


@EACH_CASE
def test_a_plan_as_markdown_is_as_kept(
    name: str, case: Plan, *, update_golden: bool
) -> None:
    """So is what a pull request shows."""
    _check(f"{name}.md", as_markdown(case), update=update_golden)


@EACH_CASE
def test_a_plan_as_json_is_as_kept(
    name: str, case: Plan, *, update_golden: bool
) -> None:
    """So is what programs read, but for the plan of a megabyte."""
    if case is not HUGE:
        _check(f"{name}.json", as_json(case), update=update_golden)


def test_each_golden_file_has_a_case() -> None:
    """No expectation stays behind when its case is gone."""
    expected = {f"{name}.{end}" for name in CASES for end in ("txt", "md", "json")}
    colored = {f"{name}.color.txt" for name in COLORED}
    assert {file.name for file in GOLDEN.iterdir()} == {
        *(expected - {"huge.json"}),
        *colored,
    }
