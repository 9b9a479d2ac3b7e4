"""The writes of a run, in their order.

Rows go before others come, as these may take their unique values; lists go before
what they are lists of, and rows come after those that they refer to. Foreign keys are
looked at when all is written.
"""

from collections.abc import Iterator, Mapping, Sequence

from seedc.model.reference import ForeignKey
from seedc.model.release import Follow, Statement, Step, Write
from seedc.model.table import Owner
from seedc.postgres.literal import quote_name, quote_text
from seedc.script.layout import lay_out
from seedc.script.ledger import LEDGER, LEDGER_DDL, RUN
from seedc.script.moves import move_rows, moves
from seedc.script.phrases import quoted, wrapped
from seedc.script.words import Words, staged_columns

_COUNTED = frozenset({"smallint", "integer", "bigint"})
"""Types of keys that an application may take from a sequence."""


def steps(target: str, tool: str, tables: Sequence[Words]) -> Iterator[Step]:
    """Yield the writes of a run.

    Args:
        target: Whose rows.
        tool: The seedc that wrote the statements.
        tables: The tables, referenced ones first.
    """
    ledger = {"target": quote_text(target), "run": RUN, "ledger": LEDGER}
    yield Statement("open the ledger", _open(tables))
    # This comes first, so that rows are locked only while rows are written.
    yield Statement("keep what is known", _known(tables, ledger))
    for words in tables:
        yield from _replaced(words, tables)
    for words in reversed(tables):
        if may_delete(words):
            yield Write(words.table.name, "delete", lay_out("delete", w=words))
    for words in tables:
        if words.retired_at:
            # Before keys change, as rows are found by those that they had.
            yield Write(words.table.name, "retire", lay_out("retire", w=words))
    for words in tables:
        yield from _renamed(words, tables)
    for words in tables:
        yield from _changed(words)
    owning = [words for words in tables if words.owned]
    triggered = lay_out("triggered", tables=owning, quote_text=quote_text)
    yield Statement("look at what triggers did", triggered)
    yield Statement("close the ledger", _close(tool, tables, ledger))


def _open(tables: Sequence[Words]) -> str:
    return lay_out(
        "open",
        made=LEDGER_DDL,
        in_circles=any(words.catalog.cycles for words in tables),
        ledger=LEDGER,
        tables=wrapped([quote_text(words.full) for words in tables], 4),
    )


def _known(tables: Sequence[Words], ledger: Mapping[str, str]) -> str:
    columns = [(words.name, words.image_columns) for words in tables]
    return lay_out("known", columns=columns, **ledger)


def _replaced(words: Words, tables: Sequence[Words]) -> Iterator[Step]:
    """Point what refers to removed rows, and is in no file, to their replacements."""
    if not any(entry.replacement for entry in words.lifecycle.removed):
        return
    for other, key in _referring(words, tables):
        yield Follow(words.table.name, ("delete", "retire"), lay_out(
            "replaced", w=words, other=other, **_pairs(other, key)
        ))  # fmt: skip


def _renamed(words: Words, tables: Sequence[Words]) -> Iterator[Step]:
    """Give rows their new keys, and point what is not in a file to them."""
    if not words.renames:
        return
    name = words.table.name
    yield Write(name, "rename", lay_out("rename", w=words))
    for other, key in _referring(words, tables):
        in_key = {*key.columns} <= {*other.table.primary_key}
        if not in_key and key.target == words.table.primary_key:
            yield Follow(name, ("rename",), lay_out(
                "pointed", w=words, other=other, **_pairs(other, key)
            ))  # fmt: skip


def _referring(
    words: Words, tables: Sequence[Words]
) -> Iterator[tuple[Words, ForeignKey]]:
    for other in tables:
        for key in other.table.foreign_keys:
            if key.table == words.table.name and key.on_delete != "cascade":
                yield other, key


def _pairs(other: Words, key: ForeignKey) -> dict[str, object]:
    columns = [other.table.column(name) for name in key.columns]
    return {
        # What the seeds decide of a row of theirs will be right.
        "is_decided": all(column.owner is Owner.SEED for column in columns),
        "pairs": [*zip(quoted(key.columns), quoted(key.target), strict=True)],
        "renamed_key": [quote_name(f"new_{name}") for name in key.target],
        "old_key": [quote_name(f"old_{name}") for name in key.target],
    }


def may_delete(words: Words) -> bool:
    """Say whether a run may ever delete rows of a table."""
    table = words.table
    if table.removal == "delete" and table.parent is None:
        return bool(words.lifecycle.removed)
    return table.removal == "prune" or table.parent is not None


def _changed(words: Words) -> Iterator[Step]:
    name = words.table.name
    for move in moves(words):
        yield Write(name, move.action, move_rows(words, move))
    if words.owned or words.retired_at:
        yield Write(name, "update", lay_out("update", w=words))
    yield Write(name, "insert", lay_out(
        "insert", w=words, columns=wrapped(words.staged, 2), values=_values(words)
    ))  # fmt: skip
    if len(words.keys) == 1 and words.key_types[0] in _COUNTED:
        yield Follow(name, ("insert", "rename"), _sequence(words))


def _sequence(words: Words) -> str:
    key = quote_text(words.primary_key[0])
    return lay_out("sequence", w=words, full=quote_text(words.full), key=key)


def _values(words: Words) -> str:
    """Return what is inserted: a default where a column is seeded once and left out."""
    values = [
        f"coalesce(stage.{quote_name(c.name)}, {c.default})"
        if c.owner is Owner.ONCE and c.default is not None
        else f"stage.{quote_name(c.name)}"
        for c in staged_columns(words.table)
    ]
    return wrapped(values, 2)


def _close(tool: str, tables: Sequence[Words], ledger: Mapping[str, str]) -> str:
    public = [
        (words.name, quote_text(_root(words))) for words in tables if words.table.public
    ]
    return lay_out("close", tool=quote_text(tool), public=public, **ledger)


def _root(words: Words) -> str:
    parent = words.table.parent
    return parent.table if parent else words.table.name
