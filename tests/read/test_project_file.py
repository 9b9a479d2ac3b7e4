"""Laws of finding and reading `seedc.toml`."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import ProjectDocument
from seedc.model.json_value import JsonValue
from seedc.read.project_file import PROJECT_FILE, find_root, read_project_file


def read(root: Path, text: str) -> ProjectDocument | Diagnostic:
    """Write and read a project file."""
    (root / PROJECT_FILE).write_bytes(text.encode())
    return read_project_file(root)


def test_find_root(tmp_path: Path) -> None:
    """The nearest folder upwards that holds the file is the root."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / PROJECT_FILE).touch()
    assert tmp_path.resolve() == find_root(below)
    (tmp_path / "a" / PROJECT_FILE).touch()
    assert (tmp_path / "a").resolve() == find_root(below)


def test_folder_of_that_name(tmp_path: Path) -> None:
    """A folder of the file's name makes no root."""
    (tmp_path / PROJECT_FILE).touch()
    (tmp_path / "a" / PROJECT_FILE).mkdir(parents=True)
    assert tmp_path.resolve() == find_root(tmp_path / "a")


def test_values(tmp_path: Path) -> None:
    """What the file says is JSON; dates, which JSON lacks, are text."""
    found = read(tmp_path, "[project]\nname = 'x'\nn = [1, true]\nday = 2026-01-13\n")
    assert isinstance(found, ProjectDocument)
    project: JsonValue = {"name": "x", "n": [1, True], "day": "2026-01-13"}
    assert found.values == {"project": project}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("[project]\nname = \n", 2, 8), ("a = 1\na = 2\n", 2, 6), ("[[", 1, 3)],
)
def test_syntax(tmp_path: Path, text: str, line: int, column: int) -> None:
    """Broken TOML is a problem at its place."""
    found = read(tmp_path, text)
    assert isinstance(found, Diagnostic)
    assert ("invalid-toml", line) == (found.code, found.place.line)
    assert column >= found.place.column >= 1
    assert "(at " not in found.message


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = 1" + "0" * 5000])
def test_endless_values(tmp_path: Path, text: str) -> None:
    """Numbers and lists without an end in sight are a problem like any other."""
    found = read(tmp_path, text)
    assert isinstance(found, Diagnostic)
    assert found.code == "invalid-toml"


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there raises what opening it raises."""
    with pytest.raises(FileNotFoundError):
        read_project_file(tmp_path)
