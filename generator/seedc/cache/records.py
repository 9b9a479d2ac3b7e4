"""Records, as the cache has them and as they are loaded."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias, final

Record: TypeAlias = dict[str, object]
"""A record as JSON says it, under the property names of its seed file."""


@final
@dataclass(frozen=True, slots=True)
class Loaded:
    """All records of a table, as they were in the database at one moment.

    Attributes:
        run: Number of the ledger's last run at that moment.
        records: The JSON of each record, by what `record_key` makes of its key.
    """

    run: int
    records: Mapping[str, str]


Load: TypeAlias = Callable[[str], Loaded]
"""Reads all records of a table from the database, and the number of the last run, in
one snapshot."""


def record_key(*key: object) -> str:
    """Return the text that a record is found by.

    Args:
        key: The values of its primary key, in that order: texts, whole numbers,
            decimals, booleans; dates and times as the text that the record has.
    """
    texts = [_json(each) for each in key]
    if len(texts) > 1:
        return f"[{','.join(texts)}]"
    return key[0] if isinstance(key[0], str) else texts[0]


def read_record(text: str | bytes, *, exact: bool) -> Record:
    """Return a record from JSON; with `exact`, numbers with a fraction as Decimal."""
    found: Record = json.loads(text, parse_float=Decimal if exact else None)
    return found


def _json(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=False)
