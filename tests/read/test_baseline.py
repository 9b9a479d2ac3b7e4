"""Reading a baseline: what seedc wrote, or a clear problem."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.diagnostics.baseline import baseline_text
from seedc.model.baseline import BaselineFile, Known
from seedc.read.baseline import read_baseline

ENTRY = {"file": "a", "code": "wrong-type", "mark": "00"}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def _read(root: Path, text: str | bytes) -> BaselineFile | list[tuple[str, int]]:
    (root / "b.json").write_bytes(text.encode() if isinstance(text, str) else text)
    found = read_baseline(root, "b.json")
    if isinstance(found, BaselineFile):
        return found
    return [(problem.code, problem.place.line) for problem in found]


def _file(*entries: object, **more: object) -> str:
    lines = ",\n".join(json.dumps(entry) for entry in entries)
    rest = "".join(f', "{key}": {json.dumps(value)}' for key, value in more.items())
    return f'{{"version": 1, "problems": [\n{lines}\n]{rest}}}'


@given(st.dictionaries(st.builds(Known, TEXTS, TEXTS, TEXTS), st.integers(1, 99)))
def test_what_was_written(known: dict[Known, int]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """What was written is read."""
    with tempfile.TemporaryDirectory() as folder:
        found = _read(Path(folder), baseline_text(known))
    assert isinstance(found, BaselineFile)
    assert found.known == known


def test_places(tmp_path: Path) -> None:
    """Each entry stands in its line."""
    found = _read(tmp_path, _file(ENTRY, {**ENTRY, "file": "b", "count": 2}))
    assert isinstance(found, BaselineFile)
    assert [place.line for place in found.places.values()] == [2, 3]


def test_a_merge_that_kept_both(tmp_path: Path) -> None:
    """An entry that stands twice is known as often as the larger one says."""
    found = _read(tmp_path, _file({**ENTRY, "count": 3}, ENTRY))
    assert isinstance(found, BaselineFile)
    assert list(found.known.values()) == [3]


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        [],
        1,
        None,
        {**ENTRY, "mark": 1},
        {**ENTRY, "count": 0},
        {**ENTRY, "count": -1},
        {**ENTRY, "count": 1.5},
        {**ENTRY, "count": True},
        {**ENTRY, "more": 1},
    ],
)
def test_a_wrong_entry(tmp_path: Path, wrong: object) -> None:
    """An entry that seedc did not write is a problem in its line."""
    assert _read(tmp_path, _file(ENTRY, wrong)) == [("invalid-baseline", 3)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("{", "invalid-json"),
        (_file(ENTRY).replace("[", "<<<<<<< ours\n["), "invalid-json"),
        ("[]", "invalid-baseline"),
        ("null", "invalid-baseline"),
        ('{"version": 1}', "invalid-baseline"),
        ('{"version": 2, "problems": []}', "invalid-baseline"),
        ('{"version": 0, "problems": []}', "invalid-baseline"),
        (_file(more=1), "invalid-baseline"),
        ('{"version": 1, "version": 1, "problems": []}', "duplicate-key"),
        ("[" * 100_000, "nesting-too-deep"),
        (b"\xff\xfe{\x00}\x00", "invalid-encoding"),
        ("\ufeff{}", "byte-order-mark"),
    ],
)
def test_no_baseline(tmp_path: Path, text: str | bytes, code: str) -> None:
    """Whatever the file holds, there is a problem and no traceback."""
    found = _read(tmp_path, text)
    assert isinstance(found, list)
    assert [name for name, _ in found] == [code]


def test_a_huge_file(tmp_path: Path) -> None:
    """A file that no project can have made is not even read."""
    with (tmp_path / "b.json").open("wb") as file:
        file.truncate(1 << 40)
    (problem,) = read_baseline(tmp_path, "b.json")  # type: ignore[misc]
    assert problem.message == "the baseline has more than 50 megabytes"


def test_a_link_out(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is not in the project is not read."""
    outside = tmp_path_factory.mktemp("outside") / "b.json"
    outside.write_text(_file(ENTRY))
    (tmp_path / "b.json").symlink_to(outside)
    (problem,) = read_baseline(tmp_path, "b.json")  # type: ignore[misc]
    assert problem.code == "outside-project"
