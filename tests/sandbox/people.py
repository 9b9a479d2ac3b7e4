"""Runs pieces of seedc as other processes, and as other users."""

import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import final

import pytest

GENERATOR = Path(__file__).parents[2] / "generator"
PACKAGES = Path(str(distribution("psycopg").locate_file("")))
NOBODY = 65534  # as whom tests that run as root play an ordinary user

PREAMBLE = """
import sys
from pathlib import Path
from seedc.database.statements import execute
from seedc.sandbox.connect import connected
from seedc.sandbox.home import locate
from seedc.sandbox.local import down, up
from seedc.sandbox.lock import locked
from seedc.sandbox.server import find
from seedc.sandbox.start import start
from seedc.sandbox.stop import reset, stop
project = Path(sys.argv[1])
home = locate(project)
"""
START = "with locked(home): start(home)"
STOP = "with locked(home): stop(home)"
DELETE = "with locked(home): reset(home)"
ASK = """
with connected(find(home), "postgres") as connection:
    print(*execute(connection, {!r})[0])
"""


@final
@dataclass(frozen=True, slots=True)
class Person:
    """Someone who works on a project, in processes of their own.

    Attributes:
        uid: Who they are; None: the user who runs the tests.
        project: Folder of their project.
    """

    uid: int | None
    project: Path

    def begin(self, code: str, *search: Path) -> subprocess.Popen[str]:
        """Run Python with the names of `PREAMBLE`, and do not wait for its end.

        Args:
            code: What to run.
            search: Where to find packages first.
        """
        path = os.pathsep.join(map(str, (*search, GENERATOR, PACKAGES)))
        script = PREAMBLE + textwrap.dedent(code)
        return subprocess.Popen(
            [interpreter(self.uid), "-B", "-c", script, self.project],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd="/",
            env={**os.environ, "PYTHONPATH": path},
            user=self.uid,
            group=self.uid,
            extra_groups=None if self.uid is None else [],
        )

    def run(self, code: str, *search: Path) -> str:
        """Run Python with the names of `PREAMBLE`; return what it printed."""
        with self.begin(code, *search) as process:
            printed, complaint = process.communicate(timeout=100)
        assert (process.returncode, complaint) == (0, "")
        return printed.strip()

    def ask(self, query: str) -> str:
        """Return the one row that a query has on the server that runs."""
        return self.run(ASK.format(query.encode()))

    def postmaster(self) -> int:
        """Return the process id of the server that runs."""
        return int(self.run("print((home.data / 'postmaster.pid').open().readline())"))


@cache
def interpreter(uid: int | None) -> str:
    """Return a Python that a user can run, or skip the test."""
    if uid is None:
        return sys.executable
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    for each in (sys.executable, f"/usr/bin/python{version}"):
        try:
            subprocess.run([each, "-c", "import sqlite3"], user=uid, check=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        return each
    pytest.skip(f"user {uid} cannot run any Python {version}")


@contextmanager
def at_work(uid: int | None) -> Iterator[Person]:
    """Give someone a project, and leave nothing of it or of its server."""
    project = Path(tempfile.mkdtemp(prefix="seedc-test-"))
    person = Person(uid, project)
    if uid is not None:
        os.chown(project, uid, uid)
    try:
        yield person
        person.run(DELETE)
    finally:
        shutil.rmtree(project)


def states(folder: Path) -> dict[Path, tuple[int, int, int]]:
    """Return mode, owner and group of a folder and of all above it."""
    found = {each: each.stat() for each in (folder, *folder.parents)}
    return {path: (it.st_mode, it.st_uid, it.st_gid) for path, it in found.items()}
