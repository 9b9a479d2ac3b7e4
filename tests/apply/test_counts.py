"""A plan says what an apply does, to the row."""

from collections import Counter

from hypothesis import given

from seedc.model.plan import Options, Plan
from tests.apply.database import (
    shown_key,
    tables_of,
    value,
    versions_of_rows,
)
from tests.apply.edits import do_all
from tests.apply.oracle import Counts, Run
from tests.apply.profile import databases
from tests.apply.releases import release
from tests.apply.ways import applied, planned
from tests.apply.worlds import History, histories


@databases(15)
@given(history=histories())
def test_counts(database: str, history: History) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """It counts what the rules foretell, and just these rows are written."""
    catalog = history.catalog
    with tables_of(database, catalog):
        for step in history.steps:
            wanted = release(catalog, step.seeds)
            before = versions_of_rows(database, catalog)
            found = planned(wanted, database, Options(with_rows=True))
            assert versions_of_rows(database, catalog) == before
            assert _counts(found) == _foretold(step.run)
            assert _listed(found) == _counts(found)
            outcome = applied(wanted, database, Options(expected=found.fingerprint))
            assert outcome.plan.fingerprint == found.fingerprint
            assert _recorded(database, outcome.run) == _foretold(step.run)
            after = versions_of_rows(database, catalog)
            assert _written(before, after) == {
                (table, shown_key(key)) for table, key in step.run.touched
            }
            do_all(database, step.edits)


def _counts(found: Plan) -> Counts:
    return {t.table: Counter(t.counts) for t in found.tables if t.counts}


def _listed(found: Plan) -> Counts:
    listed: Counts = {}
    for table in found.tables:
        for row in table.rows or ():
            listed.setdefault(table.table, Counter())[row.action] += 1
    return listed


def _foretold(run: Run) -> Counts:
    return {name: counts for name, counts in run.counts.items() if counts}


def _recorded(database: str, run: int | None) -> object:
    """Return what the ledger says of a run; nothing if there was nothing to do."""
    if run is None:
        return {}
    return value(database, f"SELECT changes FROM seedc.runs WHERE id = {run}")  # noqa: S608, a number


def _written(
    before: dict[str, dict[tuple[str, ...], tuple[str, str]]],
    after: dict[str, dict[tuple[str, ...], tuple[str, str]]],
) -> set[tuple[str, tuple[str, ...]]]:
    return {
        (table, key)
        for table, rows in after.items()
        for key, version in rows.items()
        if before[table].get(key) != version
    }
