"""A row that was retired follows what it refers to, and stays the seeds'."""

from dataclasses import replace

from seedc.model.catalog import Row
from seedc.model.column_type import Integer, Timestamp
from seedc.model.lifecycle import Lifecycle, Removed, Rename
from seedc.model.table import RETIRED_AT, Owner
from tests.sql import build, run

RETIRED = build.column(RETIRED_AT, Timestamp(), nullable=True, owner=Owner.LIVE)
PLACES = build.table("places", build.column("id"))
SHOPS = replace(
    build.table(
        "shops",
        build.column("place_id"),
        build.column("number", Integer()),
        RETIRED,
        key=["place_id", "number"],
        refers=[build.foreign_key("shops", ["place_id"], "places", ["id"])],
    ),
    removal="retire",
)
CATALOG = build.catalog(PLACES, SHOPS)


def _renamed(old: str, new: str) -> Lifecycle:
    return Lifecycle(renames=(Rename((old,), (new,)),))


def _rows(place: str, *numbers: int) -> dict[str, list[Row]]:
    return {"places": [(place,)], "shops": [(place, n, None) for n in numbers]}


def test_a_key_changes_as_or_after_a_row_is_retired(database: str) -> None:
    """And when the row comes back under its new key, it is the same row."""
    run.apply(database, build.postgres_ddl(CATALOG))
    run.apply(database, build.postgres_sql(CATALOG, _rows("a", 1, 2, 3)))
    for old, new, left in (("a", "b", (1, 2)), ("b", "c", (1,)), ("c", "d", (1,))):
        gone = (Removed((old, n), None) for n in (2, 3) if n not in left)
        lifecycle = {"places": _renamed(old, new), "shops": Lifecycle((), (*gone,))}
        sql = build.postgres_sql(CATALOG, _rows(new, *left), lifecycle=lifecycle)
        run.apply(database, sql)
        assert run.apply(database, sql) == {}
        assert _shops(database) == [(new, n, n not in left) for n in (1, 2, 3)]
    changes = run.apply(database, build.postgres_sql(CATALOG, _rows("d", 1, 2, 3)))
    assert changes == {"shops": (0, 2, 0)}
    assert _shops(database) == [("d", n, False) for n in (1, 2, 3)]


def _shops(database: str) -> list[tuple[object, ...]]:
    query = b"SELECT place_id, number, retired_at IS NOT NULL FROM shops ORDER BY 2"
    with run.connected(database) as connection:
        return connection.execute(query).fetchall()
