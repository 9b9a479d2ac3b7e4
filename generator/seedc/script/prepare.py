"""Statements that make a table's temporary tables, and what files say of keys."""

from collections.abc import Iterator, Sequence

from seedc.model.catalog import Row
from seedc.postgres.literal import quote_text
from seedc.postgres.literals import literals
from seedc.script.layout import lay_out
from seedc.script.phrases import wrapped
from seedc.script.words import Words


def prepare(words: Words) -> str:
    """Return what makes the temporary tables of a table, but for the rows."""
    entries = [(e.key, e.replacement) for e in words.lifecycle.removed]
    return lay_out(
        "prepare",
        w=words,
        wrapped=wrapped,
        typed=[*_typed(words, "old"), *_typed(words, "new")],
        removed=[key_literals(words, *entry) for entry in entries],
    )


def key_literals(words: Words, *keys: Row | None) -> str:
    """Return primary keys as literals of their types; NULLs for none."""
    return ", ".join(literal for key in keys for literal in _literals(words, key))


def array(names: Sequence[str]) -> str:
    """Return texts as a literal of an array."""
    return f"ARRAY[{', '.join(map(quote_text, names))}]::text[]"


def _typed(words: Words, prefix: str) -> list[str]:
    names = words.key_names(prefix)
    pairs = zip(names, words.key_types, strict=True)
    return [f"{name} {kind}" for name, kind in pairs]


def _literals(words: Words, key: Row | None) -> Iterator[str]:
    table = words.table
    for i, name in enumerate(table.primary_key):
        values = literals(
            table.column(name).type, [None if key is None else key[i]], quote_text
        )
        yield from (f"{value}::{words.key_types[i]}" for value in values)
