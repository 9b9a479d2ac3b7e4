"""Print what a command did."""

from seedc.cli.terminal import bold, dim, out
from seedc.model.project import Project
from seedc.pipeline import Compiled
from seedc.sandbox.load import Change, LoadReport
from seedc.sandbox.local import Local
from seedc.write.compare import Comparison


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return a count with its noun: `1 table`, `2 tables`."""
    word = noun if count == 1 else plural or f"{noun}s"
    return f"{count:,} {word}"


def show_compiled(compiled: Compiled, seconds: float) -> None:
    """Print how much was checked."""
    rows = sum(map(len, (compiled.rows or {}).values()))
    tables = counted(len(compiled.catalog.tables), "table")
    out(
        f"checked {tables}, {counted(rows, 'row')}: no errors"
        f" {dim(f'({seconds:.2f} s)')}"
    )


def show_comparison(project: Project, comparison: Comparison) -> None:
    """Print how the output folder differs from what a build would write."""
    if comparison.is_fresh:
        out(f"{project.out}/ is fresh: {counted(len(comparison.same), 'file')}")
        return
    for label, paths in (
        ("missing", [f.path for f in comparison.new]),
        ("differs", [f.path for f in comparison.changed]),
        ("stale", list(comparison.stale)),
    ):
        for path in paths:
            out(f"{label:8} {project.out}/{path}")
    out(f"{project.out}/ is not what the sources say; run `seedc build`")


def show_written(project: Project, comparison: Comparison) -> None:
    """Print which files a build wrote."""
    written = len(comparison.new) + len(comparison.changed)
    total = written + len(comparison.same)
    if comparison.is_fresh:
        out(f"built {counted(total, 'file')} in {project.out}/: nothing changed")
        return
    parts = [
        (len(comparison.new), "new"),
        (len(comparison.changed), "changed"),
        (len(comparison.stale), "removed"),
    ]
    what = ", ".join(f"{count} {label}" for count, label in parts if count)
    out(f"built {counted(total, 'file')} in {project.out}/: {what}")


def show_local(compiled: Compiled, local: Local) -> None:
    """Print what is in the local database, what changed, and how to connect."""
    report = local.report
    out(_headline(compiled, report))
    if report.changes:
        out()
        _show_changes(report.changes)
    out()
    out(f"connect with  {bold('psql ' + repr(local.url))}")
    out(f"stop with     {bold('seedc down')}")


def _headline(compiled: Compiled, report: LoadReport) -> str:
    rows = sum(map(len, (compiled.rows or {}).values()))
    size = f"{counted(len(compiled.catalog.tables), 'table')}, {counted(rows, 'row')}"
    if report.created:
        return f"loaded a new database: {size}"
    if report.rebuilt:
        return f"the schema changed, so the database was built anew: {size}"
    if not report.changes:
        return f"the database is up to date, nothing changed: {size}"
    return f"updated the database: {size}"


def _show_changes(changes: tuple[Change, ...]) -> None:
    width = max(len(change.table) for change in changes)
    out(dim(f"  {'table':{width}}  inserted  updated  deleted"))
    for change in changes:
        cells = (change.inserted, change.updated, change.deleted)
        shown = [f"{cell:,}" if cell else "-" for cell in cells]
        out(f"  {change.table:{width}}  {shown[0]:>8}  {shown[1]:>7}  {shown[2]:>7}")
