"""The commands and their options."""

import time
from pathlib import Path
from typing import Annotated

import typer

import seedc
from seedc.cli import terminal
from seedc.cli.main import FINE, PROBLEMS
from seedc.cli.project import find_project
from seedc.cli.results import show_comparison, show_compiled, show_local, show_written
from seedc.model.diagnostic import has_errors
from seedc.model.project import Project
from seedc.pipeline import Compiled, build, compile_project, write

app = typer.Typer(
    name="seedc",
    help="Compile versioned JSON seed files into SQL, Python and TypeScript.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine, 1 problems found, 2 wrong usage, 3 the world failed.",
)

Folder = Annotated[
    Path,
    typer.Option(
        "-C",
        "--directory",
        help="Work in the project around this folder.",
        exists=True,
        file_okay=False,
    ),
]


def _version(wanted: bool) -> None:  # noqa: FBT001, typer calls it so
    if wanted:
        terminal.out(f"seedc {seedc.__version__}")
        raise typer.Exit


@app.callback()
def common(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version.", is_eager=True, callback=_version
        ),
    ] = False,
) -> None:
    """Compile versioned JSON seed files into SQL, Python and TypeScript."""
    assert not version  # noqa: S101, the callback has ended the run


@app.command(epilog="Example: seedc check")
def check(folder: Folder = Path()) -> None:
    """Check all schemas and seeds, and show every problem at once."""
    started = time.monotonic()
    compiled = _compile(find_project(folder))
    if compiled is None:
        raise typer.Exit(PROBLEMS)
    show_compiled(compiled, time.monotonic() - started)


@app.command("build", epilog="Examples: seedc build; seedc build --check")
def build_(
    folder: Folder = Path(),
    *,
    check_only: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; fail if files would change."),
    ] = False,
) -> None:
    """Check, then write the outputs: all of them, or none."""
    project = find_project(folder)
    compiled = _compile(project, to_build=True)
    if project is None or compiled is None:
        raise typer.Exit(PROBLEMS)
    if check_only:
        comparison = build(project, compiled)
        show_comparison(project, comparison)
        raise typer.Exit(FINE if comparison.is_fresh else PROBLEMS)
    show_written(project, write(project, compiled))


@app.command(epilog="Example: seedc up, then connect with the psql line it prints")
def up(folder: Folder = Path()) -> None:
    """Build, start a local Postgres that stays up, and load it.

    The database is disposable: when the schema changes it is built anew.
    """
    from seedc.cli.local import load_local  # noqa: PLC0415, imports a driver

    project = find_project(folder)
    compiled = _compile(project, to_build=True)
    if project is None or compiled is None:
        raise typer.Exit(PROBLEMS)
    comparison = write(project, compiled)
    show_written(project, comparison)
    show_local(compiled, load_local(project))


@app.command(epilog="Examples: seedc down; seedc down --reset")
def down(
    folder: Folder = Path(),
    *,
    reset: Annotated[
        bool, typer.Option("--reset", help="Delete its databases too.")
    ] = False,
) -> None:
    """Stop the local Postgres of this project; it keeps its data."""
    from seedc.cli.local import stop_local  # noqa: PLC0415

    project = find_project(folder)
    if project is None:
        raise typer.Exit(PROBLEMS)
    stopped = stop_local(project, delete=reset)
    terminal.out("stopped" if stopped else "nothing is running")


@app.command(epilog="Examples: seedc explain dangling-reference; seedc explain")
def explain(
    code: Annotated[str | None, typer.Argument(help="Code of a problem.")] = None,
) -> None:
    """Explain a problem: what it means, an example and its fix."""
    from seedc.diagnostics import codes, explain  # noqa: PLC0415
    from seedc.text.near import did_you_mean  # noqa: PLC0415

    if code is None:
        terminal.out(explain.catalogue())
    elif (page := explain.explain(code)) is not None:
        terminal.out(page)
    else:
        hint = did_you_mean(code, codes.CODES) or "`seedc explain` lists all codes"
        message = f"there is no problem with the code `{code}`; {hint}"
        raise typer.BadParameter(message)


def _compile(project: Project | None, *, to_build: bool = False) -> Compiled | None:
    """Compile a project and show what is wrong; None if anything is."""
    if project is None:
        return None
    compiled = compile_project(project, to_build=to_build)
    terminal.show_problems(project.root, list(compiled.problems))
    return None if has_errors(compiled.problems) else compiled
