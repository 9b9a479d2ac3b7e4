"""Small projects of one table, with every target."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.support.projects import (
    Files,
    problem_lines,
    problems_of,
    schema,
    seed,
)

TEXT = {"type": "string"}
_TARGETS = """\
[project]
name = "{name}"

[targets]
postgres = {{}}
sqlite = {{}}
editor = {{}}
python = {{ package = "{name}" }}
typescript = {{ package = "@game/{name}", data = "js", types = {{}} }}
"""


def with_targets(name: str, files: Files) -> Files:
    """Return a project's files with a project file that wants every target."""
    return {"seedc.toml": _TARGETS.format(name=name), **files}


def table(
    properties: Mapping[str, object],
    *records: object,
    name: str = "things",
    definitions: Mapping[str, object] | None = None,
    **keywords: object,
) -> dict[str, str]:
    """Return the files of a table; without records it has one of nothing but an id."""
    if definitions is not None:
        keywords["$defs"] = definitions
    return {
        f"schemas/{name}.schema.json": schema(properties, **keywords),
        f"seeds/{name}.json": seed(*(records or ({"id": "a"},))),
    }


def tables(names: Sequence[str]) -> dict[str, str]:
    """Return the files of several tables that are all alike."""
    made = [table({"name": TEXT}, {"id": "a", "name": n}, name=n) for n in names]
    return {path: text for files in made for path, text in files.items()}


def problems(root: Path, files: Files) -> str:
    """Return what people are told of a project that wants every target."""
    return problem_lines(problems_of(root, with_targets("game", files)))
