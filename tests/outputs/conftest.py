"""Fixtures of the tests of random projects."""

import fcntl
from pathlib import Path

import pytest

from tests.outputs.batch import Batch, make
from tests.support.node import node

__all__ = ["node"]


@pytest.fixture(scope="session")
def batch(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Batch:
    """Compile the projects, once for all workers."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    with (shared / "outputs.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _made(shared / "outputs")


def _made(root: Path) -> Batch:
    return Batch(root) if (root / "refused.json").exists() else make(root)
