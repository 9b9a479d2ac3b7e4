"""Print what a command did."""

from seedc.cli.terminal import dim, out, tell
from seedc.model.project import Project
from seedc.pipeline import Compiled
from seedc.write.compare import Comparison


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return a count with its noun: `1 table`, `2 tables`."""
    word = noun if count == 1 else plural or f"{noun}s"
    return f"{count:,} {word}"


def show_compiled(compiled: Compiled, seconds: float, known: int = 0) -> None:
    """Print how much was checked.

    Args:
        compiled: What was checked.
        seconds: How long it took.
        known: How many problems were not reported, as the baseline knows them.
    """
    what = counted(len(compiled.catalog.tables), "table")
    if compiled.rows is not None:
        what += f", {counted(sum(map(len, compiled.rows.values())), 'row')}"
    found = "no errors"
    if known:
        found = f"no new errors, {counted(known, 'problem')} known to the baseline"
    out(f"checked {what}: {found} {dim(f'({seconds:.2f} s)')}")


def show_left_out(compiled: Compiled, *, run_rules: bool) -> None:
    """Tell how many rules were not run, and why.

    Args:
        compiled: What was checked.
        run_rules: Whether they were to be run.
    """
    if count := compiled.rules_left_out:
        why = "the rows have errors" if run_rules else "--no-rules"
        tell(f"note: {counted(count, 'rule')} not run: {why}")


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
    if comparison.interrupted:
        out("a build died while it replaced files; the next one completes it")
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
