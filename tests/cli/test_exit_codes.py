"""Laws of exit codes, and of what is said beside them."""

import os
import signal
from pathlib import Path

import pytest

from tests.cli.conftest import DANGLING
from tests.support.command import seedc, tree

INSTEAD = """
import os, signal, time
import seedc.cli.app
def instead(*_, **__):
    {}
seedc.cli.app.compile_project = instead
"""

# First it imports what else is imported late, and nobody may be unable to read.
AS_NOBODY = """
import contextlib, io, os
from seedc.cli.main import main
if os.geteuid() == 0:
    with contextlib.redirect_stdout(io.StringIO()):
        main(["build", "--check"])
    os.setegid(65534)
    os.seteuid(65534)
"""

NO_ROOM = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
"""


def test_fine(project: Path) -> None:
    """Where all is fine, only results are shown."""
    for arguments in (["check"], ["build"], ["build", "--check"], ["explain"]):
        done = seedc(*arguments, cwd=project)
        assert (done.code, done.err) == (0, "")
        assert done.out


def test_problems(project: Path) -> None:
    """Problems go to stderr, and are no result."""
    (project / "seeds/drops.json").write_text(DANGLING)
    for arguments in (["check"], ["build"], ["build", "--check"], ["up"]):
        done = seedc(*arguments, cwd=project)
        assert (done.code, done.out) == (1, "")
        assert "dangling-reference" in done.err
        assert "seeds/drops.json:5:" in done.err


def test_project_problems(project: Path) -> None:
    """What is wrong with the project file is a problem too."""
    (project / "seedc.toml").write_text('[project]\nname = "game"\nseed = "x"\n')
    for command in ("check", "build", "up"):
        done = seedc(command, cwd=project)
        assert (done.code, done.out) == (1, "")
        assert "unknown-key" in done.err
    # What runs can be stopped all the same.
    assert seedc("down", cwd=project).out == "nothing is running\n"


def test_warnings(project: Path) -> None:
    """Warnings are shown, and stop nothing."""
    (project / "seeds/notes.txt").write_text("?")
    for command in ("check", "build"):
        done = seedc(command, cwd=project)
        assert done.code == 0
        assert done.out
        assert "warning[unexpected-file]" in done.err


def test_file_without_permission(project: Path) -> None:
    """A file that may not be read is named in one line."""
    file = project / "seeds/items.json"
    file.chmod(0)
    done = seedc("check", cwd=project, before=AS_NOBODY)
    assert (done.code, done.out) == (3, "")
    assert done.err == f"error: {file}: permission denied\n"


def test_read_only_output(project: Path) -> None:
    """Where nothing may be written the old state stays, and one line says so."""
    seedc("build", cwd=project)
    _change(project)
    before = tree(project / "out")
    (project / "out").chmod(0o555)
    done = seedc("build", cwd=project, before=AS_NOBODY)
    assert (done.code, done.out) == (3, "")
    assert done.err == f"error: {project}/out/.seedc: permission denied\n"
    assert before == tree(project / "out")
    (project / "out").chmod(0o755)


def test_full_disk(project: Path) -> None:
    """Where there is no room the old state stays, and one line says so."""
    seedc("build", cwd=project)
    _change(project)
    before = tree(project / "out")
    done = seedc("build", cwd=project, before=NO_ROOM)
    assert (done.code, done.out) == (3, "")
    assert done.err == f"error: {project}/out: file too large\n"
    assert before == tree(project / "out")


@pytest.mark.parametrize("arguments", [["build"], ["build", "--check"]])
def test_output_is_a_file(project: Path, arguments: list[str]) -> None:
    """A file in the place of the output folder stays, and one line names it."""
    (project / "out").write_text("mine")
    done = seedc(*arguments, cwd=project)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"error: {project}/out")
    assert done.err.endswith(": not a directory\n")
    assert (project / "out").read_text() == "mine"


def test_link_out_of_the_output(project: Path) -> None:
    """A link that leads out of the output folder is refused, and named."""
    seedc("build", cwd=project)
    (project / "out/editor/items.schema.json").unlink()
    (project / "out/editor/items.schema.json").symlink_to("../../seeds/items.json")
    before = tree(project)
    done = seedc("build", cwd=project)
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        "error: `editor/items.schema.json` in the output folder leads elsewhere\n"
        "help: is a part of it a symbolic link? remove that\n"
    )
    assert before == tree(project)


def test_defect(project: Path) -> None:
    """What we did wrong is shown with where we did it, and called what it is."""
    defect = INSTEAD.format("raise AssertionError('ours')")
    done = seedc("check", cwd=project, before=defect)
    assert (done.code, done.out) == (70, "")
    assert done.err.startswith("Traceback (most recent call last):\n")
    assert "AssertionError: ours\nerror: this is a defect of seedc" in done.err


def test_interrupt(project: Path) -> None:
    """Ctrl-C ends a command at once, as it ends others, silently."""
    interrupt = INSTEAD.format("os.kill(os.getpid(), signal.SIGINT); time.sleep(60)")
    done = seedc("check", cwd=project, before=interrupt)
    assert (done.code, done.out, done.err) == (-signal.SIGINT, "", "")


def test_ignored_interrupt(project: Path) -> None:
    """Where Ctrl-C is not meant for a command, as in the background, it goes on."""
    ignore = "import os, signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"
    interrupt = f"{ignore}\nimport atexit; atexit.register(os.kill, os.getpid(), 2)"
    done = seedc("check", cwd=project, before=interrupt)
    assert (done.code, done.err) == (0, "")


def test_reader_that_leaves(project: Path) -> None:
    """A reader that leaves early ends the command as it ends others, silently."""
    reading, writing = os.pipe()
    os.close(reading)
    done = seedc("explain", cwd=project, stdout=writing)
    os.close(writing)
    assert (done.code, done.err) == (-signal.SIGPIPE, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_full_output(project: Path) -> None:
    """A result that cannot be written out is no success."""
    full = os.open("/dev/full", os.O_WRONLY)
    done = seedc("check", cwd=project, stdout=full)
    os.close(full)
    assert (done.code, done.err) == (3, "error: no space left on device\n")


def _change(project: Path) -> None:
    file = project / "seeds/items.json"
    file.write_text(file.read_text("utf-8").replace("Potion", "Elixir"), "utf-8")
