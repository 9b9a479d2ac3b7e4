"""A table that was emptied can be filled again."""

from tests.apply.database import value
from tests.apply.stock import DDL, State, state, stock
from tests.apply.ways import applied
from tests.sql import run


def test_filled_again(database: str) -> None:
    """What is known of it is nothing at first, and all of it then."""
    empty: State = {**state(), "items_tags": []}
    run.apply(database, DDL)
    for version, rows in (("1.0.0", state()), ("1.1.0", empty), ("1.2.0", state())):
        assert applied(stock(rows, version), database).run is not None
    assert applied(stock(state(), "1.2.0"), database).run is None
    known = "SELECT cardinality(keys) FROM seedc.state WHERE table_name = 'items_tags'"
    assert value(database, known) == len(state()["items_tags"])
