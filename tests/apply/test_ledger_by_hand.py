"""A ledger that somebody changed does no harm."""

import pytest

from seedc.database.refused import RefusedError
from tests.apply.database import everything, value
from tests.apply.stock import DDL, state, stock
from tests.apply.ways import applied, planned
from tests.sql import run


def test_versions_that_are_gone(database: str) -> None:
    """They are written again, though the rows are still as the last run left them."""
    run.apply(database, DDL)
    assert applied(stock(state()), database).run is not None
    run.apply(database, "UPDATE seedc.runs SET versions = '{}'")
    assert not planned(stock(state()), database).is_empty
    assert applied(stock(state()), database).run is not None
    assert planned(stock(state()), database).is_empty
    versions = "SELECT count(*) FROM seedc.runs WHERE versions <> '{}'"
    assert value(database, versions) == 1


def test_a_schema_without_a_ledger(database: str) -> None:
    """Nobody guesses what it is for; the hint says what to do."""
    run.apply(
        database, f"{DDL}; DROP SCHEMA IF EXISTS seedc CASCADE; CREATE SCHEMA seedc"
    )
    before = everything(database)
    with pytest.raises(RefusedError, match="the ledger cannot be made") as caught:
        applied(stock(state()), database)
    assert "drop it" in str(caught.value.hint)
    assert everything(database) == before
