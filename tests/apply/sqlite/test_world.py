"""Files that are missing, foreign, damaged, locked or full: said in words."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from seedc.apply.sqlite.connect import seconds
from seedc.apply.sqlite.values import Seeds
from seedc.model.errors import WorldError
from seedc.model.project import Deploy
from tests.apply.sqlite import shop
from tests.apply.sqlite.files import apply, do, opened, plan, read, seeds
from tests.apply.sqlite.shop import item, rows

GAME = shop.catalog()
FIRST = seeds(GAME, rows(GAME, item("ale"), tags=(("ale", 0, "wet"),)))
THEN = seeds(GAME, rows(GAME, item("ale", "Porter")), "1.1.0")
HASTY = Deploy(lock_timeout="50ms")


def _refused(path: Path, given: Seeds) -> WorldError:
    with pytest.raises(WorldError) as refused:
        apply(path, given)
    return refused.value


def test_a_missing_file_is_made(tmp_path: Path) -> None:
    """By an apply, with its tables; a plan tells the same and makes none."""
    path = tmp_path / "dev.db"
    made = plan(path, FIRST)
    assert not path.exists()
    assert apply(path, FIRST, expected=made.fingerprint).run == 1
    assert read(path, "SELECT id FROM items") == [("ale",)]


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    """It is what a killed run leaves of a new one."""
    path = tmp_path / "dev.db"
    path.touch()
    assert plan(path, FIRST).refusals == ()
    assert apply(path, FIRST).run == 1


def test_a_refused_plan_makes_no_file(tmp_path: Path) -> None:
    """Here: one that was made for something else."""
    path = tmp_path / "dev.db"
    assert apply(path, FIRST, expected="0" * 64).run is None
    assert not path.exists()


def test_a_missing_folder(tmp_path: Path) -> None:
    """It is not made: its name may be a slip."""
    error = _refused(tmp_path / "no" / "dev.db", FIRST)
    assert "no such file or directory" in error.message
    assert not (tmp_path / "no").exists()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """It is named as what it is."""
    assert "is a folder" in _refused(tmp_path, FIRST).message


def test_another_file(tmp_path: Path) -> None:
    """It is left as it is."""
    path = tmp_path / "dev.db"
    path.write_text("a letter to my aunt\n" * 100)
    assert "is not a database of SQLite" in _refused(path, FIRST).message
    assert path.read_text().startswith("a letter")


def test_missing_tables_and_columns(tmp_path: Path) -> None:
    """The first one that is missing is named, and where to find it."""
    path = tmp_path / "dev.db"
    do(path, "CREATE TABLE items (id TEXT PRIMARY KEY, name TEXT)")
    error = _refused(path, FIRST)
    assert "no column `price`" in error.message
    assert "sqlite/schema.sql" in str(error.hint)
    do(path, "DROP TABLE items", "CREATE TABLE other (id)")
    assert "no table `items`" in _refused(path, FIRST).message


def test_a_locked_file(tmp_path: Path) -> None:
    """Who waits gives up after `lock_timeout`, and leaves nothing behind."""
    path = tmp_path / "dev.db"
    apply(path, FIRST)
    with opened(path) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE items SET sold = 1")
        error = _refused(path, replace(THEN, deploy=HASTY))
        assert "is locked by another program" in error.message
        other.execute("COMMIT")
    assert read(path, "SELECT name, sold FROM items") == [("Ale", 1)]
    assert apply(path, THEN).run == 2


def test_readers_go_on(tmp_path: Path) -> None:
    """A plan reads while another program has written and not yet committed."""
    path = tmp_path / "dev.db"
    apply(path, FIRST)
    with opened(path) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE items SET sold = 1")
        assert plan(path, replace(FIRST, deploy=HASTY)).is_empty
        other.execute("ROLLBACK")


def test_a_unique_value_that_is_taken(tmp_path: Path) -> None:
    """By a row of the application's: SQLite's own words, and nothing is written."""
    path = tmp_path / "dev.db"
    apply(path, FIRST)
    shop.own_item(path, "mine", "Porter")
    assert "UNIQUE constraint failed: items.name" in _refused(path, THEN).message
    assert read(path, "SELECT name FROM items WHERE id = 'ale'") == [("Ale",)]


def test_a_trigger_that_keeps_rows(tmp_path: Path) -> None:
    """What was planned is done, or nothing."""
    path = tmp_path / "dev.db"
    apply(path, FIRST)
    do(
        path,
        "CREATE TRIGGER keep BEFORE DELETE ON items_tags"
        " BEGIN SELECT raise(IGNORE); END",
    )
    assert "`items_tags` changed 0" in _refused(path, THEN).message
    assert read(path, "SELECT name FROM items") == [("Ale",)]


def test_a_reference_that_would_lead_nowhere(tmp_path: Path) -> None:
    """One that a trigger makes is found by the commit, and named."""
    path = tmp_path / "dev.db"
    apply(path, FIRST)
    do(
        path,
        "CREATE TRIGGER stray AFTER UPDATE ON items"
        " BEGIN INSERT INTO bundles VALUES ('b', 'nothing'); END",
    )
    error = _refused(path, THEN)
    assert "a row of `bundles` would refer to a row of `items`" in error.message
    assert read(path, "SELECT name FROM items") == [("Ale",)]


@contextmanager
def _small_disk(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk(tmp_path: Path) -> None:
    """The file is as it was, and whole."""
    path = tmp_path / "dev.db"
    apply(path, FIRST)
    before = path.read_bytes()
    more = [item(f"i{i}", "x" * 500 + str(i)) for i in range(2000)]
    then = seeds(GAME, rows(GAME, item("ale"), *more), "1.1.0")
    with _small_disk(len(before) + 50_000):
        error = _refused(path, then)
    assert "disk" in f"{error.message} {error.hint}"
    assert read(path, "SELECT id FROM items") == [("ale",)]
    assert read(path, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_that_may_not_be_written(tmp_path: Path) -> None:
    """It can be planned for."""
    path = tmp_path / "dev.db"
    apply(path, FIRST)
    path.chmod(0o444)
    assert not plan(path, THEN).is_empty
    assert "may not be written" in _refused(path, THEN).message


@pytest.mark.parametrize(
    ("interval", "expected"),
    [("250ms", 0.25), ("5s", 5.0), ("2min", 120.0), ("1h", 3600.0)],
)
def test_intervals(interval: str, expected: float) -> None:
    """They are those of the project file."""
    assert seconds(interval) == expected


def test_no_time_is_no_limit() -> None:
    """As in Postgres."""
    assert seconds("0s") > 100_000
