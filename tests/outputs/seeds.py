"""Seed files, and what the catalog says of their records."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import cast

from seedc.model.json_value import JsonObject

exact_json = partial(json.loads, parse_float=Decimal)
"""Parses JSON; its numbers stay as they are written."""


def seeds(project: Path, table: str) -> list[JsonObject]:
    """Return the records of a seed file."""
    text = (project / "seeds" / f"{table}.json").read_text("utf-8")
    return cast("list[JsonObject]", exact_json(text)["data"])


def columns_of(table: JsonObject) -> list[JsonObject]:
    """Return the columns of a table."""
    return cast("list[JsonObject]", table["columns"])


def lists_of(table: JsonObject, tables: Sequence[JsonObject]) -> Iterator[JsonObject]:
    """Yield the child tables of a table: lists inside its records."""
    for child in tables:
        parent = child.get("parent")
        if isinstance(parent, dict) and parent["table"] == table["name"]:
            yield child


def without_nothing(
    record: JsonObject, table: JsonObject, tables: Sequence[JsonObject]
) -> JsonObject:
    """Return a record without optional columns that are null, and empty such lists."""
    optional = {c["key"] for c in columns_of(table) if not c["required"]}
    kept = {k: v for k, v in record.items() if v is not None or k not in optional}
    for child in lists_of(table, tables):
        parent = cast("JsonObject", child["parent"])
        items = cast("list[JsonObject]", kept.pop(str(parent["key"]), []))
        if not parent["scalar"]:
            items = [without_nothing(item, child, ()) for item in items]
        if items or parent["required"]:
            kept[str(parent["key"])] = [*items]
    return kept
