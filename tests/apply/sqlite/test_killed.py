"""An apply that is killed leaves the old rows or the new ones, never a mixture."""

import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from seedc.apply.sqlite.values import Seeds
from tests.apply.sqlite import shop
from tests.apply.sqlite.files import apply, read, seeds
from tests.apply.sqlite.shop import item, rows

GAME = shop.catalog()
SIZE = 400


def _seeds(version: int) -> Seeds:
    """Return seeds that change every row, and all names in a circle."""
    items = [item(f"i{i:04}", f"n{(i + version) % SIZE}", version) for i in range(SIZE)]
    tags = tuple((f"i{i:04}", 0, f"v{version}") for i in range(SIZE))
    return seeds(GAME, rows(GAME, *items, tags=tags), f"1.{version}.0")


def _state(path: Path) -> set[object]:
    """Return the versions that rows, lists and seedc's memory are of."""
    found = [
        *read(path, "SELECT DISTINCT price FROM items"),
        *read(path, "SELECT DISTINCT substr(value, 2) + 0 FROM items_tags"),
        *read(path, "SELECT DISTINCT substr(versions, -5, 1) + 0 FROM seedc_state"),
    ]
    return {value for (value,) in found}


def _fork(action: Callable[[], object]) -> int:
    """Run an action in a process of its own, and return its number."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            action()
            code = 0
        finally:
            os._exit(code)
    return child


def _run(path: Path, given: Seeds, moment: int) -> bool:
    """Apply seeds in a process that is killed; say whether it ended by itself.

    Args:
        path: The file.
        given: The seeds.
        moment: How many of SQLite's own steps later, in hundreds.
    """
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _die_after(moment)
            apply(path, given)
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return not os.WIFSIGNALED(status)


def _die_after(moment: int) -> None:
    passed = 0

    def count() -> int:
        nonlocal passed
        passed += 1
        if passed == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    class Watched(sqlite3.Connection):
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)  # type: ignore[arg-type]  # passed on
            self.set_progress_handler(count, 100)

    sqlite3.connect = Watched  # type: ignore[assignment]  # in this process alone


def test_killed_at_many_moments(tmp_path: Path) -> None:
    """What is there is of one version; the next run completes it."""
    path, moment, completed = tmp_path / "dev.db", 1, False
    while not completed:
        path.unlink(missing_ok=True)
        apply(path, _seeds(0))
        apply(path, _seeds(1))
        completed = _run(path, _seeds(2), moment)
        assert _state(path) == ({2} if completed else {1})
        assert read(path, "PRAGMA integrity_check") == [("ok",)]
        assert apply(path, _seeds(2)).plan.refusals == ()
        assert _state(path) == {2}
        moment = moment * 3 // 2 + 1


@pytest.mark.parametrize("number", range(6))
def test_killed_at_any_time(tmp_path: Path, number: int) -> None:
    """Also while the file is being written: at random, by the clock."""
    path = tmp_path / "dev.db"
    apply(path, _seeds(0))
    took = apply(path, _seeds(1)).seconds
    child = _fork(lambda: apply(path, _seeds(2)))
    time.sleep(took * random.Random(number).uniform(0.2, 1.4))  # noqa: S311, no secret
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert _state(path) in ({1}, {2})
    assert read(path, "PRAGMA integrity_check") == [("ok",)]
    assert apply(path, _seeds(2)).plan.refusals == ()
    assert _state(path) == {2}


def test_killed_while_it_makes_a_file(tmp_path: Path) -> None:
    """What it leaves is no file, an empty one, or all of it."""
    path, moment, completed = tmp_path / "dev.db", 1, False
    while not completed:
        path.unlink(missing_ok=True)
        completed = _run(path, _seeds(0), moment)
        assert apply(path, _seeds(0)).run == (None if completed else 1)
        assert _state(path) == {0}
        moment = moment * 2 + 1


def test_several_at_once(tmp_path: Path) -> None:
    """Each waits for the one before; an older version finds a newer one and stops."""
    path = tmp_path / "dev.db"
    given = [_seeds(version) for version in (0, 1, 2, 2, 1, 0)]
    children = [_fork(lambda s=s: apply(path, s)) for s in given]  # type: ignore[misc]  # mypy cannot infer a lambda's default
    for child in children:
        assert os.waitpid(child, 0)[1] == 0
    assert _state(path) >= {2}
    assert read(path, "SELECT DISTINCT price FROM items") == [(2,)]
    assert apply(path, _seeds(2)).plan.is_empty
