"""Projects of one table, `items`, some of whose rows are no more."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from tests.check.shown import shown
from tests.support.projects import (
    ENVELOPE,
    Files,
    problems_in,
    problems_of,
    schema,
)

SCHEMA = "schemas/items.schema.json"
SEED = "seeds/items.json"

NEXT = {"type": "string", "x-references": "items.id"}
Pair: TypeAlias = tuple[object, object]
Told: TypeAlias = list[tuple[str, str, str]]
"""The code of each problem, the text that it points at, and its message."""


def seed(
    *records: object, renames: Sequence[Pair] = (), removed: Sequence[Pair] = ()
) -> str:
    """Return a seed file with entries, each in a line of its own.

    Args:
        records: Its records.
        renames: Old and new keys.
        removed: Keys and replacements.
    """
    lists: dict[str, Sequence[object]] = {
        "renames": [{"from": old, "to": new} for old, new in renames],
        "removed": [{"key": old, "replacement": new} for old, new in removed],
        "data": [*records],
    }
    parts = (
        f'"{name}": [\n{_lines(values)}\n  ]'
        for name, values in lists.items()
        if values
    )
    data = () if records else ('"data": []',)
    return f"{{\n  {ENVELOPE},\n  {f',{chr(10)}  '.join((*parts, *data))}\n}}\n"


def _lines(values: Sequence[object]) -> str:
    return ",\n".join(f"    {json.dumps(value)}" for value in values)


def files_of(text: str, properties: Mapping[str, object], **keywords: object) -> Files:
    """Return the files of a project with one seed file."""
    return {SCHEMA: schema(properties, **keywords), SEED: text}


def told(root: Path, text: str, **keywords: object) -> Told:
    """Return what is wrong with a seed file of `items`, which may refer to `next`."""
    files = files_of(text, {"next": NEXT}, **keywords)
    return shown(root, problems_of(root, files))


def left(root: Path) -> list[str]:
    """Return the codes of what is wrong with a project."""
    return [problem.code for problem in problems_in(root)]
