"""Find and read `seedc.toml`."""

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project
from seedc.model.source import Place, Source
from seedc.read.text_file import read_text
from seedc.text.position import place_at

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

PROJECT_FILE = "seedc.toml"


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upwards, that holds a project file."""
    here = start.resolve()
    folders = (here, *here.parents)
    return next((f for f in folders if (f / PROJECT_FILE).is_file()), None)


def read_project(root: Path) -> Project | list[Diagnostic]:
    """Read the project file of a folder.

    Raises:
        OSError: The file cannot be read.
    """
    source = read_text(root, PROJECT_FILE)
    if isinstance(source, Diagnostic):
        return [source]
    try:
        return _parse(root, source, tomllib.loads(source.text))
    except tomllib.TOMLDecodeError as error:
        return [_syntax_problem(source, error)]


def _parse(
    root: Path, source: Source, values: dict[str, object]
) -> Project | list[Diagnostic]:
    # Pydantic takes a while to import and is not needed before this point.
    from pydantic import ValidationError  # noqa: PLC0415

    from seedc.read.project_options import ProjectFile  # noqa: PLC0415

    try:
        return ProjectFile.model_validate(values).project_in(root)
    except ValidationError as failed:
        return [_problem(source, error) for error in failed.errors()]


def _syntax_problem(source: Source, error: tomllib.TOMLDecodeError) -> Diagnostic:
    where = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    at = (int(where[1]), int(where[2])) if where else (1, 1)
    reason = re.sub(r"\s*\(at .*\)$", "", str(error))
    reason = reason[:1].lower() + reason[1:]
    return Diagnostic("invalid-toml", reason, Place(source.path, *at))


def _problem(source: Source, error: "ErrorDetails") -> Diagnostic:
    from seedc.read.project_options import explain  # noqa: PLC0415

    keys = tuple(str(step) for step in error["loc"])
    code, message, hint = explain(error, keys)
    return Diagnostic(code, message, _key_place(source, keys), help=hint)


def _key_place(source: Source, keys: tuple[str, ...]) -> Place:
    """Return where a key stands: its own line, else that of its table."""
    for depth in range(len(keys), 0, -1):
        table = re.escape(".".join(keys[: depth - 1]))
        key = re.escape(keys[depth - 1])
        header = rf"^\[{table}\][^\[]*?" if depth > 1 else r"\A[^\[]*?"
        inside = rf"{header}^[ \t]*({key})[ \t]*[=.]"
        itself = rf"^\[({re.escape('.'.join(keys[:depth]))})[\].]"
        for pattern in (inside, itself):
            if match := re.search(pattern, source.text, re.MULTILINE):
                return place_at(source, match.start(1), match.end(1))
    return Place(source.path, 1, 1)
