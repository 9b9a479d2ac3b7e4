"""The commands and their options."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

import click

import seedc
from seedc.cli import terminal
from seedc.cli.deploy import apply_, plan_
from seedc.cli.drift import drift_
from seedc.cli.exit_code import FINE, PROBLEMS
from seedc.cli.history import history_
from seedc.cli.options import in_folder, with_rules
from seedc.cli.project import baseline_path, find_project, project_root
from seedc.cli.publish import publish_
from seedc.cli.reporter import Reporter, reports
from seedc.cli.results import (
    show_comparison,
    show_compiled,
    show_left_out,
    show_written,
)
from seedc.cli.rollback import rollback_
from seedc.folder_lock import flocked
from seedc.model.diagnostic import Diagnostic, has_errors
from seedc.model.project import Project
from seedc.pipeline import Compiled, build, compile_project, write
from seedc.write.replace import held_still


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine, 1 problems found, 2 wrong usage, 3 the world failed.",
)
@click.version_option(seedc.__version__, message="seedc %(version)s")
@in_folder
def app(folder: Path) -> None:
    """Compile versioned JSON seed files into SQL, Python and TypeScript."""
    os.chdir(folder)


@app.command(
    epilog="Examples: seedc check; seedc check --fix; seedc check --format sarif"
)
@in_folder
@with_rules
@click.option(
    "--fix", "fixing", flag_value="fix", help="First repair what has only one repair."
)
@click.option(
    "--diff", "fixing", flag_value="diff", help="Show what --fix would do; do nothing."
)
@click.option(
    "--baseline",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help="Report no problem that FILE knows.  [default: as seedc.toml says]",
)
@click.option(
    "--write-baseline",
    is_flag=True,
    help="Let the baseline know all problems; later, drop those that are gone.",
)
@reports
def check(  # noqa: PLR0913, an option each
    reporter: Reporter,
    folder: Path,
    *,
    rules: bool,
    fixing: str | None,
    baseline: str | None,
    write_baseline: bool,
) -> int:
    """Check all schemas and seeds, and show every problem at once."""
    started = time.monotonic()
    if _fix(fixing, folder) and fixing == "diff" and reporter.form.for_people:
        return PROBLEMS
    project = find_project(folder, reporter)
    if project is None:
        return PROBLEMS
    path = baseline_path(project, baseline, needed=write_baseline)
    compiled = compile_project(project, run_rules=rules, tell=terminal.tell)
    problems, known = _hold(project, compiled, path, write=write_baseline)
    reporter.show(project.root, problems, compiled.sources)
    show_left_out(compiled, run_rules=rules)
    if has_errors(problems):
        return PROBLEMS
    show_compiled(compiled, time.monotonic() - started, known)
    return FINE


@app.command(
    "build",
    epilog="Examples: seedc build; seedc build --check --format github;"
    " seedc build --artifact release.seedc",
)
@in_folder
@click.option(
    "--check", is_flag=True, help="Write nothing; fail if files would change."
)
@click.option(
    "--artifact",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write one more file, for `seedc apply --from`: all that a deploy needs.",
)
@with_rules
@reports
def build_(
    reporter: Reporter, folder: Path, *, check: bool, artifact: Path | None, rules: bool
) -> int:
    """Check, then write the outputs: all of them, or none."""
    if check and artifact is not None:
        message = "--check writes nothing, so that there is no --artifact"
        raise click.UsageError(message)
    project = find_project(folder, reporter)
    if project is None:
        return PROBLEMS
    if not check:
        built = _build(project, reporter, run_rules=rules)
        if built is not None and artifact is not None:
            from seedc.cli.release import write_artifact  # noqa: PLC0415, as below

            write_artifact(artifact, project, built)
        return FINE if built else PROBLEMS
    compiled = _compile(project, reporter, run_rules=rules)
    if compiled is None:
        return PROBLEMS
    with held_still(project.root / project.out):
        comparison = build(project, compiled)
    show_comparison(project, comparison)
    return FINE if comparison.is_fresh else PROBLEMS


@app.command(epilog="Example: seedc up, then connect with the psql line it prints")
@in_folder
@with_rules
@reports
def up(reporter: Reporter, folder: Path, *, rules: bool) -> int:
    """Build, start a local Postgres that stays up, and load it.

    The database is disposable: it is built anew when the schema changes, or when the
    seeds do not follow from what is in it, as on another branch.
    """
    from seedc.cli.local import load_local, show_local  # noqa: PLC0415, as below

    project = find_project(folder, reporter)
    compiled = project and _build(project, reporter, run_rules=rules)
    if project is None or compiled is None:
        return PROBLEMS
    show_local(compiled, load_local(project))
    return FINE


@app.command(epilog="Examples: seedc down; seedc down --reset")
@in_folder
@click.option("--reset", is_flag=True, help="Delete its databases too.")
def down(folder: Path, *, reset: bool) -> int:
    """Stop the local Postgres of this project; it keeps its data."""
    from seedc.cli.local import stop_local  # noqa: PLC0415, only this needs it

    # What its file says does not matter, so that it may be wrong.
    done = stop_local(project_root(folder), delete=reset)
    if reset:
        terminal.out("deleted" if done else "nothing to delete")
    else:
        terminal.out("stopped" if done else "nothing is running")
    return FINE


app.add_command(plan_)
app.add_command(apply_)
app.add_command(publish_)
app.add_command(history_)
app.add_command(rollback_)
app.add_command(drift_)


@app.command(epilog="Examples: seedc explain dangling-reference; seedc explain")
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explain a problem: what it means, an example and its fix.

    Without a CODE, list all of them.
    """
    from seedc.diagnostics import codes, explain  # noqa: PLC0415, only this needs it
    from seedc.text.near import did_you_mean  # noqa: PLC0415

    if code is None:
        terminal.out(explain.catalogue())
        return FINE
    page = explain.explain(code)
    if page is None:
        hint = did_you_mean(code, codes.CODES) or "`seedc explain` lists all codes"
        message = f"there is no problem with the code `{code}`; {hint}"
        raise click.BadParameter(message, param_hint="CODE")
    terminal.out(page)
    return FINE


