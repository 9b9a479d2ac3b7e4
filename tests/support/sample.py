"""The project at the root of this repository, for tests that change it."""

import shutil
from pathlib import Path

from tests.support.command import ROOT

SOURCES = ("seedc.toml", "schemas", "seeds")


def copy_sample(target: Path, *, built: bool = False) -> Path:
    """Copy the sample project, and return the copy.

    Args:
        target: Folder to make.
        built: Whether to copy its outputs as well.
    """
    target.mkdir(parents=True)
    for name in (*SOURCES, "out") if built else SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name)
        else:
            shutil.copyfile(ROOT / name, target / name)
    return target
