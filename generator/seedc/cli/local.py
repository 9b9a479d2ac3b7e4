"""Run the local Postgres of a project."""

import re
import shlex
from pathlib import Path

from seedc.cli import terminal
from seedc.cli.results import counted
from seedc.cli.terminal import bold, dim, out
from seedc.model.errors import WorldError
from seedc.model.project import Project
from seedc.pipeline import Compiled
from seedc.sandbox import local
from seedc.sandbox.load import Change, LoadReport
from seedc.write.replace import held_still

_TAKEN = frozenset({"postgres", "template0", "template1"})
"""Databases that every server has of its own."""


def load_local(project: Project) -> local.Local:
    """Start the project's Postgres and load what its output folder holds.

    Raises:
        WorldError: The target `postgres` is off, or the database failed.
    """
    if project.targets.postgres is None:
        message = "`up` needs the target `postgres`"
        raise WorldError(message, hint="add `postgres = {}` to [targets] in seedc.toml")
    out_folder = project.root / project.out
    with held_still(out_folder):  # both of one build
        schema_sql = (out_folder / "postgres" / "schema.sql").read_bytes()
        seed_sql = (out_folder / "postgres" / "seed.sql").read_bytes()
    if project.targets.postgres.transaction == "caller":
        # Here the caller, whose transaction the files leave to it, is `up`.
        seed_sql = b"BEGIN;\n" + seed_sql + b"\nCOMMIT;\n"
    return local.up(
        project.root,
        database=_database(project),
        schema_sql=schema_sql,
        seed_sql=seed_sql,
        tell=terminal.tell,
    )


def stop_local(root: Path, *, delete: bool) -> bool:
    """Stop a project's Postgres; say whether there was anything to stop."""
    return local.down(root, delete=delete, tell=terminal.tell)


def _database(project: Project) -> str:
    name = re.sub(r"[^a-z0-9_]", "_", project.name.lower())
    return f"{name}_" if name in _TAKEN else name


def show_local(compiled: Compiled, done: local.Local) -> None:
    """Print what is in the local database, what changed, and how to connect."""
    report = done.report
    out(_headline(compiled, report))
    if report.changes and not (report.created or report.rebuilt):
        out()
        _show_changes(report.changes)
    out()
    out(f"connect with  {bold(f'psql {shlex.quote(done.url)}')}")
    out(f"stop with     {bold('seedc down')}")


def _headline(compiled: Compiled, report: LoadReport) -> str:
    rows = sum(map(len, (compiled.rows or {}).values()))
    size = f"{counted(len(compiled.catalog.tables), 'table')}, {counted(rows, 'row')}"
    if report.created:
        return f"loaded a new database: {size}"
    if report.refused:
        why = "the seeds do not follow from what was in it"
        return f"{why}, so the database was built anew: {size}"
    if report.rebuilt:
        return f"the schema changed, so the database was built anew: {size}"
    if not report.changes:
        return f"nothing changed: the database has {size}"
    changed = sum(c.inserted + c.updated + c.deleted for c in report.changes)
    return f"changed {counted(changed, 'row')}: the database has {size}"


def _show_changes(changes: tuple[Change, ...]) -> None:
    width = max(len(change.table) for change in changes)
    out(dim(f"  {'table':{width}}  inserted  updated  deleted"))
    for change in changes:
        cells = (change.inserted, change.updated, change.deleted)
        shown = [f"{cell:,}" if cell else "-" for cell in cells]
        out(f"  {change.table:{width}}  {shown[0]:>8}  {shown[1]:>7}  {shown[2]:>7}")
