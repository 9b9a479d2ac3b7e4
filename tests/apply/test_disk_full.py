"""A disk that is full: a real one, a small file system under the tables."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest

from seedc.database.refused import RefusedError
from seedc.model.release import Release
from seedc.sandbox.home import locate
from tests.apply.database import everything
from tests.apply.stock import DDL, State, item, state, stock, stock_sql
from tests.apply.ways import applied
from tests.sql import run

_MANY = 30_000


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """Mount a file system of a few megabytes that the server may write to."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small file system")
    folder = Path(tempfile.mkdtemp(prefix="seedc-disk-", dir="/var/tmp"))
    if not _mount(folder, "size=2m"):
        folder.rmdir()
        pytest.skip("no file system can be mounted here")
    try:
        account = locate(folder).account
        assert account is not None
        os.chown(folder, account.uid, account.gid)
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        shutil.rmtree(folder)


def _mount(folder: Path, options: str) -> bool:
    """Say whether that was possible; not every container may."""
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@contextmanager
def _tables_on(disk: Path, conninfo: str, what: str) -> Iterator[None]:
    """Have tables, or temporary ones, lie on a disk."""
    database = run.database_of(conninfo)
    with run.connected(conninfo) as owner:
        run.run(owner, f"CREATE TABLESPACE small LOCATION '{disk}'")
        try:
            run.run(owner, f"ALTER DATABASE {database} SET {what} = small")
            yield
        finally:
            run.run(owner, f"ALTER DATABASE {database} RESET {what}")
            run.run(owner, "DROP SCHEMA public, seedc CASCADE")
            run.run(owner, "CREATE SCHEMA public")
            run.run(owner, "DROP TABLESPACE small")


def _large(rows: int) -> State:
    large = state()
    large["items"] += [item(f"item {n}", n, price=Decimal(n)) for n in range(10, rows)]
    return large


@pytest.mark.parametrize("what", ["default_tablespace", "temp_tablespaces"])
def test_disk_full(new_database: str, small_disk: Path, what: str) -> None:
    """Under the rows, or where they are compared: it is told, and nothing is there."""
    with _tables_on(small_disk, new_database, what):
        run.apply(new_database, DDL)
        applied(stock(state()), new_database)
        before = everything(new_database)
        release: Release = stock(_large(_MANY), "1.1.0")
        with pytest.raises(RefusedError, match="disk of the database is full") as full:
            applied(release, new_database)
        assert full.value.sqlstate == "53100"
        assert everything(new_database) == before
        sql = stock_sql(_large(_MANY), "1.1.0")
        done = run.try_psql(new_database, sql)
        assert done.returncode == 3
        assert "No space left on device" in done.stderr
        assert everything(new_database) == before
        _mount(small_disk, "remount,size=64m")
        assert applied(stock(_large(100), "1.1.0"), new_database).run is not None
