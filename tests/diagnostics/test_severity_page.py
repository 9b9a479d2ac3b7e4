"""The page about `seedc.toml` lists the codes whose severity may change."""

import re
from pathlib import Path

from seedc.diagnostics.codes import CODES

PAGE = Path(__file__).parents[2] / "docs/project.md"
LINE = re.compile(r"^\| `([a-z-]+)` \| (error|warning) \|$", re.MULTILINE)


def test_the_list_is_whole() -> None:
    """Each of them is there once, with its default, and no other code is."""
    loose = {name: code.severity for name, code in CODES.items() if not code.fixed}
    assert sorted(loose.items()) == sorted(LINE.findall(PAGE.read_text("utf-8")))
