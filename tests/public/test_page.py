"""Schemas of real projects compile, or are refused with a clear reason."""

from pathlib import Path

import pytest

from tests.public.published import PUBLISHED, Published
from tests.public.verdict import PAGE, Verdict, line, page, verdict
from tests.support.command import ROOT

_IDS = [f"{p.project}: {p.file}" for p in PUBLISHED]


@pytest.mark.node
@pytest.mark.parametrize("published", PUBLISHED, ids=_IDS)
def test_a_schema_is_judged_as_the_page_says(
    published: Published, tmp_path: Path
) -> None:
    """The page says of each schema what seedc says now; each problem has its line."""
    found = verdict(published, tmp_path, "published")
    assert line(found) in (ROOT / PAGE).read_text("utf-8").splitlines()
    assert all(problem.place.line > 1 for problem in found.problems)


@pytest.mark.node
def test_the_page_lists_these_schemas(tmp_path: Path, *, update_golden: bool) -> None:
    """No schema stays on the page when it is gone (`make pages` writes it)."""
    if update_golden:
        (ROOT / PAGE).write_text(page(_all(tmp_path)), "utf-8")
        pytest.fail("the page was written")
    rows = (ROOT / PAGE).read_text("utf-8").splitlines()
    listed = [row.split(" | ")[:2] for row in rows if row.startswith("| ")]
    known = [[f"| {p.project}", f"`{p.file}`"] for p in PUBLISHED]
    assert sorted(known) == sorted(row for row in listed if row[0] != "| project")


def _all(folder: Path) -> list[Verdict]:
    return [
        verdict(published, folder / str(i), "published")
        for i, published in enumerate(PUBLISHED)
    ]
