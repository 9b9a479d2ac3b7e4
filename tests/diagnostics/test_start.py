"""The package starts fast: every run imports it, also one without a problem."""

import subprocess
import sys

HEAVY = {"rich", "pydantic", "difflib", "json", "textwrap", "seedc.diagnostics.explain"}
SCRIPT = """
import sys
from seedc.diagnostics.formats import FORMATS, report_on
import seedc.diagnostics.severity
FORMATS["text"].write(report_on([], FORMATS["text"], None, lambda path: None))
print("\\n".join(sys.modules))
"""


def test_showing_problems_imports_nothing_heavy() -> None:
    """Neither a terminal library nor what only a page or a hint needs is imported."""
    ran = subprocess.run(
        [sys.executable, "-S", "-c", SCRIPT],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert HEAVY & set(ran.stdout.split()) == set()
