"""Find whose rows in the ledger a command is about."""

from dataclasses import dataclass
from pathlib import Path
from typing import final

from seedc.apply.sqlite.url import is_sqlite
from seedc.cli.project import find_project
from seedc.cli.reporter import Reporter
from seedc.database.url import database_url
from seedc.model.errors import UsageError
from seedc.model.project import Deploy, PostgresOptions
from seedc.script.script import target_of


@final
@dataclass(frozen=True, slots=True)
class Target:
    """Whose rows, and what limits a run has.

    Attributes:
        name: A project, as the ledger knows it.
        deploy: The limits.
    """

    name: str
    deploy: Deploy


def find_target(given: str | None, folder: Path, reporter: Reporter) -> Target | None:
    """Return the target that was named, or else that of the project.

    Args:
        given: What was named; then no project is needed.
        folder: Where the project is.
        reporter: Shows what is wrong with its file.

    Returns:
        None if anything is wrong with it.

    Raises:
        UsageError: There is no project.
    """
    if given is not None:
        return Target(given, Deploy())
    project = find_project(folder, reporter)
    if project is None:
        return None
    options = project.targets.postgres or PostgresOptions()
    return Target(target_of(project.name, options.schema), project.deploy)


def postgres_url(given: str | None, command: str) -> str:
    """Return the URL of a Postgres.

    Args:
        given: What the command line says.
        command: The command that needs one.

    Raises:
        UsageError: None is named, or it is a SQLite.
    """
    url = database_url(given)
    if is_sqlite(url):
        message = f"`seedc {command}` needs a Postgres: a SQLite has no ledger of runs"
        raise UsageError(
            message, hint="--database postgresql://USER@HOST:5432/DATABASE"
        )
    return url
