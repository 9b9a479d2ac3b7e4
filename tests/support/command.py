"""Runs the command `seedc` as people do: in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import final

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "generator"


@final
@dataclass(frozen=True, slots=True)
class Done:
    """How a process ended: its exit code and what it said."""

    code: int
    out: str
    err: str


def seedc(
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    before: str = "",
    stdout: int = subprocess.PIPE,
) -> Done:
    """Run `seedc` to its end.

    Args:
        arguments: Its arguments.
        cwd: Where to run it.
        env: Variables that differ from our own.
        before: Python to run in the process before seedc.
        stdout: Descriptor that takes the results; default: they are returned.
    """
    with begin(*arguments, cwd=cwd, env=env, before=before, stdout=stdout) as process:
        out, err = process.communicate(timeout=100)
    return Done(process.returncode, out or "", err)


def begin(
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    before: str = "",
    stdout: int = subprocess.PIPE,
) -> subprocess.Popen[str]:
    """Start `seedc`, and do not wait for its end; as for `seedc`."""
    return subprocess.Popen(
        [*python(before), *map(str, arguments)],
        cwd=cwd,
        env=environment(env),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="surrogateescape",
    )


def python(before: str = "") -> Sequence[str]:
    """Return the command line that runs `seedc` with the Python of the tests."""
    script = f"{before}\nfrom seedc.cli.main import run\nrun()"
    return sys.executable, "-c", script


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return our environment, in which `seedc` is found, with changes."""
    return {**os.environ, "PYTHONPATH": str(GENERATOR), **(changes or {})}


def tree(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder, by path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
