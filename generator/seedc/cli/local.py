"""Run the local Postgres of a project."""

import re

from seedc.cli import terminal
from seedc.model.errors import WorldError
from seedc.model.project import Project
from seedc.sandbox import local


def load_local(project: Project) -> local.Local:
    """Start the project's Postgres and load what its output folder holds.

    Raises:
        WorldError: The target `postgres` is off, or the database failed.
    """
    if project.targets.postgres is None:
        message = "`up` needs the target `postgres`"
        raise WorldError(message, hint="add `postgres = {}` to [targets] in seedc.toml")
    folder = project.root / project.out / "postgres"
    return local.up(
        project.root,
        database=_database(project),
        schema_sql=(folder / "schema.sql").read_bytes(),
        seed_sql=(folder / "seed.sql").read_bytes(),
        tell=terminal.out,
    )


def stop_local(project: Project, *, delete: bool) -> bool:
    """Stop the project's Postgres; say whether there was anything to stop."""
    return local.down(project.root, delete=delete, tell=terminal.out)


def _database(project: Project) -> str:
    return re.sub(r"[^a-z0-9_]", "_", project.name.lower())
