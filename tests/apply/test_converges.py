"""Whatever the seeds said before, and people did, the tables hold what is said now."""

from hypothesis import given

from tests.apply.database import (
    imagined,
    ledger,
    live,
    sequences,
    tables_of,
    versions_of_rows,
)
from tests.apply.edits import do_all
from tests.apply.profile import databases
from tests.apply.releases import release
from tests.apply.ways import applied
from tests.apply.worlds import History, histories


@databases(15)
@given(history=histories())
def test_converges(database: str, history: History) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Each release leads to the rows that the rules foretell; a second run is empty.

    It writes no row, no run and no value of a sequence.
    """
    catalog = history.catalog
    with tables_of(database, catalog):
        for step in history.steps:
            wanted = release(catalog, step.seeds)
            outcome = applied(wanted, database)
            assert outcome.plan.refusals == ()
            assert live(database, catalog) == imagined(step.run.world)
            before = _all_of(database, history)
            again = applied(wanted, database)
            assert (again.plan.is_empty, again.run) == (True, None)
            assert _all_of(database, history) == before
            do_all(database, step.edits)


def _all_of(database: str, history: History) -> tuple[object, ...]:
    versions = versions_of_rows(database, history.catalog)
    return versions, ledger(database), sequences(database)
