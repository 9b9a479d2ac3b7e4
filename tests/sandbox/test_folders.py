"""Laws of the folders of a home."""

import os
from pathlib import Path

import pytest

from seedc.model.errors import WorldError
from seedc.sandbox.folders import prepare
from seedc.sandbox.home import Home
from tests.sandbox.people import NOBODY


@pytest.fixture
def home(short_folder: Path) -> Home:
    """Return the home of an ordinary user's project."""
    folder = short_folder / ".seedc" / "postgres"
    return Home(folder, folder / "socket", None)


def test_private(home: Home) -> None:
    """Nobody else can enter a home, whatever the umask."""
    before = os.umask(0)
    try:
        prepare(home)
    finally:
        os.umask(before)
    assert home.folder.stat().st_mode & 0o777 == 0o700
    assert home.sockets.stat().st_mode & 0o777 == 0o700


def test_passable_at_last(home: Home) -> None:
    """What a killed run left narrower than meant is put right."""
    home.folder.mkdir(0o500, parents=True)
    prepare(home)
    assert home.folder.stat().st_mode & 0o777 == 0o700


def test_ignored(home: Home) -> None:
    """Git ignores all of `.seedc`, without help from the project's .gitignore."""
    prepare(home)
    assert (home.folder.parent / ".gitignore").read_text() == "*\n"


def test_ignored_in_other_words(home: Home) -> None:
    """A `.gitignore` that is there already stays as it is."""
    home.folder.parent.mkdir()
    (home.folder.parent / ".gitignore").write_text("postgres\n")
    prepare(home)
    assert (home.folder.parent / ".gitignore").read_text() == "postgres\n"


def test_a_link_is_refused(home: Home, short_folder: Path) -> None:
    """A link in the place of a home is refused, and its target left alone."""
    target = short_folder / "elsewhere"
    target.mkdir(0o700)
    home.folder.parent.mkdir()
    home.folder.symlink_to(target)
    with pytest.raises(WorldError, match="is not a folder of user"):
        prepare(home)
    assert list(target.iterdir()) == []


def test_an_open_folder_is_refused(home: Home) -> None:
    """A folder that others can enter is refused, never made private quietly."""
    home.folder.mkdir(parents=True)
    home.folder.chmod(0o755)
    with pytest.raises(WorldError, match="with mode 700"):
        prepare(home)
    assert home.folder.stat().st_mode & 0o777 == 0o755


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_foreign_folder_is_refused(home: Home) -> None:
    """A folder of somebody else is refused."""
    home.folder.mkdir(0o700, parents=True)
    os.chown(home.folder, NOBODY, NOBODY)
    with pytest.raises(WorldError, match="is not a folder of user 0"):
        prepare(home)
