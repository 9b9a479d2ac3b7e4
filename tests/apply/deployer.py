"""The project, the tables and the role of docs/least-privilege.md."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from psycopg.conninfo import make_conninfo

from seedc.model.project import Project
from seedc.model.release import Release
from seedc.pipeline import build, compile_project, read_project, release
from seedc.script.ledger import ledger
from tests.sql import run
from tests.support.command import ROOT
from tests.support.projects import schema, write_project

Tables: TypeAlias = Mapping[str, Mapping[str, object]]
"""What seed files say, by table, but for their versions."""

PAGE = (ROOT / "docs/least-privilege.md").read_text("utf-8")
ROLE = "seedc_deploy"

_TEXT = {"type": "string"}
_DROPS = {
    "type": "array",
    "x-column": {"store": "rows"},
    "items": {
        "type": "object",
        "required": ["item_id"],
        "properties": {"item_id": {**_TEXT, "x-references": "items.id"}},
    },
}
_KILLS = {
    "type": "integer",
    "x-column": {"owner": "live", "type": "bigint", "default": "0"},
}
_SCHEMAS = {
    "schemas/items.schema.json": schema(
        {"name": _TEXT}, required=["id", "name"], x_table={"removed": "retire"}
    ),
    "schemas/enemies.schema.json": schema(
        {
            "name": _TEXT,
            "hp": {"type": "integer", "minimum": 0, "maximum": 1000},
            "kills": _KILLS,
            "drops": _DROPS,
        },
        required=["id", "name", "hp", "drops"],
    ),
}
_PROJECT = (
    '[project]\nname = "game"\n[targets]\npostgres = {}\n'
    "[deploy]\nmax_removed_share = 1\n"
)


def blocks(heading: str) -> list[str]:
    """Return the blocks of SQL below a heading of the page."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"```sql\n(.*?)```", section, re.DOTALL)


def made(
    root: Path, version: str, **tables: Mapping[str, object]
) -> tuple[Release, str]:
    """Return the release and the `seed.sql` of the project.

    Args:
        root: A folder to write it to.
        version: The version of its files.
        tables: What they say.
    """
    seeds = {
        f"seeds/{name}.json": json.dumps(
            {"version": version, "updated_at": "2026-01-13T00:00:00Z", **members}
        )
        for name, members in tables.items()
    }
    written = write_project(root, {"seedc.toml": _PROJECT, **_SCHEMAS, **seeds})
    project = read_project(written)
    assert isinstance(project, Project)
    compiled = compile_project(project)
    assert compiled.problems == ()
    (sql,) = (
        file.content
        for file in build(project, compiled).new
        if file.path == "postgres/seed.sql"
    )
    return release(project, compiled), sql.decode()


@contextmanager
def deploying(conninfo: str) -> Iterator[str]:
    """Make the page's tables, ledger and roles, and say how to connect as one."""
    every, own, look = (
        "What every project needs", "What each table needs", "Only looking",
    )  # fmt: skip
    tables, rights, *_ = blocks(own)
    database = run.database_of(conninfo)
    grants = "".join([*blocks(every)[:1], rights, *blocks(look)[:1]])
    with run.connected(conninfo) as owner:
        run.run(owner, f"{tables}{ledger()}")
        run.run(owner, f"REVOKE ALL ON DATABASE {database} FROM PUBLIC")
        try:
            run.run(owner, grants.replace("DATABASE game", f"DATABASE {database}"))
            yield make_conninfo(conninfo, user=ROLE)
        finally:
            for each in (ROLE, "seedc_look"):
                run.run(owner, f"DROP OWNED BY {each}; DROP ROLE {each}")
