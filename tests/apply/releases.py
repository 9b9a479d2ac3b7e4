"""Releases of catalogs that no files stand behind."""

from decimal import Decimal
from pathlib import Path

from seedc.emit.sql.lines import Lines
from seedc.emit.sql.postgres_seed import postgres_seed
from seedc.model.catalog import Catalog
from seedc.model.content import Content
from seedc.model.project import Cache, Deploy, PostgresOptions, Project, Targets
from seedc.model.release import NO_HISTORY, History, Release
from seedc.script.release import make_release
from seedc.script.script import make_script
from tests.apply.seeds import Seeds
from tests.sql import build

SCHEMA = 'it\'s a "schema"'
GENEROUS = Deploy(lock_timeout="30s", max_removed=10**6, max_removed_share=Decimal(1))
"""Limits that no small release meets."""


def project(deploy: Deploy = GENEROUS, schema: str = SCHEMA) -> Project:
    """Return a project of which only what `apply` needs is there."""
    targets = Targets(
        postgres=PostgresOptions(schema=schema),
        sqlite=False,
        python=None,
        typescript=None,
        editor=False,
    )
    return Project(
        root=Path("/nowhere"),
        name="game",
        namespace="game",
        seeds="seeds",
        schemas="schemas",
        rules="rules",
        out="out",
        targets=targets,
        severity={},
        deploy=deploy,
        cache=Cache(),
    )


def release(
    catalog: Catalog,
    seeds: Seeds,
    deploy: Deploy = GENEROUS,
    schema: str = SCHEMA,
    history: History = NO_HISTORY,
) -> Release:
    """Return a release of seeds, as a compiled project gives it.

    Args:
        catalog: The tables.
        seeds: What the files say.
        deploy: Limits.
        schema: Where the tables are.
        history: The commits of the sources.
    """
    return make_release(
        project(deploy, schema), catalog, content(catalog, seeds), history
    )


def seed_sql(
    catalog: Catalog, seeds: Seeds, deploy: Deploy = GENEROUS, schema: str = SCHEMA
) -> str:
    """Return `seed.sql` of seeds, as a compiled project gives it."""
    given, options = content(catalog, seeds), PostgresOptions(schema=schema)
    script = make_script(catalog, given, options, deploy)
    return "".join(postgres_seed(script, Lines(given.rows), options, deploy))


def content(catalog: Catalog, seeds: Seeds) -> Content:
    """Return what seeds say as the compiler gives it."""
    roots = [table for table in catalog.tables if table.parent is None]
    return Content(
        rows=build.in_key_order(catalog, seeds.in_columns(catalog)),
        lifecycle=seeds.lifecycle(),
        versions={f"{table.name}.json": seeds.version for table in roots},
    )
