"""The examples in `docs/diagnostics.md` are what seedc prints."""

import re
from pathlib import Path

import pytest

from tests.diagnostics.test_golden import GOLDEN
from tests.support.command import ROOT, seedc
from tests.support.projects import schema

PAGE = ROOT / "docs/diagnostics.md"
BLOCK = re.compile(r"(?<=```text|```json)\n(.*?)\n```\n", re.DOTALL)
SCHEMAS = {
    "items": schema({"price": {"type": "integer"}}),
    "drops": schema({"item": {"type": "string", "x-references": "items.id"}}),
}


@pytest.fixture
def documented(project: Path) -> Path:
    """Write the project of the page."""
    for name, text in SCHEMAS.items():
        (project / f"schemas/{name}.schema.json").write_text(text, "utf-8")
        given = rf"`seeds/{name}.json`\n\n```json\n(.*?)```"
        found = re.search(given, PAGE.read_text("utf-8"), re.DOTALL)
        assert found
        (project / f"seeds/{name}.json").write_text(found[1], "utf-8")
    return project


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_an_example_is_what_is_printed(
    documented: Path, form: str, *, update_golden: bool
) -> None:
    """What the page shows of a format is what seedc prints of its project."""
    done = seedc("check", "--format", form, cwd=documented)
    printed = (done.err if form == "text" else done.out).splitlines()
    # Of the longer formats one problem is shown.
    some = [li for li in printed if "wrong-type" in li and '"rules"' not in li]
    actual = "\n".join(printed if form in {"text", "json"} else some)
    head, section = PAGE.read_text("utf-8").split(f"## `--format {form}`")
    before, kept, after = BLOCK.split(section, 1)
    if update_golden:
        page = f"{head}## `--format {form}`{before}\n{actual}\n```\n{after}"
        PAGE.write_text(page, "utf-8")
        pytest.fail("the page was written")
    assert actual == kept


def test_the_flood_is_what_a_golden_report_ends_with() -> None:
    """The counts in the example are those of a report that is kept."""
    kept = (GOLDEN / "many_alike.txt").read_text("utf-8")
    block = re.search(
        r"### Many.*?```text\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL
    )
    assert block
    assert [li for li in block[1].splitlines() if li not in kept.splitlines()] == []
