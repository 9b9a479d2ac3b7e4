"""The commands and their options."""

import os
import time
from pathlib import Path

import click

import seedc
from seedc.cli import terminal
from seedc.cli.project import find_project
from seedc.cli.results import show_comparison, show_compiled, show_written
from seedc.model.diagnostic import has_errors
from seedc.model.project import Project
from seedc.pipeline import Compiled, build, compile_project, write
from seedc.write.replace import held_still

FINE, PROBLEMS = 0, 1

_in_folder = click.option(
    "-C",
    "--directory",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Work in the project around this folder.",
)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine, 1 problems found, 2 wrong usage, 3 the world failed.",
)
@click.version_option(seedc.__version__, message="seedc %(version)s")
@_in_folder
def app(folder: Path) -> None:
    """Compile versioned JSON seed files into SQL, Python and TypeScript."""
    os.chdir(folder)


@app.command(epilog="Example: seedc check")
@_in_folder
def check(folder: Path) -> int:
    """Check all schemas and seeds, and show every problem at once."""
    started = time.monotonic()
    compiled = _compile(find_project(folder))
    if compiled is None:
        return PROBLEMS
    show_compiled(compiled, time.monotonic() - started)
    return FINE


@app.command("build", epilog="Examples: seedc build; seedc build --check")
@_in_folder
@click.option(
    "--check", is_flag=True, help="Write nothing; fail if files would change."
)
def build_(folder: Path, *, check: bool) -> int:
    """Check, then write the outputs: all of them, or none."""
    project = find_project(folder)
    compiled = _compile(project, to_build=True)
    if project is None or compiled is None:
        return PROBLEMS
    if check:
        with held_still(project.root / project.out):
            comparison = build(project, compiled)
        show_comparison(project, comparison)
        return FINE if comparison.is_fresh else PROBLEMS
    show_written(project, write(project, compiled))
    return FINE


@app.command(epilog="Example: seedc up, then connect with the psql line it prints")
@_in_folder
def up(folder: Path) -> int:
    """Build, start a local Postgres that stays up, and load it.

    The database is disposable: when the schema changes it is built anew.
    """
    from seedc.cli.local import load_local, show_local  # noqa: PLC0415, as below

    project = find_project(folder)
    compiled = _compile(project, to_build=True)
    if project is None or compiled is None:
        return PROBLEMS
    show_written(project, write(project, compiled))
    show_local(compiled, load_local(project))
    return FINE


@app.command(epilog="Examples: seedc down; seedc down --reset")
@_in_folder
@click.option("--reset", is_flag=True, help="Delete its databases too.")
def down(folder: Path, *, reset: bool) -> int:
    """Stop the local Postgres of this project; it keeps its data."""
    from seedc.cli.local import stop_local  # noqa: PLC0415, only this needs it

    project = find_project(folder)
    if project is None:
        return PROBLEMS
    done = stop_local(project, delete=reset)
    if reset:
        terminal.out("deleted" if done else "nothing to delete")
    else:
        terminal.out("stopped" if done else "nothing is running")
    return FINE


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


def _compile(project: Project | None, *, to_build: bool = False) -> Compiled | None:
    """Compile a project and show what is wrong; None if anything is."""
    if project is None:
        return None
    compiled = compile_project(project, to_build=to_build)
    terminal.show_problems(project.root, list(compiled.problems))
    return None if has_errors(compiled.problems) else compiled
