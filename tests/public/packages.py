"""The packages that published schemas come in, fetched once for all test runs."""

import fcntl
import json
import os
import subprocess
import tarfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import cast

import pytest

from seedc.model.json_value import JsonValue
from tests.support.command import ROOT
from tests.support.node import find_node

_ISO_CODES = Path("/usr/share/iso-codes/json")  # Debian's package of that name
_PACKS = ROOT / ".seedc" / "node" / "packs"


@cache
def contents(package: str, path: str) -> JsonValue:
    """Return a JSON file of a package; skip the test where it cannot be had.

    Args:
        package: `check-jsonschema`, `iso-codes`, or one of npm with its version.
        path: Of the file, in the package.
    """
    if package == "check-jsonschema":
        text = _of_check_jsonschema(path)
    elif package == "iso-codes":
        text = _of_iso_codes(path)
    else:
        text = _of_npm(package, path)
    return cast("JsonValue", json.loads(text))


def _of_check_jsonschema(path: str) -> bytes:
    spec = find_spec("check_jsonschema")
    assert spec is not None
    assert spec.origin is not None
    schemas = Path(spec.origin).parent / "builtin_schemas" / "vendor"
    return (schemas / path).read_bytes()


def _of_iso_codes(path: str) -> bytes:
    if not _ISO_CODES.exists():
        pytest.skip("the Debian package iso-codes is not installed")
    return (_ISO_CODES / path).read_bytes()


def _of_npm(package: str, path: str) -> bytes:
    """Return a file of a package of npm, which runs none of it."""
    folder = _PACKS / package.replace("@", "").replace("/", "-")
    kept = folder / path
    folder.mkdir(parents=True, exist_ok=True)
    with (_PACKS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():  # unpacking all would take the room of a disk
            _extract(package, path, folder, kept)
    return kept.read_bytes()


def _extract(package: str, path: str, folder: Path, kept: Path) -> None:
    if not any(folder.glob("*.tgz")):
        _fetch(package, folder)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        file = archive.extractfile(f"package/{path}")
        assert file is not None
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(file.read())


def _fetch(package: str, folder: Path) -> None:
    path = os.pathsep.join([str(find_node()), os.environ.get("PATH", os.defpath)])
    done = subprocess.run(
        ["npm", "pack", "--silent", package],
        cwd=folder,
        env=os.environ | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode and os.environ.get("CI") == "true":
        pytest.fail(f"npm could not fetch {package}: {done.stderr}")
    if done.returncode:
        pytest.skip(f"npm could not fetch {package}")
