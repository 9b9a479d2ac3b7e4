"""Problems look, byte for byte, as the files in `golden`."""

from pathlib import Path

import pytest

from seedc.diagnostics.explain import catalogue, explain
from tests.diagnostics.cases import CASES, Case
from tests.diagnostics.reports import written

GOLDEN = Path(__file__).parent / "golden"
PAGES = ("wrong-type", "unexpected-file", "endless-schema")
LIST = "codes"


def _check(name: str, actual: str, *, update: bool) -> None:
    file = GOLDEN / f"{name}.txt"
    if update:
        file.write_bytes(actual.encode())
        pytest.fail("golden files were written")
    assert actual.encode() == file.read_bytes()


@pytest.mark.parametrize(("name", "case"), CASES.items(), ids=list(CASES))
def test_problems_look_as_kept(name: str, case: Case, *, update_golden: bool) -> None:
    """What people read of a problem is what `golden` holds."""
    actual = written(case.problems, case.source, most=None, color=case.color)
    _check(name, actual, update=update_golden)


@pytest.mark.parametrize("code", PAGES)
def test_a_page_looks_as_kept(code: str, *, update_golden: bool) -> None:
    """What `seedc explain CODE` says is what `golden` holds."""
    _check(code, explain(code) or "", update=update_golden)


def test_the_list_of_codes_is_as_kept(*, update_golden: bool) -> None:
    """A code that comes or goes is seen in review."""
    _check(LIST, catalogue(), update=update_golden)


def test_each_golden_file_has_a_case() -> None:
    """No expectation stays behind when its case is gone."""
    assert {file.stem for file in GOLDEN.iterdir()} == {*CASES, *PAGES, LIST}
