"""A rollback brings back what was there before the last run, where it still can."""

from hypothesis import assume, event, given

from seedc.model.table import Owner, Table
from tests.apply.backwards import known, looked_back, rolled_back
from tests.apply.database import live, tables_of
from tests.apply.edits import do_all
from tests.apply.profile import databases
from tests.apply.releases import release
from tests.apply.seeds import Seeds
from tests.apply.ways import applied
from tests.apply.world import RETIRED
from tests.apply.worlds import History, histories


@databases(15)
@given(history=histories())
def test_rolls_back(database: str, history: History) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """All rows come back, and what the ledger knew, where nobody came in between.

    Only what was pointed to a replacement stays there, so nothing was in these.
    """
    catalog = history.catalog
    *earlier, last = history.steps
    assume(not _replaces(last.seeds))
    with tables_of(database, catalog):
        for step in earlier:
            applied(release(catalog, step.seeds), database)
            do_all(database, step.edits)
        before = (live(database, catalog), known(database))
        if applied(release(catalog, last.seeds), database).run is None:
            return
        found = looked_back(database)
        assert (found.plan.refusals, found.stays) == ((), {})
        assert rolled_back(database).plan == found.plan
        assert (live(database, catalog), known(database)) == before


def _replaces(seeds: Seeds) -> bool:
    return any(
        left.removed and left.to
        for entries in seeds.left.values()
        for left in entries.values()
    )


@databases(15)
@given(history=histories())
def test_leaves_what_was_changed(database: str, history: History) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Rows that somebody changed since stay as they are; all others go back.

    A rollback that is refused, as somebody refers to what would go, changes nothing.
    """
    catalog = history.catalog
    *earlier, last = history.steps
    assume(
        not any(left.to for rows in last.seeds.left.values() for left in rows.values())
    )
    with tables_of(database, catalog):
        for step in earlier:
            applied(release(catalog, step.seeds), database)
            do_all(database, step.edits)
        before = live(database, catalog)
        if applied(release(catalog, last.seeds), database).run is None:
            return
        done = live(database, catalog)
        do_all(database, last.edits)
        changed = live(database, catalog)
        refused = rolled_back(database).plan.refusals
        after = live(database, catalog)
        event(f"refused: {bool(refused)}, edited: {changed != done}")
        if refused:
            assert after == changed
            return
        for table in catalog.tables:
            moments = (before, done, changed, after)
            was, then, now, back = (
                _by_key(table, each[table.name]) for each in moments
            )
            for key in {*was, *then, *now, *back}:
                touched = was.get(key) != then.get(key)
                edited = then.get(key) != now.get(key)
                goes_back = touched and not edited
                assert back.get(key) == (was if goes_back else now).get(key)


def _by_key(
    table: Table, rows: list[dict[str, str | None]]
) -> dict[tuple[str | None, ...], dict[str, str | None]]:
    """Return what the seeds own of each row, by its primary key."""
    names = [c.name for c in table.columns if c.owner is Owner.SEED]
    names += [RETIRED] if table.retires else []
    return {
        tuple(row[name] for name in table.primary_key): {n: row[n] for n in names}
        for row in rows
    }
