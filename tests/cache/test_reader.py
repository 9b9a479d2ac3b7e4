"""The reader finds what is there, refills what is not, and never goes back."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, final

import pytest

from seedc.cache import Cache, Loaded, record_key
from tests.support.command import environment
from tests.support.redis import RedisServer

if TYPE_CHECKING:
    from redis import Redis


@final
@dataclass
class Database:
    """Tables whose records carry the number of the run that wrote them.

    Attributes:
        run: The last run.
        loads: The tables that were asked for, in order.
        rows: How many records a table has.
        hold: Until it is set, a load does not come to its end.
    """

    run: int = 1
    loads: list[str] = field(default_factory=list)
    rows: int = 3
    hold: threading.Event = field(default_factory=threading.Event)

    def load(self, table: str) -> Loaded:
        """Read a table."""
        run = self.run
        self.loads.append(table)
        assert self.hold.wait(30)
        records = {f"k{n}": f'{{"run": {run}, "n": 1.10}}' for n in range(self.rows)}
        return Loaded(run, records)


@pytest.fixture
def database() -> Database:
    """Give a database that answers at once."""
    database = Database()
    database.hold.set()
    return database


@pytest.fixture(params=[True, False], ids=["texts", "bytes"])
def client(request: pytest.FixtureRequest, redis: RedisServer) -> Iterator["Redis"]:
    """Give a client of each kind."""
    with redis.client(decode=request.param) as client:
        yield client


def publish(client: "Redis", run: int, *tables: str) -> None:
    """Write tables as `seedc publish` does."""
    with client.pipeline() as pipe:
        for table in tables:
            pipe.delete(f"game:{table}")
            pipe.hset(f"game:{table}", "k0", f'{{"run": {run}, "n": 1.10}}')
        known = {table: {"run": run, "hash": "x", "rows": 1} for table in tables}
        version = {"run": run, "hash": "y", "tables": known}
        pipe.set("game:version", json.dumps(version))
        pipe.execute()


def version(client: "Redis") -> object:
    """Return the run and the tables of the version."""
    found = json.loads(client.get("game:version") or "null")
    return found and (found["run"], sorted(found["tables"]))


def test_what_is_there_is_not_loaded(client: "Redis", database: Database) -> None:
    """Neither a record that is there nor one that does not exist asks the database."""
    publish(client, 1, "items")
    cache = Cache(client, "game", database.load)

    assert cache.get("items", "k0") == {"run": 1, "n": 1.1}
    assert cache.get("items", "nobody") is None
    assert cache.table("items") == {"k0": {"run": 1, "n": 1.1}}
    assert database.loads == []


def test_a_miss_refills(client: "Redis", database: Database) -> None:
    """The whole table is loaded once, and lives as long as it was told to."""
    publish(client, 1, "items")
    client.delete("game:items")
    cache = Cache(client, "game", database.load, ttl=100, exact=True)

    assert cache.get("items", "k2") == {"run": 1, "n": Decimal("1.10")}
    assert str(cache.table("items")["k1"]["n"]) == "1.10"
    assert database.loads == ["items"]
    assert 0 < client.ttl("game:items") <= 100
    assert (client.ttl("game:version"), version(client)) == (-1, (1, ["items"]))
    assert json.loads(client.get("game:version") or "")["hash"] == "y"
    assert {key.rpartition(b":")[2] for key in map(_bytes, client.keys("*"))} == {
        b"items",
        b"version",
    }


def test_a_cache_without_a_version(client: "Redis", database: Database) -> None:
    """The reader fills an empty Redis, and tells of which run that is."""
    cache = Cache(client, "game", database.load, ttl=None)
    assert len(cache.table("items")) == 3
    assert cache.get("enemies", "k0") == {"run": 1, "n": 1.1}
    assert (version(client), client.ttl("game:items")) == (
        (1, ["enemies", "items"]),
        -1,
    )
    assert database.loads == ["items", "enemies"]


def test_an_empty_table_is_asked_for(client: "Redis", database: Database) -> None:
    """Redis cannot hold a table without records."""
    database.rows = 0
    cache = Cache(client, "game", database.load)
    assert (cache.table("items"), cache.get("items", "k0")) == ({}, None)
    assert database.loads == ["items", "items"]


def test_an_old_look_does_not_win(redis: RedisServer, database: Database) -> None:
    """A load from before a publish is not written after it, nor told."""
    with redis.client() as client, ThreadPoolExecutor() as pool:
        publish(client, 1, "items", "enemies")
        client.delete("game:items")
        database.hold.clear()
        cache = Cache(client, "game", database.load)
        asked = pool.submit(cache.table, "items")
        while not database.loads:
            pass
        database.run = 2
        publish(client, 2, "enemies")
        database.hold.set()

        assert {record["run"] for record in asked.result().values()} == {2}
        assert database.loads == ["items", "items"]
        assert {json.loads(text)["run"] for text in client.hvals("game:items")} == {2}
        assert (version(client)) == (2, ["enemies", "items"])


def test_a_database_that_lags_behind(client: "Redis", database: Database) -> None:
    """A replica that does not have the published run yet is told, and not cached."""
    publish(client, 5, "enemies")
    cache = Cache(client, "game", database.load)
    assert cache.get("items", "k0") == {"run": 1, "n": 1.1}
    assert not client.exists("game:items")
    assert version(client) == (5, ["enemies"])


def test_a_later_run_empties_the_rest(client: "Redis", database: Database) -> None:
    """Tables of two runs are never in the cache together."""
    publish(client, 1, "items", "enemies")
    client.delete("game:items")
    database.run = 2
    cache = Cache(client, "game", database.load)

    assert cache.get("items", "k0") == {"run": 2, "n": 1.1}
    assert version(client) == (2, ["items"])
    assert not client.exists("game:enemies")
    assert cache.get("enemies", "k0") == {"run": 2, "n": 1.1}
    assert version(client) == (2, ["enemies", "items"])


def test_a_herd_loads_once(redis: RedisServer, database: Database) -> None:
    """Threads of several processes that miss at once ask the database once."""
    with redis.client() as client, ThreadPoolExecutor(12) as pool:
        caches = [Cache(client, "game", database.load) for _ in range(4)]
        database.hold.clear()
        asked = [pool.submit(caches[n % 4].get, "items", "k1") for n in range(12)]
        while not database.loads:
            pass
        database.hold.set()
        found = [each.result() for each in asked]
    assert found == [{"run": 1, "n": 1.1}] * 12
    assert database.loads == ["items"]


def test_a_load_that_fails(client: "Redis", database: Database) -> None:
    """Its error is the caller's, and keeps nobody from trying again at once."""

    def fail(_: str) -> Loaded:
        message = "no database"
        raise OSError(message)

    with pytest.raises(OSError, match="no database"):
        Cache(client, "game", fail).get("items", "k0")
    assert client.keys("*") == []
    assert Cache(client, "game", database.load).get("items", "k0") is not None


