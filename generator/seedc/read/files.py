"""Find the seed files and schemas of a project."""

from collections.abc import Iterator
from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument, SeedFile
from seedc.model.project import Project
from seedc.model.source import Place
from seedc.read.folder import leaves_project, listing
from seedc.read.json_parse import parse_document
from seedc.read.text_file import read_text
from seedc.text.json_walk import skip_space
from seedc.text.position import place_at

_SCHEMA = ".schema.json"


def read_schemas(project: Project) -> Iterator[SchemaDocument | Diagnostic]:
    """Yield the project's schemas by path, and what is wrong with files there."""
    folder = project.root / project.schemas
    if not folder.is_dir():
        yield _missing_folder(project, project.schemas, "schemas")
        return
    for file in listing(project.root, project.schemas):
        if isinstance(file, Diagnostic):
            yield file
            continue
        path = f"{project.schemas}/{file.name}"
        if file.name.endswith(_SCHEMA) and not file.is_dir():
            yield from _read_schema(project.root, path, file.name[: -len(_SCHEMA)])
        else:
            yield _unexpected(path, f"expected a file named `<table>{_SCHEMA}`")


def find_seeds(project: Project) -> Iterator[SeedFile | Diagnostic]:
    """Yield the project's seed files by table and path."""
    folder = project.root / project.seeds
    if not folder.is_dir():
        yield _missing_folder(project, project.seeds, "seeds")
        return
    for entry in listing(project.root, project.seeds):
        if isinstance(entry, Diagnostic):
            yield entry
            continue
        path = f"{project.seeds}/{entry.name}"
        if not entry.is_dir():
            yield from _seed(path, entry.stem)
        elif entry.is_symlink() and leaves_project(project.root, path):
            yield SeedFile(path, entry.name)  # reading it tells
        else:
            yield from _shards(project.root, entry, path)


def _read_schema(
    root: Path, path: str, stem: str
) -> Iterator[SchemaDocument | Diagnostic]:
    source = read_text(root, path)
    if isinstance(source, Diagnostic):
        yield source
        return
    parsed = parse_document(source)
    if isinstance(parsed, Diagnostic):
        yield parsed
        return
    yield from parsed.problems
    start = skip_space(source.text, 0)
    if isinstance(parsed.value, dict):
        yield SchemaDocument(source, start, stem, parsed.value)
    else:
        message = "a schema file is an object"
        yield Diagnostic("invalid-schema", message, place_at(source, start))


def _shards(root: Path, folder: Path, path: str) -> Iterator[SeedFile | Diagnostic]:
    if folder.with_name(f"{folder.name}.json").is_file():
        yield Diagnostic(
            "seed-file-and-folder",
            f"both `{path}.json` and the folder `{path}/` hold `{folder.name}`",
            Place(f"{path}.json"),
            help="keep one of them",
        )
    for entry in listing(root, path):
        if isinstance(entry, Diagnostic):
            yield entry
            continue
        name = f"{entry.name}/" if entry.is_dir() else entry.name
        yield from _seed(f"{path}/{name}", folder.name)


def _seed(path: str, table: str) -> Iterator[SeedFile | Diagnostic]:
    if path.endswith(".json"):
        yield SeedFile(path, table)
    else:
        yield _unexpected(path, "expected a file named `<name>.json`")


def _unexpected(path: str, expected: str) -> Diagnostic:
    message = f"seedc does not read this file; {expected}"
    return Diagnostic("unexpected-file", message, Place(path))


def _missing_folder(project: Project, path: str, key: str) -> Diagnostic:
    return Diagnostic(
        "missing-folder",
        f"the folder `{path}/` does not exist",
        project.folders.get(key, Place("seedc.toml")),
        help=f"make it, or set `{key}` in the table `[project]` of seedc.toml",
    )
