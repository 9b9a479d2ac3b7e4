"""A release that is there already is compared where it is, and not sent again."""

from dataclasses import replace

import pytest
from hypothesis import given

from seedc.apply.look import look, settle
from seedc.database.connect import connect, undone
from seedc.database.statements import ask
from seedc.model.plan import Options
from tests.apply.database import tables_of
from tests.apply.edits import do_all
from tests.apply.profile import databases
from tests.apply.releases import release
from tests.apply.stock import DDL, state, stock
from tests.apply.ways import applied, planned
from tests.apply.worlds import History, histories
from tests.sql import run

_SENT = Options(allow=frozenset({"fork"}), with_rows=True)
"""What is overridden is looked at closely; here there is nothing to override."""


@databases(15)
@given(history=histories())
def test_says_the_same(database: str, history: History) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Whatever people did to its rows, both ways to compare them find the same."""
    with tables_of(database, history.catalog):
        for step in history.steps:
            wanted = release(history.catalog, step.seeds)
            applied(wanted, database)
            do_all(database, step.edits)
            found = planned(wanted, database, Options(with_rows=True))
            assert found == replace(planned(wanted, database, _SENT), allowed=())


@pytest.mark.parametrize(
    ("edit", "sent"),
    [
        ("ANALYZE", False),
        ("UPDATE items SET tuned = 7, number = 7", False),
        ("INSERT INTO shops VALUES ('pub', 'The Pub', NULL, 0)", False),
        ("UPDATE items SET price = 1.1 WHERE id = 'bun'", True),
        ("DELETE FROM items_tags WHERE value = 'warm'", True),
        ("UPDATE seedc.state SET columns = '{}'", True),
        ("UPDATE seedc.runs SET digest = NULL", True),
    ],
)
def test_is_sent_only_if_it_must_be(
    new_database: str, edit: str, *, sent: bool
) -> None:
    """Rows go to the database again only where those of the seeds are no longer so."""
    run.apply(new_database, DDL)
    applied(stock(state()), new_database)
    run.apply(new_database, edit)
    assert _is_sent(new_database) is sent


def _is_sent(database: str) -> bool:
    wanted, options = stock(state()), Options()
    with connect(database) as connection, undone(connection):
        settle(connection, wanted, options)
        look(connection, wanted, options)
        return ask(connection, "SELECT to_regclass('pg_temp.items_stage')").rows != (
            (None,),
        )
