"""Laws of comparing."""

import json
from pathlib import Path

import pytest

from seedc.model.errors import WorldError
from seedc.write.compare import Comparison, compare
from tests.support.command import tree
from tests.write.builds import build, files, state

OLD = {"a/same": "1", "a/changed": "old", "a/gone": "1"}
NEW = {"a/same": "1", "a/changed": "new", "b/added": "1"}


def test_comparison(tmp_path: Path) -> None:
    """A comparison names the new, the changed, the same and the stale files."""
    build(tmp_path, OLD)
    expected = Comparison(
        new=tuple(files({"b/added": "1"})),
        changed=(
            *files({"a/changed": "new"}),
            *files({"manifest.json": state(NEW)["manifest.json"].decode()}),
        ),
        same=("a/same",),
        stale=("a/gone",),
    )
    assert expected == compare(tmp_path, files(NEW))


def test_comparing_writes_nothing(tmp_path: Path) -> None:
    """Comparing makes not even the folder."""
    assert len(compare(tmp_path / "out", files(NEW)).new) == len(NEW) + 1
    assert list(tmp_path.iterdir()) == []


HOSTILE = {
    "absolute": ["/OUTSIDE"],
    "upwards": ["../outside", "../../outside", "a/../../outside"],
    "roundabout": ["a/../a/same", "./a/same", "a//same", "A/../a/same"],
    "folders": ["", ".", "..", "/", "a", "a/"],
    "no name": ["\0", "a\0b", "\ud800", "x" * 5000, "x/" * 5000],
    "no text": [1, None, True, ["a/gone"], {"a": "a/gone"}],
    "no list": "../outside",
    "no such list": {"a/gone": 1},
    "null": None,
}


@pytest.mark.parametrize("listed", HOSTILE.values(), ids=HOSTILE)
def test_hostile_manifest(tmp_path: Path, listed: object) -> None:
    """A manifest that names what no build made makes nothing stale."""
    outside, out = tmp_path / "outside", tmp_path / "out"
    outside.write_text("kept")
    build(out, NEW)
    text = json.dumps(listed).replace("/OUTSIDE", str(outside))
    (out / "manifest.json").write_text(text)
    assert build(out, NEW).stale == ()
    assert state(NEW) == tree(out)
    assert outside.read_text() == "kept"


DAMAGED = {
    "empty": b"",
    "cut": b'["a/gone"',
    "binary": b"\xff\xfe\x00",
    "deep": b"[" * 100_000,
    "a number": b"1" * 10_000,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_damaged_manifest(tmp_path: Path, content: bytes) -> None:
    """A manifest that cannot be read lists nothing, and is written anew."""
    build(tmp_path, OLD)
    (tmp_path / "manifest.json").write_bytes(content)
    build(tmp_path, NEW)
    assert {**state(NEW), "a/gone": b"1"} == tree(tmp_path)


def test_listed_link(tmp_path: Path) -> None:
    """A listed file that is a link, or behind one, is not ours to remove."""
    build(tmp_path, NEW)
    (tmp_path / "link").symlink_to("a/same")
    (tmp_path / "folder").symlink_to("a")
    (tmp_path / "circle").symlink_to("circle")
    listed = ["link", "folder/same", "circle", "circle/same"]
    (tmp_path / "manifest.json").write_text(json.dumps(listed))
    assert build(tmp_path, NEW).stale == ()
    assert state(NEW).items() <= tree(tmp_path).items()


@pytest.mark.parametrize("link", ["a/same", "a", "manifest.json", ".seedc"])
@pytest.mark.parametrize("target", ["file", "folder", "nothing", "itself"])
def test_link(tmp_path: Path, link: str, target: str) -> None:
    """A link in the place of what a build writes is refused, and never followed."""
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    (elsewhere / "folder").mkdir(parents=True)
    (elsewhere / "file").write_text("kept")
    (out / link).parent.mkdir(parents=True)
    leads = out / link if target == "itself" else elsewhere / target
    (out / link).symlink_to(leads)
    with pytest.raises((WorldError, OSError)):
        build(out, NEW)
    assert tree(elsewhere) == {"file": b"kept"}
    assert (out / link).readlink() == leads


def test_linked_output_folder(tmp_path: Path) -> None:
    """The output folder itself may be a link: whose it is, decides the project."""
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    build(tmp_path / "out", OLD)
    build(tmp_path / "out", NEW)
    assert state(NEW) == tree(tmp_path / "real")


@pytest.mark.parametrize("path", ["a/changed", "manifest.json", "b/added"])
def test_folder_in_the_place_of_a_file(tmp_path: Path, path: str) -> None:
    """A folder where a file belongs ends a build before it changes anything."""
    build(tmp_path, OLD)
    (tmp_path / path).unlink(missing_ok=True)
    (tmp_path / path / "inside").mkdir(parents=True)
    before = tree(tmp_path)
    with pytest.raises(IsADirectoryError):
        build(tmp_path, NEW)
    assert before == tree(tmp_path)
    assert not (tmp_path / ".seedc").exists()


def test_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    """A file where a folder belongs ends a build before it changes anything."""
    build(tmp_path, OLD)
    (tmp_path / "b").write_text("in the way")
    before = tree(tmp_path)
    with pytest.raises(NotADirectoryError):
        build(tmp_path, NEW)
    assert before == tree(tmp_path)
    assert not (tmp_path / ".seedc").exists()
