"""The rights that docs/least-privilege.md lists are enough for all that seedc does."""

from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from seedc.database.refused import RefusedError
from seedc.model.release import Release
from tests.apply.backwards import IN_PUBLIC, rolled_back
from tests.apply.database import value
from tests.apply.deployer import Tables, deploying, made
from tests.apply.ways import applied, planned
from tests.sql import run

_GOBLIN = {"id": "goblin", "name": "Goblin", "hp": 20, "drops": [{"item_id": "ear"}]}
_RAT = {"id": "rat", "name": "Rat", "hp": 5, "drops": [{"item_id": "tail"}]}
_ORC = {**_GOBLIN, "id": "orc", "name": "Orc", "hp": 40}
_ITEMS = [{"id": "ear", "name": "Ear"}, {"id": "tail", "name": "Tail"}]
_FIRST: Tables = {
    "items": {"data": _ITEMS},
    "enemies": {"data": [_GOBLIN, _RAT]},
}
_SECOND: Tables = {
    "items": {
        "data": [{"id": "ear", "name": "An ear"}],
        "removed": [{"key": "tail", "replacement": None}],
    },
    "enemies": {
        "data": [{**_GOBLIN, "id": "chief", "hp": 24}, _ORC],
        "renames": [{"from": "goblin", "to": "chief"}],
        "removed": [{"key": "rat", "replacement": "orc"}],
    },
}
_NOT_ITS = (
    "UPDATE enemies SET kills = 0",
    "DELETE FROM items",
    "UPDATE bounties SET player = 0",
    "UPDATE seedc.runs SET actor = 'nobody'",
    "DELETE FROM seedc.runs",
    "TRUNCATE enemies CASCADE",
    "ALTER TABLE enemies DISABLE TRIGGER ALL",
    "SET session_replication_role = replica",
    "CREATE TABLE public.mine ()",
)


@pytest.fixture
def releases(tmp_path: Path) -> list[tuple[Release, str]]:
    """Give two releases, with their `seed.sql`; a change of every kind between them."""
    return [
        made(tmp_path / "1", "1.0.0", **_FIRST),
        made(tmp_path / "2", "1.1.0", **_SECOND),
    ]


def _enemies(database: str) -> object:
    return value(database, "SELECT array_agg(id ORDER BY id) FROM enemies")


def test_apply(database: str, releases: list[tuple[Release, str]]) -> None:
    """It plans, applies, goes back, and writes nothing a second time."""
    (first, _), (second, _) = releases
    with deploying(database) as role:
        assert applied(first, role).plan.refusals == ()
        assert planned(second, role).refusals == ()
        assert applied(second, role).run is not None
        assert applied(second, role).run is None
        assert _enemies(database) == ["chief", "orc"]
        retired = "SELECT retired_at IS NOT NULL FROM items WHERE id = 'tail'"
        assert value(database, retired) is True
        rolled_back(role, IN_PUBLIC)
        assert _enemies(database) == ["goblin", "rat"]
        assert value(database, retired) is False


def test_psql(database: str, releases: list[tuple[Release, str]]) -> None:
    """So does `seed.sql`."""
    (_, first), (_, second) = releases
    with deploying(database) as role:
        for sql in (first, second, second):
            run.psql(role, sql)
        assert _enemies(database) == ["chief", "orc"]
        assert value(database, "SELECT count(*) FROM seedc.runs") == 2


def test_rows_of_others(database: str, releases: list[tuple[Release, str]]) -> None:
    """It counts who refers to what goes, and cannot do more to them."""
    (first, _), (second, _) = releases
    with deploying(database) as role:
        applied(first, role)
        run.apply(database, "INSERT INTO bounties VALUES (1, 'rat'), (2, 'rat')")
        (refusal,) = planned(second, role).refusals
        assert (refusal.code, refusal.total) == ("foreign-references", 2)


@pytest.mark.parametrize("statement", _NOT_ITS)
def test_no_more(database: str, statement: str) -> None:
    """The database itself keeps it from what is not its business."""
    with (
        deploying(database) as role,
        run.connected(role) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())


def test_only_looking(database: str, releases: list[tuple[Release, str]]) -> None:
    """A role that may only read can plan, and cannot apply."""
    (first, _), (second, _) = releases
    with deploying(database) as role:
        looker = make_conninfo(role, user="seedc_look")
        applied(first, role)
        assert planned(second, looker).refusals == ()
        with pytest.raises(RefusedError, match="may not do this"):
            applied(second, looker)
        assert _enemies(database) == ["goblin", "rat"]
