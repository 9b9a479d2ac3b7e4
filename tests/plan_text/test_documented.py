"""Each refusal is explained: in a line where it is shown, and in the documentation."""

import re
from itertools import chain

import pytest

from seedc.cli.deploy import apply_, plan_
from seedc.plan_text.advice import ADVICE
from tests.support.command import GENERATOR, ROOT

PAGE = (ROOT / "docs/apply.md").read_text("utf-8")
RAISED = re.compile(r"""efusal\(\s*"([a-z]+(?:-[a-z]+)+)"|'([a-z]+(?:-[a-z]+)+)'""")


def _raised() -> set[str]:
    """Return the codes that the sources give to refusals."""
    apply = (GENERATOR / "seedc/apply").rglob("*.py")
    judges = (GENERATOR / "seedc/script/templates").glob("judge*.jinja")
    found = (RAISED.findall(f.read_text("utf-8")) for f in chain(apply, judges))
    return {one or other for codes in found for one, other in codes}


def test_each_refusal_has_advice() -> None:
    """Whoever is stopped is told what to do, and no advice is left over."""
    assert _raised() == set(ADVICE)


def test_each_refusal_has_a_section_and_a_line_in_the_table() -> None:
    """The page leads from the code to its meaning and its override."""
    sections = re.findall(r"^### `(.+)`$", PAGE, re.MULTILINE)
    rows = re.findall(r"^\| \[`(.+)`\]\(#\1\) \|", PAGE, re.MULTILINE)
    assert sorted(sections) == sorted(rows) == sorted(ADVICE)


@pytest.mark.parametrize("command", [plan_, apply_], ids=["plan", "apply"])
def test_each_option_is_on_the_page(command: object) -> None:
    """What `--help` lists, the page explains; those of all commands aside."""
    common = {"--directory", "--rules", "--max-problems"}
    params = getattr(command, "params", [])
    names = {next(o for o in p.opts if o.startswith("--")) for p in params} - common
    assert "--database" in names
    assert {name for name in names if f"`{name}" not in PAGE} == set()
