"""Laws of how the command line explains itself."""

from pathlib import Path

import pytest
from click import Command, Group

import seedc as package
from seedc.cli.app import app
from tests.support.command import seedc

COMMANDS = sorted(app.commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_example(name: str) -> None:
    """Every command says what it is for, and shows how it is called."""
    command: Command = app.commands[name]
    assert command.help
    assert command.epilog
    assert command.epilog.startswith(("Example: seedc ", "Examples: seedc "))
    assert f"seedc {name}" in command.epilog


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["build", "-h"]])
def test_help(tmp_path: Path, arguments: list[str]) -> None:
    """Help is a result: it goes to stdout, and all is fine."""
    done = seedc(*arguments, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: seedc ")


def test_no_command(tmp_path: Path) -> None:
    """Without a command there is help, but nothing that a script took for a success."""
    done = seedc(cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert all(name in done.err for name in COMMANDS)


def test_version(tmp_path: Path) -> None:
    """The version is that of the package, wherever it is asked for."""
    done = seedc("--version", cwd=tmp_path)
    assert (done.code, done.out) == (0, f"seedc {package.__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["chekc"], "Did you mean 'check'?"),
        (["build", "--chek"], "'--check'"),
        (["explain", "dangling-referense"], "did you mean `dangling-reference`?"),
    ],
)
def test_typo(tmp_path: Path, arguments: list[str], hint: str) -> None:
    """A word that is nearly right is answered with the right one."""
    done = seedc(*arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert hint in done.err


def test_no_stubs() -> None:
    """There are no groups, aliases or hidden commands."""
    commands = app.commands.values()
    assert not [c.name for c in commands if isinstance(c, Group) or c.hidden]
