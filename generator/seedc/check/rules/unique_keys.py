"""No two rows of a table share a primary key or a secondary unique key.

As in SQL, a secondary key with a NULL in it equals no other.
"""

from collections.abc import Iterator, Sequence

from seedc.check.locate import row_place
from seedc.model.catalog import Row
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.rows import Data, Sources
from seedc.model.table import Table
from seedc.text.excerpt import excerpt


def unique_keys(table: Table, data: Data, sources: Sources) -> Iterator[Diagnostic]:
    """Yield a problem for each row that repeats a key of an earlier one."""
    yield from _repeats(table, "primary", table.primary_key, data, sources)
    for key in table.unique_keys:
        yield from _repeats(table, "unique", key.columns, data, sources)


def _repeats(
    table: Table,
    kind: str,
    columns: Sequence[str],
    data: Data,
    sources: Sources,
) -> Iterator[Diagnostic]:
    keys = _keys(table, columns, data[table.name].rows)
    if len(set(keys)) == len(keys):
        return
    first: dict[object, int] = {}
    for at, key in enumerate(keys):
        values = key if isinstance(key, tuple) else (key,)
        if None in values or first.setdefault(key, at) == at:
            continue
        shown = ", ".join(excerpt(value) for value in values)
        names = ", ".join(columns)
        there = row_place(table, first[key], columns[-1], data, sources)
        yield Diagnostic(
            f"duplicate-{kind}-key",
            f"two rows of `{table.name}` have the {kind} key ({names}) = ({shown})",
            row_place(table, at, columns[-1], data, sources),
            notes=(Note("first used here", there),),
            help="give one of them another value",
        )


def _keys(table: Table, columns: Sequence[str], rows: Sequence[Row]) -> list[object]:
    at = [table.position(name) for name in columns]
    if len(at) == 1:
        return [row[at[0]] for row in rows]
    return [tuple(row[i] for i in at) for row in rows]
