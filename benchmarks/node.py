"""Node with packages of npm, installed once into the user's cache."""

import os
import shutil
import subprocess
from pathlib import Path

PACKAGES = ("pg@8.23.1", "knex@3.3.0")
"""What upserts from Node are measured with."""

TYPES = ("json-schema-to-typescript@16.0.0", "quicktype@26.0.0", "typescript@5.9.3")
"""What generated types are compared with, and checked by."""

_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def find_knex() -> Path | None:
    """Return the folder in which knex is installed; say why there is none."""
    return find(PACKAGES)


def find(packages: tuple[str, ...]) -> Path | None:
    """Return the folder in which packages are installed; say why there is none."""
    names = [package.rpartition("@")[0] for package in packages]
    folder = _CACHE / "seedc-bench" / "-".join(packages)
    if (folder / "node_modules").exists():
        return folder
    if not (shutil.which("node") and shutil.which("npm")):
        print(f"  without {', '.join(names)}: there is no node, or no npm")
        return None
    folder.mkdir(parents=True, exist_ok=True)
    options = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    done = subprocess.run(
        ("npm", "install", "--prefix", str(folder), *options, *packages),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        shutil.rmtree(folder)
        error = done.stderr.strip()
        print(f"  without {', '.join(names)}: npm could not install them: {error}")
        return None
    return folder
