"""Make a project from the lines of an example, and say what codes it raises.

An example shows only what matters of a file; the rest is added here:

- records are put into an envelope, unless there is one;
- properties are put into the schema of a table with a required `id`; a line that
  begins with `"x-table"` or `"required"` belongs to the schema itself;
- a table that has a seed but no schema, or a schema but no seed, gets the other;
- there is a `seedc.toml`, and the two folders.
"""

import json
from pathlib import Path
from textwrap import dedent, indent

from seedc.cli.baseline import hold_against
from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project
from seedc.pipeline import compile_project, read_project
from seedc.sandbox.local import down

Files = dict[str, str]

TABLE = '"type": "object", "x-table": {}, "required": ["id"]'
COLUMNS = ("id", "string"), ("name", "string"), ("price", "number")
PROPERTIES = ", ".join(f'"{key}": {{ "type": "{kind}" }}' for key, kind in COLUMNS)
ENDING = ".schema.json"
ALWAYS = {
    "seedc.toml": '[project]\nname = "game"\n',
    "schemas/.keep": "",
    "seeds/.keep": "",
}


def parts(lines: str) -> Files:
    """Return the files that an example names, dedented."""
    files: Files = {}
    path = ""
    for line in lines.splitlines():
        if line.startswith(" "):
            files[path] += f"{line}\n"
        else:
            path = line.removesuffix(":")
            files[path] = ""
    return {path: dedent(text) for path, text in files.items()}


def problems_of(root: Path, files: Files) -> list[Diagnostic]:
    """Write the files and compile them."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    project = read_project(root)
    if not isinstance(project, Project):
        return project
    compiled = compile_project(project)
    if any(path.startswith("rules/") for path in files):
        down(root, delete=True)
    if project.baseline is None:
        return [*compiled.problems]
    return [*hold_against(project, compiled, project.baseline)[0]]


def whole(files: Files, missing: str | None) -> Files:
    """Return the files of an example with all that it leaves out.

    Args:
        files: The files of the example.
        missing: The file that is not to be added.
    """
    made = {path: _whole_file(path, text) for path, text in files.items()}
    for table in sorted(_seeds(files) - _schemas(files)):
        made[f"schemas/{table}{ENDING}"] = _schema(PROPERTIES)
    for table in sorted(_tables(made) - _seeds(files)):
        made[f"seeds/{table}.json"] = _seed("")
    if missing not in files:
        made.pop(missing or "", None)
    return ALWAYS | made


def _whole_file(path: str, text: str) -> str:
    if path.startswith("seeds/") and path.endswith(".json"):
        return text if '"version"' in text or not text.startswith("{") else _seed(text)
    if path.endswith(ENDING):
        return text if text.startswith("{") else _schema(text)
    return text


def _seed(records: str) -> str:
    head = '{\n  "version": "1.0.0",\n  "updated_at": "2026-01-13T00:00:00Z",\n'
    return f'{head}  "data": [\n{indent(records, "    ")}  ]\n}}\n'


def _schema(lines: str) -> str:
    given = _members(lines)
    own = {key: given.pop(key) for key in ("x-table", "required") if key in given}
    properties = _members(PROPERTIES) | given
    schema = _members(TABLE) | own | {"properties": properties}
    return json.dumps(schema)


def _members(lines: str) -> dict[str, object]:
    members: dict[str, object] = json.loads(f"{{{lines}}}")
    return members


def _seeds(files: Files) -> set[str]:
    paths = [path.split("/")[1] for path in files if path.startswith("seeds/")]
    return {path.removesuffix(".json") for path in paths}


def _schemas(files: Files) -> set[str]:
    paths = [path.split("/")[1] for path in files if path.startswith("schemas/")]
    return {path.removesuffix(ENDING) for path in paths}


def _tables(files: Files) -> set[str]:
    tables = {path: text for path, text in files.items() if '"x-table"' in text}
    return _schemas(tables)
