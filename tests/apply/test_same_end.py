"""`apply` and `seed.sql` end in identical databases, and may take turns."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.sandbox.server import Server
from tests.apply.database import live, objects, tables_of, value
from tests.apply.edits import do_all
from tests.apply.profile import databases
from tests.apply.releases import release, seed_sql
from tests.apply.ways import applied
from tests.apply.worlds import History, Step, histories
from tests.sql import run
from tests.support.postgres import fresh_database

_KNOWN = """
SELECT json_agg(json_build_array(
  table_name, columns, keys, images, hash
) ORDER BY table_name)::text FROM seedc.state
"""


@pytest.fixture(scope="session")
def trio(embedded_server: Server) -> Iterator[tuple[str, str, str]]:
    """Give three databases of one server."""
    with ExitStack() as stack:
        one, two, three = (
            stack.enter_context(fresh_database(embedded_server)) for _ in range(3)
        )
        yield one, two, three


@databases(12)
@given(history=histories(), turns=st.integers(0, 7))
def test_same_end(trio: tuple[str, str, str], history: History, turns: int) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """One database gets each release by `apply`, one by psql, one by turns.

    What is known of the rows is the same, too, to the last image.
    """
    catalog = history.catalog
    with ExitStack() as stack:
        for each in trio:
            stack.enter_context(tables_of(each, catalog))
        for number, step in enumerate(history.steps):
            by_turns = _by_psql if turns >> number & 1 else _by_apply
            ways = (_by_apply, _by_psql, by_turns)
            for way, conninfo in zip(ways, trio, strict=True):
                way(conninfo, history, step)
            one, two, three = (_all_of(each, history) for each in trio)
            assert one == two
            assert one == three
            for each in trio:
                do_all(each, step.edits)


def _by_apply(conninfo: str, history: History, step: Step) -> None:
    outcome = applied(release(history.catalog, step.seeds), conninfo)
    assert outcome.plan.refusals == ()


def _by_psql(conninfo: str, history: History, step: Step) -> None:
    run.psql(conninfo, seed_sql(history.catalog, step.seeds))


def _all_of(conninfo: str, history: History) -> tuple[object, ...]:
    rows = live(conninfo, history.catalog)
    return rows, objects(conninfo), value(conninfo, _KNOWN)
