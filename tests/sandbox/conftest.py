"""Whom the laws are tested for: who runs the tests and, if root, one more."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sandbox.people import NOBODY, Person, at_work


@pytest.fixture(params=[None, NOBODY], ids=["self", "nobody"])
def person(request: pytest.FixtureRequest) -> Iterator[Person]:
    """Give a project to the user who runs the tests, and to an ordinary user."""
    uid: int | None = request.param
    if uid is not None and os.geteuid() != 0:
        pytest.skip("only root can be somebody else; `self` is an ordinary user")
    with at_work(uid) as someone:
        yield someone


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """Give an empty folder with a path short enough for a socket in it."""
    folder = Path(tempfile.mkdtemp(prefix="seedc-test-"))
    yield folder
    shutil.rmtree(folder)
