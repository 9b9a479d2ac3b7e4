"""Laws of replacing."""

import fcntl
import json
import subprocess
import sys
from pathlib import Path

import pytest

from seedc.model.errors import WorldError
from seedc.write.compare import compare
from seedc.write.replace import complete, held_still
from tests.support.command import ROOT, environment, tree
from tests.write.builds import build, files, state

OLD = {"a/same": "1", "a/changed": "old", "deep/er/gone": "1"}
NEW = {"a/same": "1", "a/changed": "new", "b/added": "1"}


def test_replacement(tmp_path: Path) -> None:
    """Files are made, changed and removed, with the folders that they leave empty."""
    build(tmp_path, OLD)
    build(tmp_path, NEW)
    assert state(NEW) == tree(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a",
        "b",
        "manifest.json",
    ]


def test_others_files(tmp_path: Path) -> None:
    """What no build made stays, also in a folder of which all else goes."""
    build(tmp_path, OLD)
    (tmp_path / "deep/notes.txt").write_text("mine")
    build(tmp_path, NEW)
    assert {**state(NEW), "deep/notes.txt": b"mine"} == tree(tmp_path)


def test_second_build(tmp_path: Path) -> None:
    """A build that changes nothing touches nothing."""
    build(tmp_path, NEW)
    before = {path: path.stat() for path in tmp_path.rglob("*")}
    assert build(tmp_path, NEW).is_fresh
    assert before.keys() == set(tmp_path.rglob("*"))
    for path, stat in before.items():
        assert (stat.st_mtime_ns, stat.st_ino) == (
            path.stat().st_mtime_ns,
            path.stat().st_ino,
        )


def test_pending_journal(tmp_path: Path) -> None:
    """While a journal is pending nothing is fresh, be it wholly moved or not at all."""
    build(tmp_path, NEW)
    (tmp_path / ".seedc").mkdir()
    (tmp_path / ".seedc/journal.json").write_text('{"files": [], "stale": []}')
    assert not compare(tmp_path, files(NEW)).is_fresh
    build(tmp_path, NEW)
    assert compare(tmp_path, files(NEW)).is_fresh
    assert state(NEW) == tree(tmp_path)


@pytest.mark.parametrize(
    "journal",
    [
        "",
        "{",
        "[" * 100_000,
        "null",
        "[]",
        "{}",
        '{"files": 1, "stale": 1}',
        '{"files": [1, null], "stale": [{}]}',
    ],
)
def test_damaged_journal(tmp_path: Path, journal: str) -> None:
    """A journal that cannot be read, as after a power cut, is in nobody's way."""
    build(tmp_path, OLD)
    (tmp_path / ".seedc").mkdir()
    (tmp_path / ".seedc/journal.json").write_text(journal)
    build(tmp_path, NEW)
    assert state(NEW) == tree(tmp_path)


@pytest.mark.parametrize("key", ["files", "stale"])
@pytest.mark.parametrize("path", ["/OUTSIDE", "../outside", "a/../../outside", "\0"])
def test_hostile_journal(tmp_path: Path, key: str, path: str) -> None:
    """A journal leads nowhere out of the folder."""
    out, outside = tmp_path / "out", tmp_path / "outside"
    outside.write_text("kept")
    build(out, OLD)
    (out / ".seedc").mkdir()
    (out / ".seedc/0").write_text("planted")
    paths = [path.replace("/OUTSIDE", str(outside))]
    journal = {"files": [], "stale": [], key: paths}
    (out / ".seedc/journal.json").write_text(json.dumps(journal))
    with pytest.raises(WorldError, match="leads elsewhere"):
        complete(out)
    assert outside.read_text() == "kept"


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from tests.write.builds import build
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
build(Path(sys.argv[1]), {"a/changed": "small", "big": "x" * 9000})
"""


def test_full_disk(tmp_path: Path) -> None:
    """Where there is no room for the new state, the old one stays, and no rest."""
    build(tmp_path, OLD)
    path = {"PYTHONPATH": f"{ROOT}/generator:{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, tmp_path],
        env=environment(path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "File too large" in done.stderr
    assert state(OLD) == tree(tmp_path)
    assert not (tmp_path / ".seedc").exists()


def test_file_system_without_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where folders cannot be locked, as on NFS, builds go without."""

    def refuse(_descriptor: int, _operation: int) -> None:
        raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr(fcntl, "flock", refuse)
    build(tmp_path, NEW)
    with held_still(tmp_path):
        assert compare(tmp_path, files(NEW)).is_fresh
