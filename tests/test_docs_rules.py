"""What docs/rules.md shows are rules that run, and that the sample keeps."""

import re
from pathlib import Path

import pytest

from tests.support.command import ROOT, seedc
from tests.support.sample import copy_sample

SHOWN = re.findall(
    r"^```sql\n(--.*?)^```$",
    (ROOT / "docs/rules.md").read_text("utf-8"),
    re.MULTILINE | re.DOTALL,
)


@pytest.mark.postgres
def test_the_rules_that_are_shown_run(tmp_path: Path) -> None:
    """Whoever copies an example gets a rule, and not a problem."""
    sample = copy_sample(tmp_path / "sample")
    (sample / "rules").mkdir(exist_ok=True)
    for i, text in enumerate(SHOWN):
        (sample / f"rules/shown_{i}.sql").write_text(text, "utf-8")
    try:
        done = seedc("check", cwd=sample)
    finally:
        seedc("down", "--reset", cwd=sample)
    assert (len(SHOWN), done.code, done.err) == (7, 0, "")
