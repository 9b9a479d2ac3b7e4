"""Small projects for tests: written from texts, compiled in process."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from seedc.diagnostics.order import in_order
from seedc.model.catalog import Catalog, Rows
from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project
from seedc.model.source import Place
from seedc.pipeline import Compiled, compile_project, read_project
from seedc.read.project_file import PROJECT_FILE

Files: TypeAlias = Mapping[str, str | bytes]
"""Contents by path from the project's root."""

ENVELOPE = '"version": "1.0.0",\n  "updated_at": "2026-01-13T00:00:00Z"'
MINIMAL = '[project]\nname = "game"\n\n[targets]\npostgres = {}\n'


def write_project(root: Path, files: Files) -> Path:
    """Write a project's files; a minimal `seedc.toml` and the folders come along."""
    (root / "schemas").mkdir(parents=True, exist_ok=True)
    (root / "seeds").mkdir(exist_ok=True)
    for path, content in {PROJECT_FILE: MINIMAL, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        given = content.encode() if isinstance(content, str) else content
        (root / path).write_bytes(given)
    return root


def seed(*records: object) -> str:
    """Return a seed file, a record a line; a record that is text goes in as it is."""
    texts = [r if isinstance(r, str) else json.dumps(r) for r in records]
    data = ",\n".join(f"    {text}" for text in texts)
    return f'{{\n  {ENVELOPE},\n  "data": [\n{data}\n  ]\n}}\n'


def schema(properties: Mapping[str, object], **keywords: object) -> str:
    """Return the schema of a table with a required `id` beside the properties.

    Args:
        properties: Its other properties.
        keywords: Further keywords; `x_table` stands for `x-table`.
    """
    given = {key.replace("x_", "x-", 1): value for key, value in keywords.items()}
    identity = {"id": {"type": "string"}}
    base = {"type": "object", "x-table": {}, "required": ["id"]}
    return json.dumps(
        {**base, "properties": {**identity, **properties}, **given}, indent=2
    )


def compiled(root: Path) -> Compiled:
    """Compile a project whose `seedc.toml` has no problems."""
    project = read_project(root)
    assert isinstance(project, Project)
    return compile_project(project)


def catalog_of(root: Path, files: Files) -> Catalog:
    """Write and compile a project that has no problems, and return its catalog."""
    result = compiled(write_project(root, files))
    assert result.problems == ()
    return result.catalog


def rows_of(root: Path, files: Files) -> Rows:
    """Write and compile a project that has no problems, and return its rows."""
    result = compiled(write_project(root, files))
    assert result.problems == ()
    assert result.rows is not None
    return result.rows


def problems_of(root: Path, files: Files) -> list[Diagnostic]:
    """Write and compile a project, and return what people are shown."""
    return problems_in(write_project(root, files))


def problems_in(root: Path) -> list[Diagnostic]:
    """Return what is wrong with a project, in the order that people see."""
    project = project_in(root)
    if not isinstance(project, Project):
        return in_order(project)
    return in_order(compile_project(project).problems)


def project_in(root: Path) -> Project | list[Diagnostic]:
    """Return a project, or what is wrong with its `seedc.toml`."""
    return read_project(root)


def problem_lines(problems: Iterable[Diagnostic]) -> str:
    """Return problems one a line, their notes and help indented below them."""
    return "".join(f"{line}\n" for p in problems for line in _lines(p))


def _lines(problem: Diagnostic) -> Iterator[str]:
    label = f"{problem.severity}[{problem.code}]"
    yield f"{_where(problem.place)}: {label}: {_visible(problem.message)}"
    for note in problem.notes:
        yield f"  note: {_where(note.place)}: {_visible(note.message)}"
    if problem.help is not None:
        yield f"  help: {_visible(problem.help)}"


def _where(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"


def _visible(text: str) -> str:
    return text if text.isprintable() else ascii(text)
