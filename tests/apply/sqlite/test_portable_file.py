"""`out/sqlite/seed.sql` and `seedc apply` end in the same tables."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from seedc.model.catalog import Catalog
from seedc.postgres.literal import quote_name
from tests.apply.sqlite import files, shop
from tests.apply.sqlite.files import Named, apply, counts, do, opened, read, seeds
from tests.apply.sqlite.shop import item, rows
from tests.sql import build
from tests.sql.worlds import LIVE, World, worlds

MANY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def _run_file(path: Path, catalog: Catalog, state: Named) -> None:
    with opened(path) as connection:
        connection.executescript(build.sqlite_sql(catalog, state))


def _live(path: Path, catalog: Catalog) -> None:
    names = [f"main.{quote_name(table.name)}" for table in catalog.tables]
    do(path, *(f"UPDATE {name} SET live = {LIVE}" for name in names))  # noqa: S608, quoted


@MANY
@given(world=worlds())
def test_both_ways_lead_to_the_same_tables(world: World) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """From nothing, and from earlier seeds; and one takes over from the other."""
    with tempfile.TemporaryDirectory() as folder:
        by_file, by_apply = Path(folder) / "file.db", Path(folder) / "apply.db"
        with opened(by_file) as connection:
            connection.executescript(build.sqlite_ddl(world.catalog))
        for version, state in (("1.0.0", world.before), ("1.1.0", world.after)):
            _run_file(by_file, world.catalog, state)
            given = seeds(world.catalog, state, version)
            assert apply(by_apply, given).plan.refusals == ()
            found = files.rows_of(by_file, world.catalog)
            assert files.rows_of(by_apply, world.catalog) == found
            _live(by_file, world.catalog)
            _live(by_apply, world.catalog)
        then = seeds(world.catalog, world.after, "1.1.0")
        made = apply(by_file, then).plan
        assert {action for table in counts(made).values() for action in table} <= {
            "adopt"
        }
        before = files.rows_of(by_apply, world.catalog)
        _run_file(by_apply, world.catalog, world.after)
        assert files.rows_of(by_apply, world.catalog) == before
        assert apply(by_apply, then).plan.is_empty


def test_the_file_brings_a_retired_row_back(tmp_path: Path) -> None:
    """If the seeds have it; it leaves one alone that they do not have."""
    path, game = tmp_path / "dev.db", shop.catalog("retire")
    both = rows(game, item("ale"), item("bun"))
    apply(path, seeds(game, both))
    gone = {"items": [(("ale",), None)]}
    one = rows(game, item("bun"))
    apply(path, seeds(game, one, "1.1.0", removed=gone))
    retired = "SELECT id, retired_at IS NOT NULL FROM items ORDER BY id"
    _run_file(path, game, one)
    assert read(path, retired) == [("ale", 1), ("bun", 0)]
    _run_file(path, game, both)
    assert read(path, retired) == [("ale", 0), ("bun", 0)]


def test_names_that_look_like_the_placeholder(tmp_path: Path) -> None:
    """What is put aside takes no text, as a seed may hold any."""
    path, game = tmp_path / "dev.db", shop.catalog()
    with opened(path) as connection:
        connection.executescript(build.sqlite_ddl(game))
    names = ["seedc:1", "seedc:2", "seedc:3"]
    for turn in range(3):
        turned = [item(f"i{i}", names[i - turn]) for i in range(3)]
        _run_file(path, game, rows(game, *turned))
        assert read(path, "SELECT name FROM items ORDER BY id") == [
            (names[i - turn],) for i in range(3)
        ]