def _fix(fixing: str | None, folder: Path) -> bool:
    """Repair a project, or show what would be repaired; say whether anything is."""
    if fixing is None:
        return False
    from seedc.cli.fix import show_repairs  # noqa: PLC0415, only this needs them
    from seedc.fixing import fix_project, would_fix  # noqa: PLC0415

    done = fixing == "fix"
    repairs = (fix_project if done else would_fix)(project_root(folder))
    show_repairs(repairs, done=done)
    return bool(repairs)


def _hold(
    project: Project, compiled: Compiled, path: str | None, *, write: bool
) -> tuple[Sequence[Diagnostic], int]:
    """Return the problems that no baseline knows, and how many it does."""
    if path is None:
        return compiled.problems, 0
    from seedc.cli.baseline import hold_against, write_baseline  # noqa: PLC0415, too

    return (write_baseline if write else hold_against)(project, compiled, path)


def _build(project: Project, reporter: Reporter, *, run_rules: bool) -> Compiled | None:
    """Compile a project and write its files; None if anything is wrong."""
    # Held from the first source that is read, so that of two builds at once the later
    # one writes what it read last.
    with flocked(project.root, shared=False):
        compiled = _compile(project, reporter, run_rules=run_rules)
        if compiled is not None:
            show_written(project, write(project, compiled))
    return compiled


def _compile(
    project: Project, reporter: Reporter, *, run_rules: bool
) -> Compiled | None:
    """Compile a project to build it, and report what is wrong; None if anything is."""
    compiled = compile_project(
        project, to_build=True, run_rules=run_rules, tell=terminal.tell
    )
    reporter.show(project.root, compiled.problems, compiled.sources)
    show_left_out(compiled, run_rules=run_rules)
    return None if has_errors(compiled.problems) else compiled
