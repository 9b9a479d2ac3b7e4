"""Read a baseline file."""

from collections import Counter
from pathlib import Path

from seedc.model.baseline import BaselineFile, Known
from seedc.model.diagnostic import Diagnostic
from seedc.model.json_value import JsonObject, JsonValue, Pointer
from seedc.model.source import Place, Source
from seedc.read.json_parse import parse_document
from seedc.read.text_file import read_text
from seedc.text.json_place import value_place
from seedc.text.json_walk import skip_space

_VERSION = 1
_MOST_BYTES = 50_000_000


def read_baseline(root: Path, path: str) -> BaselineFile | list[Diagnostic]:
    """Read a baseline, or say what is wrong with it.

    Args:
        root: The project's root.
        path: Path of the file from there.

    Raises:
        OSError: The file cannot be read.
    """
    if (root / path).stat().st_size > _MOST_BYTES:
        message = f"the baseline has more than {_MOST_BYTES // 1_000_000} megabytes"
        return [_wrong(message, Place(path))]
    source = read_text(root, path)
    if isinstance(source, Diagnostic):
        return [source]
    parsed = parse_document(source)
    if isinstance(parsed, Diagnostic):
        return [parsed]
    if parsed.problems:
        return list(parsed.problems)
    return _baseline(source, parsed.value)


def _baseline(source: Source, value: JsonValue) -> BaselineFile | list[Diagnostic]:
    start = skip_space(source.text, 0)
    match value:
        case {"version": 1, "problems": [*lines], **rest} if not rest:
            pass
        case {"version": int(version)} if version > _VERSION:
            place = value_place(source, start, ("version",))
            return [_wrong("the baseline was written by a newer seedc", place)]
        case _:
            message = "a baseline is an object with `version` and `problems`"
            return [_wrong(message, value_place(source, start, ()))]
    found: Counter[Known] = Counter()
    places: dict[Known, Place] = {}
    for i, line in enumerate(lines):
        pointer: Pointer = ("problems", i)
        entry = _entry(line)
        if entry is None:
            message = "a known problem has a `file`, a `code` and a `mark`"
            return [_wrong(message, value_place(source, start, pointer))]
        known, count = entry
        # A merge may leave a line twice, in two versions.
        found[known] = max(found[known], count)
        places.setdefault(known, value_place(source, start, pointer))
    return BaselineFile(source.path, found, places)


def _entry(line: JsonValue) -> tuple[Known, int] | None:
    members: JsonObject = line if isinstance(line, dict) else {}
    match {"count": 1, **members}:
        case {
            "file": str(path),
            "code": str(code),
            "mark": str(mark),
            "count": int(count),
            **rest,
        } if count > 0 and not rest and not isinstance(members.get("count"), bool):
            return Known(path, code, mark), count
        case _:
            return None


def _wrong(message: str, place: Place) -> Diagnostic:
    hint = "delete the file and write it anew: seedc check --write-baseline"
    return Diagnostic("invalid-baseline", message, place, help=hint)
