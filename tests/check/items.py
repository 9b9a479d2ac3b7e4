"""A project of one table, `items`, whose `id` is a string."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place
from tests.support.projects import Files, problems_of, schema, seed

SCHEMA = "schemas/items.schema.json"
SEED = "seeds/items.json"

TEXT = {"type": "string"}
INTEGER = {"type": "integer"}
ITEM = {"type": "string", "x-references": "items.id"}


def objects(properties: Mapping[str, object], **keywords: object) -> dict[str, object]:
    """Return the schema of an object."""
    return {"type": "object", "properties": properties, **keywords}


def rows(items: Mapping[str, object]) -> dict[str, object]:
    """Return the schema of a list that is stored as rows."""
    return {"type": "array", "items": items, "x-column": {"store": "rows"}}


def found(
    root: Path,
    properties: Mapping[str, object],
    records: Sequence[object] = (),
    **keywords: object,
) -> list[Diagnostic]:
    """Return what is wrong with a table of these properties and records.

    Args:
        root: Where the project is made.
        properties: The schemas of its properties beside `id`.
        records: Its records, as values or as text.
        keywords: Further keywords of its schema.
    """
    files = {SCHEMA: schema(properties, **keywords), SEED: seed(*records)}
    return problems_of(root, files)


def said(problems: Sequence[Diagnostic]) -> list[tuple[str, str]]:
    """Return the code and the message of each problem."""
    return [(problem.code, problem.message) for problem in problems]


def at(files: Files, path: str, part: str, length: int | None = None) -> Place:
    """Return the place of the first occurrence of a part in a file."""
    text = files[path]
    assert isinstance(text, str)
    before, here, _ = text.partition(part)
    assert here == part
    column = len(before) - before.rfind("\n")
    return Place(path, before.count("\n") + 1, column, length or len(part))


def library(definitions: Mapping[str, object]) -> str:
    """Return a schema file of definitions."""
    return json.dumps({"$defs": definitions}, indent=2)