def test_a_foreign_version_stays(client: "Redis", database: Database) -> None:
    """A key that somebody else uses is not overwritten."""
    for foreign in ("1.2.3", '{"run": 1}', "[]"):
        client.set("game:version", foreign)
        with pytest.raises(ValueError, match=r"."):
            Cache(client, "game", database.load).get("items", "k0")
        assert _bytes(client.get("game:version") or "") == foreign.encode()


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (("a",), "a"),
        (('a"\x1f é🐉',), 'a"\x1f é🐉'),
        ((7,), "7"),
        ((True,), "true"),
        ((Decimal("1.10"),), "1.10"),
        ((Decimal("1E+2"),), "100"),
        (("a", 1), '["a",1]'),
        (('"é\x1f', Decimal("1.10")), '["\\"é\\u001f",1.10]'),
    ],
)
def test_keys_are_as_published(key: tuple[object, ...], text: str) -> None:
    """The text of a key is the one that the query for the cache makes."""
    assert record_key(*key) == text


def test_it_brings_no_client_along() -> None:
    """Whoever imports the reader chooses the client; nothing else is loaded either."""
    script = (
        "import sys, seedc.cache; heavy = {'redis', 'psycopg', 'click', 'sqlalchemy'};"
        " sys.exit(len(heavy & sys.modules.keys()))"
    )
    subprocess.run([sys.executable, "-c", script], env=environment(), check=True)


def _bytes(value: str | bytes) -> bytes:
    return value.encode() if isinstance(value, str) else value
