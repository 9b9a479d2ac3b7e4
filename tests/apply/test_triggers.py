"""What triggers and rules make of rows is noticed, and is the same in both ways."""

from collections.abc import Callable

import pytest

from seedc.model.errors import WorldError
from tests.apply.database import everything, value
from tests.apply.refusals import changed
from tests.apply.stock import DDL, State, state, stock, stock_sql
from tests.apply.ways import applied
from tests.sql import run

_TRIGGER = """
CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN {body} RETURN {row}; END $$;
CREATE TRIGGER meddle BEFORE INSERT OR UPDATE ON items
  FOR EACH ROW EXECUTE FUNCTION meddle();
"""
_RAISES_PRICES = _TRIGGER.format(body="new.price := new.price + 1;", row="new")
_COUNTS = _TRIGGER.format(body="new.number := 7;", row="new")
_HOLDS_BACK = "CREATE RULE none AS ON UPDATE TO items DO INSTEAD NOTHING"
_LOGS = """
CREATE TABLE log (id text);
CREATE RULE log AS ON INSERT TO items DO ALSO INSERT INTO log VALUES (new.id);
"""


def _apply(rows: State, version: str, conninfo: str) -> None:
    outcome = applied(stock(rows, version), conninfo)
    assert outcome.plan.refusals == ()


def _psql(rows: State, version: str, conninfo: str) -> None:
    done = run.try_psql(conninfo, stock_sql(rows, version))
    if done.returncode:
        raise WorldError(done.stderr)


WAYS = pytest.mark.parametrize("bring", [_apply, _psql])
_Way = Callable[[State, str, str], None]


@WAYS
def test_what_the_seeds_write_is_changed(database: str, bring: _Way) -> None:
    """Every run would write such a row anew: the first one fails and names it."""
    run.apply(database, DDL + _RAISES_PRICES)
    before = everything(database)
    with pytest.raises(WorldError, match=r"items: a trigger changes .*: ale, bun, hop"):
        bring(state(), "1.0.0", database)
    assert everything(database) == before


@WAYS
def test_an_update_is_changed(database: str, bring: _Way) -> None:
    """The same holds for a trigger that came later."""
    run.apply(database, DDL)
    bring(state(), "1.0.0", database)
    run.apply(database, _RAISES_PRICES)
    with pytest.raises(WorldError, match="items: a trigger changes"):
        bring(changed(), "1.1.0", database)
    assert value(database, "SELECT max(price)::text FROM items") == "1.10"


@WAYS
def test_other_columns_are_changed(database: str, bring: _Way) -> None:
    """A trigger may do with columns that are not the seeds' what it likes."""
    run.apply(database, DDL + _COUNTS)
    bring(state(), "1.0.0", database)
    bring(changed(), "1.1.0", database)
    assert value(database, "SELECT array_agg(DISTINCT number) FROM items") == [7]
    before = everything(database)
    bring(changed(), "1.1.0", database)
    assert everything(database) == before


def test_rows_are_held_back(database: str) -> None:
    """The file names the table, and what may be the reason."""
    run.apply(database, DDL)
    _psql(state(), "1.0.0", database)
    run.apply(database, _HOLDS_BACK)
    with pytest.raises(WorldError, match=r"rows of items .* rule .*: 3 planned, 0 wr"):
        _psql(changed(), "1.1.0", database)


@WAYS
def test_rules(database: str, bring: _Way) -> None:
    """A rule works for an empty table too, which could do with a mere COPY."""
    run.apply(database, DDL + _LOGS)
    bring(state(), "1.0.0", database)
    logged = "SELECT array_agg(id ORDER BY id) FROM log"
    assert value(database, logged) == ["ale", "bun", "hop"]
