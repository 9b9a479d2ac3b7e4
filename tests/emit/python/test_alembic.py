"""Alembic finds what differs between models and a database, and nothing else."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from alembic.autogenerate import (
    compare_metadata,
    produce_migrations,
    render_python_code,
)
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects import postgresql

from seedc.emit.sql.schema import postgres_schema, sqlite_schema
from seedc.model.catalog import Catalog
from seedc.model.project import PostgresOptions, Project
from seedc.pipeline import read_project
from seedc.sandbox.server import Server
from tests.emit.python.alembic_changes import CHANGES
from tests.emit.python.cases.dungeon import dungeon
from tests.emit.python.cases.guild import guild
from tests.emit.python.cases.odd import odd
from tests.emit.python.imported import metadata_of
from tests.emit.python.test_postgres import DESCRIBE
from tests.support.command import ROOT
from tests.support.postgres import embedded_server, fresh_database
from tests.support.projects import compiled

__all__ = ["embedded_server"]

CASES = {"dungeon": dungeon, "guild": guild, "odd": odd}
EXAMPLES = sorted((ROOT / "examples").iterdir())
PROJECTS = {"sample": ROOT, **{example.name: example for example in EXAMPLES}}
SCHEMAS = {"guild": "realm", "mmo-central-api": "config"}
EVERY = [*CASES, *PROJECTS]


def catalog_of(name: str) -> Catalog:
    """Return the catalog of a case, or of the project in a folder."""
    if name in CASES:
        return CASES[name]()
    return compiled(PROJECTS[name]).catalog


def settings(schema: str) -> dict[str, object]:
    """Return what docs/alembic.md has a project write into its `env.py`."""
    both: dict[str, object] = {"compare_type": True, "compare_server_default": True}
    if schema == "public":
        return both

    def include_name(name: str | None, kind: str, _: object) -> bool:
        return kind != "schema" or name == schema

    return both | {"include_schemas": True, "include_name": include_name}


@contextmanager
def postgres(
    server: Server, catalog: Catalog | None, schema: str
) -> Iterator[MigrationContext]:
    """Open a database that `schema.sql` made; an empty one if there is no catalog."""
    with fresh_database(server) as conninfo:
        if catalog is not None:
            ddl = postgres_schema(catalog, PostgresOptions(schema))
            with psycopg.connect(conninfo, autocommit=True) as connection:
                connection.execute(ddl.encode())
        engine = sa.create_engine(
            "postgresql+psycopg://", creator=lambda: psycopg.connect(conninfo)
        )
        try:
            with engine.connect() as open_connection:
                yield MigrationContext.configure(open_connection, opts=settings(schema))
        finally:
            engine.dispose()


@pytest.mark.postgres
@pytest.mark.parametrize("name", EVERY)
def test_nothing_differs_on_postgres(
    name: str, embedded_server: Server, tmp_path: Path
) -> None:
    """A database that `schema.sql` made is as the models say."""
    catalog, schema = catalog_of(name), SCHEMAS.get(name, "public")
    metadata = metadata_of(catalog, tmp_path, schema)
    with postgres(embedded_server, catalog, schema) as context:
        assert compare_metadata(context, metadata) == []


def test_the_schemas_are_those_of_the_projects() -> None:
    """What this file knows by heart is what `seedc.toml` says."""
    for name, folder in PROJECTS.items():
        project = read_project(folder)
        assert isinstance(project, Project)
        assert project.targets.postgres is not None
        assert project.targets.postgres.schema == SCHEMAS.get(name, "public")


@pytest.mark.postgres
@pytest.mark.parametrize("name", ["dungeon", "raid-loot", "sales-signals"])
def test_written_migrations_make_the_tables(
    name: str, embedded_server: Server, tmp_path: Path
) -> None:
    """What Alembic writes for an empty database makes what `schema.sql` makes."""
    catalog = catalog_of(name)
    metadata = metadata_of(catalog, tmp_path)
    with postgres(embedded_server, None, "public") as context:
        _migrate(context, metadata)
        _migrate(context, metadata)  # Alembic leaves keys of cycles for a second one.
        migrated = _described(context)
    with postgres(embedded_server, catalog, "public") as context:
        assert _described(context) == migrated


def _migrate(context: MigrationContext, metadata: sa.MetaData) -> None:
    """Run the code that Alembic writes into a migration."""
    upgrade = produce_migrations(context, metadata).upgrade_ops
    assert upgrade is not None
    lines = render_python_code(upgrade, migration_context=context).split("\n")
    code = "\n".join(line.removeprefix("    ") for line in lines)
    names = {"op": Operations(context), "sa": sa, "postgresql": postgresql}
    exec(code, names)  # noqa: S102, as Alembic runs it


def _described(context: MigrationContext) -> list[tuple[object, ...]]:
    assert context.connection is not None
    return [tuple(row) for row in context.connection.execute(sa.text(DESCRIBE))]


@pytest.mark.postgres
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_found(
    change: str, embedded_server: Server, tmp_path: Path
) -> None:
    """Each change of the schemas makes just its own operations, and these mend it."""
    catalog, expected = CHANGES[change]
    metadata = metadata_of(catalog, tmp_path)
    with postgres(embedded_server, dungeon(), "public") as context:
        found = compare_metadata(context, metadata)
        assert [word for single in found for word in _said(single)] == expected
        _migrate(context, metadata)
        assert compare_metadata(context, metadata) == []


def _said(difference: tuple[object, ...] | list[tuple[object, ...]]) -> list[str]:
    """Return a difference in words: what is done, and to what."""
    if isinstance(difference, list):
        return [word for single in difference for word in _said(single)]
    kind, *what = difference
    if isinstance(what[0], sa.schema.SchemaItem):
        return [f"{kind} {getattr(what[0], 'name', '')}"]
    named = (getattr(w, "name", w) for w in what[1:3])
    return [" ".join(map(str, (kind, *named)))]


@pytest.mark.parametrize("name", EVERY)
def test_what_differs_on_sqlite(name: str, tmp_path: Path) -> None:
    """On SQLite only that differs of which docs/alembic.md speaks."""
    expected = ["modify_nullable bases key"] if name == "odd" else []
    catalog = catalog_of(name)
    path = tmp_path / "game.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(sqlite_schema(catalog))
    connection.close()
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.connect() as open_connection:
        options = {"compare_type": True, "include_object": _included}
        context = MigrationContext.configure(open_connection, opts=options)
        found = compare_metadata(context, metadata_of(catalog, tmp_path))
    engine.dispose()
    assert [word for single in found for word in _said(single)] == expected


def _included(item: sa.schema.SchemaItem, *_: object) -> bool:
    """Leave out the indexes that SQLite has no methods for."""
    return not isinstance(item, sa.Index) or not item.kwargs.get("postgresql_using")
