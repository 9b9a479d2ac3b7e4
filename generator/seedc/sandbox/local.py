"""`seedc up` and `seedc down`: the server of a project and the database in it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import final

from seedc.sandbox.home import locate
from seedc.sandbox.load import LoadReport, load
from seedc.sandbox.lock import be_silent, locked
from seedc.sandbox.start import start
from seedc.sandbox.stop import reset, stop


@final
@dataclass(frozen=True, slots=True)
class Local:
    """A database that is up.

    Attributes:
        url: How to connect to it.
        report: What was done to it.
    """

    url: str
    report: LoadReport


def up(
    project: Path,
    *,
    database: str,
    schema_sql: bytes,
    seed_sql: bytes,
    tell: Callable[[str], None] = be_silent,
) -> Local:
    """Start the server of the project in folder `project`, and load its database.

    Args:
        project: Folder of the project.
        database: Name of the database.
        schema_sql: As for `load`.
        seed_sql: As for `load`.
        tell: Called with one line if another seedc has to be waited for.

    Raises:
        WorldError: If the server does not start, or refuses what is loaded.
    """
    home = locate(project)
    with locked(home, tell):
        server = start(home)
        report = load(
            server, database=database, schema_sql=schema_sql, seed_sql=seed_sql
        )
    return Local(server.url(database), report)


def down(
    project: Path,
    *,
    delete: bool = False,
    tell: Callable[[str], None] = be_silent,
) -> bool:
    """Stop the server of the project in folder `project`.

    Args:
        project: Folder of the project.
        delete: Whether to delete all databases of the project as well.
        tell: Called with one line if another seedc has to be waited for.

    Returns:
        Whether there was something to stop or to delete.
    """
    home = locate(project)
    if not home.folder.exists():
        return False
    with locked(home, tell):
        if not delete:
            return stop(home)
        reset(home)
        return True
