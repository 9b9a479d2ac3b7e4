"""A script: replacements that are killed at any moment, and those that recover.

It is no test module, since it forks, which a process with threads must not.
"""

import shutil
import tempfile
from functools import partial
from pathlib import Path

from seedc.write.compare import compare
from tests.support.command import tree
from tests.support.dying import moments
from tests.write.builds import build, files, state

OLD = {"same": "1", "changed": "old", "gone": "1", "deep/er/gone": "1"}
NEW = {"same": "1", "changed": "new", "added": "1", "far/away/added": "1"}
NEXT = {"same": "2", "far/added": "2"}


def main() -> None:
    """Kill a replacement before each operation, and some that recover as well."""
    out = Path(tempfile.mkdtemp(prefix="seedc-test-"))
    copy = Path(tempfile.mkdtemp(prefix="seedc-test-"))
    try:
        _renew(out)
        for moment in moments(partial(build, out, NEW), out):
            _nothing_unnoticed(out)
            for wanted in (NEW, OLD, NEXT):
                _copy(out, copy)
                _recover(copy, wanted)
            _copy(out, copy)
            for _ in moments(partial(build, copy, NEXT), copy, moment % 4, 4):
                _nothing_unnoticed(copy)
                _recover(copy, NEXT)
                _copy(out, copy)
            _renew(out)
    finally:
        shutil.rmtree(out)
        shutil.rmtree(copy)


def _renew(out: Path) -> None:
    shutil.rmtree(out)
    build(out, OLD)


def _recover(out: Path, wanted: dict[str, str]) -> None:
    build(out, wanted)
    assert tree(out) == state(wanted)
    assert not [
        path for path in out.rglob("*") if path.is_dir() and not any(path.iterdir())
    ]


def _copy(source: Path, target: Path) -> None:
    shutil.rmtree(target)
    shutil.copytree(source, target)


def _nothing_unnoticed(out: Path) -> None:
    """Only what is wholly there is fresh."""
    for wanted in (OLD, NEW, NEXT):
        if compare(out, files(wanted)).is_fresh:
            visible = {p: c for p, c in tree(out).items() if p[:7] != ".seedc/"}
            assert visible == state(wanted)
            assert not (out / ".seedc" / "journal.json").exists()


main()
