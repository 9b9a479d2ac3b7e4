"""Laws of where a server lives."""

import os
import pwd
import sys
from pathlib import Path

import pytest

from seedc.model.errors import WorldError
from seedc.sandbox.home import (
    LONG_LIVED,
    LONGEST_SOCKET_PATH,
    PORT,
    SHORT_LIVED,
    Account,
    Home,
    locate,
)

USER = 1234


@pytest.fixture
def as_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let seedc believe that an ordinary user runs it."""
    monkeypatch.setattr(os, "geteuid", lambda: USER)


@pytest.fixture
def as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let seedc believe that root runs it."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)


@pytest.mark.usefixtures("as_user")
def test_of_a_user() -> None:
    """A user's server lives in the project, its socket as well, as that user."""
    folder = Path("/srv/game/.seedc/postgres")
    assert Home(folder, folder / "socket", None) == locate(Path("/srv/game"))


@pytest.mark.usefixtures("as_user")
@pytest.mark.parametrize(
    "project", ["/srv/" + "long" * 30, "/srv/a b", "/srv/a,b", "/srv/a'b", "/srv/ö"]
)
def test_socket_elsewhere(project: str) -> None:
    """Where a path is no good for a socket, only the socket lives elsewhere."""
    home = locate(Path(project))
    assert Path(project, ".seedc/postgres") == home.folder
    assert home.sockets.parent == SHORT_LIVED
    assert len(f"{home.sockets}/.s.PGSQL.{PORT}") <= LONGEST_SOCKET_PATH


@pytest.mark.usefixtures("as_root")
def test_of_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root's server lives outside the project, as the first user there is."""
    monkeypatch.setattr(pwd, "getpwnam", {"nobody": pwd.getpwuid(0)}.__getitem__)
    home = locate(Path("/srv/game"))
    assert Account("nobody", 0, 0) == home.account
    assert home.folder.parent == LONG_LIVED
    assert home.folder / "socket" == home.sockets


@pytest.mark.usefixtures("as_root")
def test_of_root_without_a_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where root finds no user for the server it says so, and makes none."""
    monkeypatch.setattr(pwd, "getpwnam", dict[str, None]().__getitem__)
    with pytest.raises(WorldError, match="no system user `postgres`"):
        locate(Path("/srv/game"))


@pytest.mark.parametrize("who", ["as_user", "as_root"])
def test_of_two_projects(who: str, request: pytest.FixtureRequest) -> None:
    """Two projects never share a home, whatever their length."""
    request.getfixturevalue(who)
    projects = [Path(f"/srv/{name}{tail}") for name in "ab" for tail in ("", "x" * 99)]
    homes = [locate(project) for project in projects]
    assert len({home.folder for home in homes}) == 4
    assert len({home.sockets for home in homes}) == 4


@pytest.mark.usefixtures("as_user")
def test_of_one_project(short_folder: Path) -> None:
    """A project has one home, whichever way one comes to it."""
    (short_folder / "game").mkdir()
    (short_folder / "link").symlink_to("game")
    assert locate(short_folder / "game") == locate(short_folder / "link")


def test_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows is refused in words, instead of failing somewhere."""
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(WorldError, match="needs Linux or macOS"):
        locate(Path("/srv/game"))
