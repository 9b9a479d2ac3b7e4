"""A game whose records all carry the number of the run that wrote them.

The ledger is written as an apply writes it, in one transaction with the rows.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, final

from seedc.database.connect import opened
from seedc.database.statements import ask, execute
from seedc.model.project import Project
from seedc.model.release import Release
from seedc.pipeline import compile_project, read_project, release
from tests.support.live_tables import fill
from tests.support.projects import Files, schema, seed, write_project

if TYPE_CHECKING:
    from redis import Redis

TOML = """\
[project]
name = "roguelike"
namespace = "game"

[targets]
postgres = {}

[cache]
ttl = "2h"
"""
TEXT = {"type": "string"}
RUN = {"type": "integer"}
SERVER = {"x-column": {"visibility": "server"}}
DROPS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"item": TEXT, "run": RUN},
        "required": ["item"],
    },
    "x-column": {"store": "rows"},
}
ITEMS = {"run": RUN, "price": {"type": "number"}, "secret": {**TEXT, **SERVER}}
SOURCES: Files = {
    "seedc.toml": TOML,
    "schemas/items.schema.json": schema(ITEMS),
    "schemas/enemies.schema.json": schema({"run": RUN, "drops": DROPS}),
    "schemas/odds.schema.json": schema({"run": RUN}, x_table={"visibility": "server"}),
    "schemas/empty.schema.json": schema({"run": RUN}),
    "seeds/items.json": seed(
        *(
            f'{{ "id": "i{n}", "run": 0, "price": 1.10, "secret": "s" }}'
            for n in range(700)
        )
    ),
    "seeds/enemies.json": seed(
        *(
            {"id": f"e{n}", "run": 0, "drops": [{"item": "i1", "run": 0}] * (n % 3)}
            for n in range(60)
        )
    ),
    "seeds/odds.json": seed({"id": "o", "run": 0}),
    "seeds/empty.json": seed(),
}
TABLES = ("enemies", "enemies_drops", "items", "odds")
CACHED = ("empty", "enemies", "items")

_STATE = """
INSERT INTO seedc.state VALUES ($1, $2, $3, '{}', '{}', '{}', $4)
ON CONFLICT (target, table_name) DO UPDATE SET run = $3, hash = $4"""
_RUN = """
INSERT INTO seedc.runs (target, kind, outcome, started_at, seconds, tool, versions,
  hashes, changes, allowed)
VALUES ($1, 'apply', 'done', now(), 1, 'seedc', $2, '{}', '{}', '{}') RETURNING id"""


@final
@dataclass(frozen=True, slots=True)
class Game:
    """A game in a database.

    Attributes:
        database: Where its rows are.
        release: What it compiles to.
        root: Where its sources are.
    """

    database: str
    release: Release
    root: Path

    def apply(self, *tables: str) -> int:
        """Write the number of a new run to tables, as an apply does."""
        with opened(self.database) as connection:
            ask(connection, "BEGIN")
            ask(connection, "SELECT pg_advisory_xact_lock(1)::text")
            versions = json.dumps({"items.json": "1.4.0", "odds.json": "1.0.0"})
            run = ask(connection, _RUN, self.release.target, versions).rows[0][0]
            for table in tables or TABLES:
                sha = f"{table} {run}"
                execute(connection, f"UPDATE {table} SET run = {run}".encode())  # noqa: S608, ours
                ask(connection, _STATE, self.release.target, table, run, sha)
                ask(
                    connection,
                    "INSERT INTO seedc.outbox (target, run, table_name)"
                    " VALUES ($1, $2, $3)",
                    *(self.release.target, run, table),
                )
            ask(connection, "COMMIT")
        return int(run or 0)

    def pending(self) -> int:
        """Return how many entries of the outbox were not published."""
        query = "SELECT count(*) FROM seedc.outbox WHERE published_at IS NULL"
        return int(self.ask(query) or 0)

    def ask(self, statement: str) -> str | None:
        """Run a statement, and return the first value of its result, if it has one."""
        with opened(self.database) as connection:
            rows = ask(connection, statement).rows
        return rows[0][0] if rows else None

    def released(self, changes: Files) -> "Game":
        """Return the game with other sources; its tables stay as they are."""
        write_project(self.root, {**SOURCES, **changes})
        return replace(self, release=release_of(self.root))


def new_game(database: str, root: Path) -> Game:
    """Put the game into an empty database, with a ledger that has no run."""
    write_project(root, SOURCES)
    project = project_of(root)
    compiled = compile_project(project)
    assert compiled.problems == ()
    assert compiled.rows is not None
    fill(database, compiled.catalog, compiled.rows)
    return Game(database, release_of(root), root)


def project_of(root: Path) -> Project:
    """Return the project of a folder."""
    project = read_project(root)
    assert isinstance(project, Project)
    return project


def release_of(root: Path) -> Release:
    """Compile a project to a release."""
    project = project_of(root)
    compiled = compile_project(project)
    assert compiled.problems == ()
    return release(project, compiled)


def version_in(redis: "Redis") -> Mapping[str, object]:
    """Return the version of the cache."""
    found: Mapping[str, object] = json.loads(redis.get("game:version") or "{}")
    return found


def runs_in(redis: "Redis", *tables: str) -> set[int]:
    """Return the runs of all records in the cache, read in one moment."""
    with redis.pipeline() as pipe:
        for table in tables or CACHED:
            pipe.hvals(f"game:{table}")
        found: Iterable[list[str]] = pipe.execute()
    records = [json.loads(text) for values in found for text in values]
    lists = [drop for record in records for drop in record.get("drops", [])]
    return {record["run"] for record in [*records, *lists]}


def full(redis: "Redis") -> bool:
    """Say whether the cache has every record, and nothing else."""
    keys = {"game:enemies", "game:items", "game:version"}
    return (
        set(redis.keys("*")) == keys
        and redis.hlen("game:items") == 700
        and redis.hlen("game:enemies") == 60
    )
