"""What is named oddly compiles, loads, and comes back as the seeds say.

The laws are those of random projects; here they hold for words that some language or
library keeps for itself, and for texts that would end what they stand in.
"""

import sqlite3
from contextlib import closing

from tests.outputs.batch import Batch
from tests.outputs.test_compiles import (
    test_python_passes_mypy,
    test_python_passes_pyright,
    test_typescript_compiles,
)
from tests.outputs.test_javascript import test_data_is_what_the_seeds_say
from tests.outputs.test_round_trip import python_path, test_rows_are_what_the_seeds_say
from tests.surprises.conftest import PROJECTS

__all__ = [
    "python_path",
    "test_data_is_what_the_seeds_say",
    "test_python_passes_mypy",
    "test_python_passes_pyright",
    "test_rows_are_what_the_seeds_say",
    "test_typescript_compiles",
]


def test_none_is_refused(batch: Batch) -> None:
    """Each project has an output in every target."""
    assert batch.refused == {}
    assert batch.names == sorted(PROJECTS)


def test_sqlite_takes_them(batch: Batch) -> None:
    """Both files load, twice, and the second time changes nothing."""
    for name in batch.names:
        out = batch.project(name) / "out/sqlite"
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.executescript((out / "schema.sql").read_text("utf-8"))
            seeds = (out / "seed.sql").read_text("utf-8")
            connection.executescript(seeds)
            first = [*connection.iterdump()]
            connection.executescript(seeds)
            assert [*connection.iterdump()] == first
