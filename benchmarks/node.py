"""Node with knex and pg, installed once into the user's cache."""

import os
import shutil
import subprocess
from pathlib import Path

PACKAGES = ("pg@8.23.1", "knex@3.3.0")

_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def find_knex() -> Path | None:
    """Return the folder in which knex is installed; say why there is none."""
    folder = _CACHE / "seedc-bench" / "-".join(PACKAGES)
    if (folder / "node_modules").exists():
        return folder
    if not (shutil.which("node") and shutil.which("npm")):
        print("  without knex: there is no node, or no npm")
        return None
    folder.mkdir(parents=True, exist_ok=True)
    options = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    done = subprocess.run(
        ("npm", "install", "--prefix", str(folder), *options, *PACKAGES),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        shutil.rmtree(folder)
        print(f"  without knex: npm could not install it: {done.stderr.strip()}")
        return None
    return folder
