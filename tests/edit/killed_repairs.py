"""A script: repairs that are killed at any moment, and those that come after them.

It is no test module, since it forks, which a process with threads must not.
"""

import shutil
import tempfile
from functools import partial
from pathlib import Path

from seedc.fixing import fix_project
from tests.edit.game import BOM, FILES, write
from tests.support.command import tree
from tests.support.dying import moments

ENEMIES = "seeds/enemies.json"
HALF = {**FILES, ENEMIES: FILES[ENEMIES].replace("sword", "swrod", 1)}
WRONG = {path: BOM + text for path, text in HALF.items()}


def main() -> None:
    """Kill a repair before each operation, and look at what it leaves."""
    root = Path(tempfile.mkdtemp(prefix="seedc-test-")) / "game"
    killed = 0
    try:
        _renew(root)
        for _ in moments(partial(fix_project, root), root):
            killed += 1
            _whole(root)
            fix_project(root)
            _mended(root)
            _renew(root)
        _mended(root)
    finally:
        shutil.rmtree(root.parent)
    assert killed > len(FILES), "nothing was killed"


def _renew(root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    for path, text in WRONG.items():
        write(root, path, text)


def _whole(root: Path) -> None:
    """Every file is as it was before or after one of the rounds."""
    found = tree(root)
    for path, text in FILES.items():
        states = {state[path].encode() for state in (WRONG, HALF)} | {text.encode()}
        assert found[path] in states, path


def _mended(root: Path) -> None:
    """A repair that is not killed leaves the project as it should be."""
    assert tree(root) == {path: text.encode() for path, text in FILES.items()}


main()
