"""Laws of a file that is written as a whole, or not at all."""

import os
import stat
from pathlib import Path
from threading import Thread

import pytest

from seedc.write.whole_file import write_whole
from tests.support.dying import moments


def test_new_and_old(tmp_path: Path) -> None:
    """The content is all that there is, and nothing else is left in the folder."""
    file = tmp_path / "release"
    for content in (b"long content", b"short", b""):
        write_whole(file, content)
        assert file.read_bytes() == content
    assert list(tmp_path.iterdir()) == [file]


def test_mode(tmp_path: Path) -> None:
    """The file may be read by whom the user's files may be read."""
    other = tmp_path / "other"
    other.touch()
    write_whole(tmp_path / "release", b"x")
    assert (tmp_path / "release").stat().st_mode == other.stat().st_mode


def test_link(tmp_path: Path) -> None:
    """A link stays one: what it leads to is written."""
    link, file = tmp_path / "latest", tmp_path / "release"
    link.symlink_to(file)
    write_whole(link, b"x")
    assert link.is_symlink()
    assert file.read_bytes() == b"x"


def test_pipe(tmp_path: Path) -> None:
    """A pipe takes the content, and stays a pipe."""
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"x")
    reader.join()
    assert read == [b"x"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_refused(tmp_path: Path) -> None:
    """What cannot be written is named as the user named it, and leaves nothing."""
    for file in (tmp_path / "nowhere/release", tmp_path):
        with pytest.raises(OSError, match="directory") as caught:
            write_whole(file, b"x")
        assert caught.value.filename in (str(file), file)
    assert list(tmp_path.iterdir()) == []


def test_killed(tmp_path: Path) -> None:
    """Whenever it is killed, the file is the old one or the new one."""
    file = tmp_path / "release"
    file.write_bytes(b"old")
    found = set[bytes]()
    for _ in moments(lambda: write_whole(file, b"new"), tmp_path):
        found.add(file.read_bytes())
        file.write_bytes(b"old")
    assert found <= {b"old", b"new"}
    assert b"old" in found
