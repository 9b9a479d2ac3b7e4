"""Find and read `seedc.toml`."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, time
from math import isfinite
from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import ProjectDocument
from seedc.model.json_value import JsonObject
from seedc.model.source import Place, Source
from seedc.read.merge_conflict import merge_conflict
from seedc.read.text_file import read_text
from seedc.text.json_depth import MOST_LEVELS
from seedc.text.position import place_at
from seedc.text.toml_place import key_place
from seedc.text.toml_walk import Keys

PROJECT_FILE = "seedc.toml"

# A part begins where no other does, so that none is tried at each of its characters.
_PART = r"""(?:(?<![\w-])[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DOTTED = re.compile(rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MOST_LEVELS}}}")
_TOML_BITS = 63  # beside the sign
_DIGITS = re.compile(r"[0-9_]{4300,}")


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
    values = _parsed(source)
    if isinstance(values, Diagnostic):
        return values
    if (foreign := next(_foreign(values, ()), None)) is not None:
        return _foreign_problem(source, *foreign)
    return ProjectDocument(source, values)


def _parsed(source: Source) -> JsonObject | Diagnostic:
    # The parser takes the square of their number in time and memory.
    if dotted := _DOTTED.search(source.text):
        return _too_deep(place_at(source, *dotted.span()))
    try:
        values: JsonObject = tomllib.loads(source.text)
    except RecursionError:
        return _too_deep(Place(source.path, 1, 1))
    except tomllib.TOMLDecodeError as error:
        return merge_conflict(source) or _syntax_problem(source, error)
    except ValueError:  # what Python says of an integer that is too long for it
        return _too_long(source)
    return values


def _foreign(value: object, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """Yield the values that TOML has and JSON lacks, and no key takes."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from _foreign(member, (*keys, key))
    elif isinstance(value, list):
        for item in value:
            yield from _foreign(item, keys)
    elif (what := _what(value)) is not None:
        yield keys, what


def _what(value: object) -> str | None:
    match value:
        case float() if not isfinite(value):
            return f"`{value}`"
        case int() if value.bit_length() > _TOML_BITS:
            return "an integer that TOML does not promise to hold"
        case date() | time():
            return "a date or time"
        case _:
            return None


def _foreign_problem(source: Source, keys: Keys, found: str) -> Diagnostic:
    message = f"`{'.'.join(keys)}`: found {found}, which no key takes"
    return Diagnostic("invalid-option", message, key_place(source, keys))


def _too_deep(place: Place) -> Diagnostic:
    message, hint = "the file is nested too deeply", f"keep to {MOST_LEVELS} levels"
    return Diagnostic("nesting-too-deep", message, place, help=hint)


def _too_long(source: Source) -> Diagnostic:
    digits = _DIGITS.search(source.text)
    span = digits.span() if digits else (0, 1)
    message = "an integer has more than 4300 digits"
    return Diagnostic("invalid-toml", message, place_at(source, *span))


def _syntax_problem(source: Source, error: tomllib.TOMLDecodeError) -> Diagnostic:
    where = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    at = (int(where[1]), int(where[2])) if where else _last(source.text)
    reason = re.sub(r"\s*\(at .*\)$", "", str(error))
    reason = reason[:1].lower() + reason[1:]
    return Diagnostic("invalid-toml", reason, Place(source.path, *at))


def _last(text: str) -> tuple[int, int]:
    """Return line and column of the last character that is seen."""
    seen = text.rstrip()
    return seen.count("\n") + 1, len(seen) - seen.rfind("\n") - 1
