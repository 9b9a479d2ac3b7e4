"""Laws of the streams that a command writes to."""

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import DANGLING
from tests.support.command import environment, python, seedc

ENCODINGS = [
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "utf-16"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"LC_ALL": "POSIX"},
]


@pytest.mark.parametrize("env", ENCODINGS)
def test_encoding(project: Path, env: dict[str, str]) -> None:
    """What the encoding of a stream lacks is escaped, and ends nothing."""
    (project / "seeds/drops.json").write_text(DANGLING)
    done = seedc("check", cwd=project, env=env)
    assert done.code == 1
    assert "error" in done.err.replace("\0", "")


def test_closed_streams(project: Path) -> None:
    """A command whose streams are closed does its work all the same."""
    close = "import os, sys; os.close(1); os.close(2); sys.stdout = sys.stderr = None"
    assert seedc("build", cwd=project, before=close).code == 0
    assert seedc("build", "--check", cwd=project).code == 0


def test_no_color(project: Path) -> None:
    """Colours are for terminals alone, and not where `NO_COLOR` is set."""
    (project / "seeds/notes.txt").write_text("?")
    assert "\x1b[" in _on_terminal(project, {"NO_COLOR": ""})
    assert "\x1b[" not in _on_terminal(project, {"NO_COLOR": "1"})
    done = seedc("check", cwd=project, env={"NO_COLOR": ""})
    assert "\x1b[" not in done.out + done.err


def _on_terminal(project: Path, env: dict[str, str]) -> str:
    """Run a check on a terminal, and return what it showed there."""
    here, there = pty.openpty()
    command = [*python(), "check"]
    with subprocess.Popen(
        command, cwd=project, env=environment(env), stdout=there, stderr=there
    ) as process:
        os.close(there)
        shown = b"".join(iter(lambda: _read(here), b""))
    os.close(here)
    assert process.returncode == 0
    return shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # so Linux ends a terminal
        return b""
