"""Find and read `seedc.toml`."""

import json
import re
import tomllib
from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import ProjectDocument
from seedc.model.source import Place, Source
from seedc.read.text_file import read_text

PROJECT_FILE = "seedc.toml"


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upwards, that holds a project file."""
    here = start.resolve()
    folders = (here, *here.parents)
    return next((f for f in folders if (f / PROJECT_FILE).is_file()), None)


def read_project_file(root: Path) -> ProjectDocument | Diagnostic:
    """Read the project file of a folder.

    Raises:
        OSError: The file cannot be read.
    """
    source = read_text(root, PROJECT_FILE)
    if isinstance(source, Diagnostic):
        return source
    try:
        values = tomllib.loads(source.text)
        # Dates, which TOML has and no key takes, become text.
        plain = json.loads(json.dumps(values, default=str))
    except (ValueError, RecursionError) as error:  # also of endless numbers and lists
        return _syntax_problem(source, error)
    return ProjectDocument(source, plain)


def _syntax_problem(source: Source, error: Exception) -> Diagnostic:
    where = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    at = (int(where[1]), int(where[2])) if where else (1, 1)
    reason = re.sub(r"\s*\(at .*\)$", "", str(error))
    if isinstance(error, RecursionError):
        reason = "lists or tables are nested too deeply"
    reason = reason[:1].lower() + reason[1:]
    return Diagnostic("invalid-toml", reason, Place(source.path, *at))
