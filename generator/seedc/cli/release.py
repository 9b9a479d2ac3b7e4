"""Find what a database is to become: from sources, or from an artefact of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, final

from seedc.cli import terminal
from seedc.cli.project import find_project
from seedc.cli.reporter import Reporter
from seedc.cli.results import show_left_out
from seedc.model.diagnostic import has_errors
from seedc.model.errors import UsageError
from seedc.model.project import Project
from seedc.model.release import Release
from seedc.pipeline import Compiled, compile_project, release
from seedc.read.git import history_of
from seedc.read.project_file import PROJECT_FILE
from seedc.script.artifact import artifact, read_artifact
from seedc.write.whole_file import write_whole

Sources: TypeAlias = tuple[Project, Compiled]
"""A project without errors, and what it compiles to."""


@final
@dataclass(frozen=True, slots=True)
class Source:
    """Where the seeds come from.

    Attributes:
        folder: Where the project is.
        artifact: A built release in place of the project, or None.
        run_rules: Whether to run the project's rules.
        has_rules: Whether rules are of any concern; a cache follows what was applied.
    """

    folder: Path
    artifact: Path | None
    run_rules: bool
    has_rules: bool = True


def find_release(source: Source, reporter: Reporter) -> Release | None:
    """Return the release, or None if the project has errors, which are reported.

    Raises:
        OSError: A file cannot be read.
        UsageError: There is no project, it has no target `postgres`, or the artefact
            is none.
        WorldError: The rules cannot be run.
    """
    if source.artifact is not None:
        return read_artifact(str(source.artifact), source.artifact.read_bytes())
    found = find_compiled(source, reporter)
    return None if found is None else release_of(*found)


def release_of(project: Project, compiled: Compiled) -> Release:
    """Return the release of a project without errors.

    Raises:
        UsageError: It has no target `postgres`.
    """
    if project.targets.postgres is None:
        message = "the project has no target `postgres`"
        hint = "add `postgres = {}` to [targets] in seedc.toml"
        raise UsageError(message, hint=hint)
    sources = (PROJECT_FILE, project.schemas, project.seeds)
    history = history_of(project.root, sources, terminal.tell)
    return release(project, compiled, history)


def find_compiled(source: Source, reporter: Reporter) -> Sources | None:
    """Return the project and its rows, or None if it has errors, which are reported.

    Raises:
        OSError: A file cannot be read.
        UsageError: There is no project.
        WorldError: The rules cannot be run.
    """
    project = find_project(source.folder, reporter)
    if project is None:
        return None
    compiled = compile_project(project, run_rules=source.run_rules, tell=terminal.tell)
    reporter.show(project.root, compiled.problems, compiled.sources)
    if source.has_rules:
        show_left_out(compiled, run_rules=source.run_rules)
    return None if has_errors(compiled.problems) else (project, compiled)


def write_artifact(file: Path, project: Project, compiled: Compiled) -> None:
    """Write the release of a project without errors to a file.

    Raises:
        OSError: The file cannot be written.
        UsageError: The project has no target `postgres`.
    """
    content = artifact(release_of(project, compiled))
    write_whole(file, content)
    terminal.out(f"wrote {file}: {len(content):,} bytes")
