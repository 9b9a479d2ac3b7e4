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
    """What the file says is JSON."""
    found = read(tmp_path, "[project]\nname = 'x'\nn = [1, true]\n")
    assert isinstance(found, ProjectDocument)
    project: JsonValue = {"name": "x", "n": [1, True]}
    assert found.values == {"project": project}


@pytest.mark.parametrize(
    "value",
    [
        "2026-01-13",
        "07:32:00",
        "inf",
        "-inf",
        "nan",
        "[{ a = 1e999 }]",
        f"0x{'f' * 5000}",
    ],
)
def test_values_that_json_lacks(tmp_path: Path, value: str) -> None:
    """Dates and numbers without end, which no key takes, are a problem at the key."""
    found = read(tmp_path, f"[project]\nname = 'x'\nday = {value}\n")
    assert isinstance(found, Diagnostic)
    place = (found.place.line, found.place.column, found.place.length)
    assert (found.code, *place) == ("invalid-option", 3, 1, 3)


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


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("a = " + "[" * 5000, "nesting-too-deep", 1),
        (f" {'a.' * 100_000}a = 1", "nesting-too-deep", 2),
        (f"[a.{chr(34)}b{chr(34)} . {'c.' * 100_000}d]", "nesting-too-deep", 2),
        ("a = 1" + "0" * 5000, "invalid-toml", 5),
    ],
)
def test_endless_values(tmp_path: Path, text: str, code: str, column: int) -> None:
    """Numbers, lists and keys without an end in sight are a problem like any other."""
    found = read(tmp_path, text)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place.line, found.place.column) == (code, 1, column)


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there raises what opening it raises."""
    with pytest.raises(FileNotFoundError):
        read_project_file(tmp_path)


def test_cut_off(tmp_path: Path) -> None:
    """What has no end is placed at the last thing that stands there."""
    found = read(tmp_path, "[project]\nname = 'x\n\n")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place.line) == ("invalid-toml", 2)
    assert found.place.column == len("name = 'x")
