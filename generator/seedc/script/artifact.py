"""A release as a file: what a deploy needs where there are no sources and no Git.

{"format": "seedc release 1", "tool": "seedc 0.1.0", "sha256": "..."}
{"project": "roguelike", ..., "tables": [{"name": "enemies", "rows": 2811, ...}], ...}
the rows of all tables, in the text format of COPY
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from types import MappingProxyType
from typing import Final, TypeAlias

from seedc import __version__
from seedc.model.errors import UsageError
from seedc.model.release import (
    Follow,
    History,
    Release,
    ReleasedTable,
    Statement,
    Write,
)
from seedc.text.fits import all_fit

_FORMAT: Final = "seedc release 1"
_TOOL: Final = f"seedc {__version__}"

_Kind: TypeAlias = type[Statement] | type[Write] | type[Follow]
_KINDS: Final[Mapping[str, _Kind]] = MappingProxyType(
    {"what": Statement, "action": Write, "actions": Follow}
)
"""The steps, by a key that only they have."""
_MISSHAPEN: Final = (
    AttributeError,
    KeyError,
    RuntimeError,  # nested too deep; a step of no kind
    TypeError,
    ValueError,
)


def artifact(release: Release) -> bytes:
    """Return a release as the content of a file; of the same one the same."""
    said = asdict(release)
    for table in said["tables"]:
        table["rows"] = len(table["rows"])
    rows = (table.rows for table in release.tables)
    body = b"".join([json.dumps(said).encode(), b"\n", *rows])
    head = {"format": _FORMAT, "tool": _TOOL, "sha256": sha256(body).hexdigest()}
    return json.dumps(head).encode() + b"\n" + body


def read_artifact(name: str, content: bytes) -> Release:
    """Return the release in a file.

    Args:
        name: The file's name, for people.
        content: What is in it.

    Raises:
        UsageError: It is none, is damaged, or another seedc made it.
    """
    head, _, body = content.partition(b"\n")
    expected = _sum(name, head)
    if sha256(body).hexdigest() != expected:
        raise _error(name, "it is damaged, or cut off")
    said, _, rows = body.partition(b"\n")
    try:
        found = _release(said, rows)
    except _MISSHAPEN:
        found = None
    if found is None or not _is_whole(found, rows):
        # Of the same version and undamaged, and yet.
        raise _error(name, "another seedc made it")
    return found


def _sum(name: str, head: bytes) -> object:
    try:
        found = json.loads(head)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or "sha256" not in found:
        raise _error(name, "`seedc build --artifact` did not make it")
    if (found.get("format"), found.get("tool")) != (_FORMAT, _TOOL):
        made = json.dumps(found.get("tool"))[:40]
        raise _error(name, f"{made} made it, and this is {_TOOL}")
    return found["sha256"]


def _release(text: bytes, rows: bytes) -> Release:
    said = json.loads(text, object_hook=_frozen)
    tables, at = list[ReleasedTable](), 0
    for each in said.pop("tables"):
        size = each.pop("rows")
        tables.append(ReleasedTable(**each, rows=rows[at : at + size]))
        at += size
    steps = tuple(_kind(each)(**each) for each in said.pop("steps"))
    history = History(**said.pop("history"))
    return Release(**said, tables=tuple(tables), steps=steps, history=history)


def _is_whole(found: Release, rows: bytes) -> bool:
    """Say whether all in a release is of its type, and the rows are all rows."""
    parts = (found, found.history, *found.tables, *found.steps)
    return (
        all(map(all_fit, parts))
        and all(table.rows.count(b"\n") == table.count for table in found.tables)
        and sum(len(table.rows) for table in found.tables) == len(rows)
    )


def _frozen(found: dict[str, object]) -> dict[str, object]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in found.items()}


def _kind(step: Mapping[str, object]) -> _Kind:
    return next(kind for key, kind in _KINDS.items() if key in step)


def _error(name: str, reason: str) -> UsageError:
    hint = "make it anew with the same seedc: seedc build --artifact FILE"
    return UsageError(f"`{name}` cannot be taken: {reason}", hint=hint)
