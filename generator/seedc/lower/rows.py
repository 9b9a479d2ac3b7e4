"""Lower records to rows, a batch at a time and column by column."""

from array import array
from collections.abc import Mapping, Sequence
from itertools import repeat
from operator import itemgetter
from typing import cast

from seedc.model.catalog import Catalog, Row, Rows
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.rows import Data, TableRows
from seedc.model.table import Owner, Table
from seedc.postgres.canonical import Values, canonical, is_canonical, may_vary


def lower_records(
    table: Table,
    children: Sequence[Table],
    records: Sequence[JsonObject],
    numbers: Sequence[int],
    into: Mapping[str, TableRows],
) -> None:
    """Append the rows of a batch of valid records, and of their child rows.

    Args:
        table: The records' table.
        children: Its child tables.
        records: The records.
        numbers: Their numbers in the table's files.
        into: Where the rows go, by table.
    """
    rows = _rows(table, records)
    into[table.name].rows.extend(rows)
    into[table.name].origins.extend(numbers)
    for child in children:
        keys = _keys(table, rows)
        _lower_items(child, records, keys, numbers, into[child.name])


def in_key_order(catalog: Catalog, data: Data) -> Rows:
    """Return all rows, each table's by primary key; text by code point."""
    return {t.name: _sorted(t, data[t.name].rows) for t in catalog.tables}


def _sorted(table: Table, rows: list[Row]) -> list[Row]:
    at = [table.position(name) for name in table.primary_key]
    if len(at) == 1:
        (first,) = at
        return sorted(rows, key=lambda row: row[first])  # type: ignore[arg-type,return-value]
    return sorted(rows, key=lambda row: tuple(row[i] for i in at))


def _rows(table: Table, records: Sequence[JsonObject]) -> list[Row]:
    if (rows := _plain_rows(table, records)) is not None:
        return rows
    columns = [
        canonical(c.type, [r.get(c.key) for r in records])
        if c.key is not None and c.owner is not Owner.LIVE
        else repeat(None, len(records))
        for c in table.columns
    ]
    return list(zip(*columns, strict=True))


def _plain_rows(table: Table, records: Sequence[JsonObject]) -> list[Row] | None:
    """Return the rows where each is just its record's values, which is fastest.

    Columns of the live system may stand behind these.
    """
    count = sum(column.owner is not Owner.LIVE for column in table.columns)
    written = [c for c in table.columns[:count] if c.owner is not Owner.LIVE]
    keys = [c.key for c in written if c.required]
    if len(keys) < count or not records or count == 1:
        return None
    rows = list(map(itemgetter(*keys), records))
    if empty := (None,) * (len(table.columns) - count):
        rows = [row + empty for row in rows]
    doubtful = [(i, c.type) for i, c in enumerate(written) if may_vary(c.type)]
    if all(is_canonical(kind, [row[i] for row in rows]) for i, kind in doubtful):
        return rows
    return None


def _keys(table: Table, rows: Sequence[Row]) -> list[Row]:
    at = [table.position(name) for name in table.primary_key]
    return [tuple(row[i] for i in at) for row in rows]


def _lower_items(
    child: Table,
    records: Sequence[JsonObject],
    keys: Sequence[Row],
    numbers: Sequence[int],
    into: TableRows,
) -> None:
    link = cast("str", child.parent and child.parent.key)
    for record, key, number in zip(records, keys, numbers, strict=True):
        items = cast("list[JsonValue]", record.get(link) or [])
        if not items:
            continue
        own = _item_columns(child, len(key), items)
        into.rows.extend(
            (*key, at, *values) for at, values in enumerate(zip(*own, strict=True))
        )
        into.origins.extend(array("L", [number]) * len(items))


def _item_columns(child: Table, links: int, items: list[JsonValue]) -> "list[Values]":
    own = child.columns[links + 1 :]
    if child.parent is not None and child.parent.scalar:
        return [canonical(own[0].type, items)]
    members = cast("list[JsonObject]", items)
    return [
        canonical(c.type, [m.get(cast("str", c.key)) for m in members]) for c in own
    ]
