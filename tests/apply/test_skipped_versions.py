"""A database may miss a release, and several: the next one takes it all the way."""

from hypothesis import assume, given

from tests.apply import oracle
from tests.apply.database import imagined, live, tables_of
from tests.apply.profile import databases
from tests.apply.releases import release
from tests.apply.sound import is_sound
from tests.apply.ways import applied
from tests.apply.worlds import History, histories


@databases(10)
@given(history=histories(most=4, least=3))
def test_skipped_versions(new_database: str, history: History) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """From the first release to the last one, without those between."""
    catalog, first, last = history.catalog, history.steps[0], history.steps[-1]
    foretold = oracle.run(first.run.world, last.seeds)
    assume(not foretold.refusals and is_sound(foretold.world))
    with tables_of(new_database, catalog):
        applied(release(catalog, first.seeds), new_database)
        outcome = applied(release(catalog, last.seeds), new_database)
        assert outcome.plan.refusals == ()
        assert live(new_database, catalog) == imagined(foretold.world)
