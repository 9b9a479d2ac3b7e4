"""Laws of where a command works."""

from pathlib import Path

import pytest

from tests.support.command import seedc


@pytest.mark.parametrize(
    ("cwd", "arguments"),
    [
        (".", ["check"]),
        ("schemas", ["check"]),
        ("deep/er", ["check"]),
        ("..", ["-C", "game", "check"]),
        ("..", ["check", "-C", "game/seeds"]),
        ("..", ["check", "--directory", "game"]),
        ("..", ["-C", "game", "check", "-C", "seeds"]),
    ],
)
def test_inside(project: Path, cwd: str, arguments: list[str]) -> None:
    """A command works on the project around the current folder or the named one."""
    (project / "deep/er").mkdir(parents=True)
    done = seedc(*arguments, cwd=project / cwd)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("checked 2 tables, 3 rows: no errors")


def test_outside(tmp_path: Path) -> None:
    """Outside of any project there is nothing to do."""
    done = seedc("check", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: there is no seedc.toml in ")


@pytest.mark.parametrize(
    "arguments", [["-C", "none", "check"], ["check", "-C", "none"]]
)
def test_no_such_folder(tmp_path: Path, arguments: list[str]) -> None:
    """A folder that does not exist is wrong usage."""
    done = seedc(*arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "'none' does not exist" in done.err
