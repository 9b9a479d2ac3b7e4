"""A script: builds of a project that are killed at any moment, and the next ones.

It is no test module, since it forks, which a process with threads must not.
"""

import contextlib
import io
import shutil
import sys
from functools import partial
from pathlib import Path

from seedc.cli.main import main
from tests.support.command import tree
from tests.support.dying import moments


def kill_builds(project: Path) -> None:
    """Kill a build of a project before each of its operations on the outputs."""
    out, old_out = project / "out", project / "old-out"
    _expect(0, project, "build")
    shutil.copytree(out, old_out)
    (project / "schemas/drops.schema.json").unlink()
    (project / "seeds/drops.json").unlink()
    _expect(0, project, "build")
    new = tree(out)
    killed = 0
    for moment in moments(partial(_seedc, project, "build"), out):
        killed = moment
        if _seedc(project, "build", "--check") == 0:
            assert new == tree(out)
        _expect(0, project, "build")
        _expect(0, project, "build", "--check")
        assert new == tree(out)
        shutil.rmtree(out)
        shutil.copytree(old_out, out)
    assert killed > len(new)  # a law that was tried too seldom says nothing


def _expect(code: int, project: Path, *arguments: str) -> None:
    assert _seedc(project, *arguments) == code


def _seedc(project: Path, *arguments: str) -> int:
    with contextlib.redirect_stdout(io.StringIO()):
        return main([*arguments, "-C", str(project)])


kill_builds(Path(sys.argv[1]))
