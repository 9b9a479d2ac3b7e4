"""The statements that find out what undoing a run would change.

They write temporary tables: of each table its rows as they were, the keys that change
back, and what becomes of each row. A rollback needs no project: the live tables and
the ledger say all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import final

from seedc.model.live_table import LiveKey, LiveLink
from seedc.model.release import Statement
from seedc.postgres.literal import quote_name, quote_text
from seedc.script.layout import lay_out
from seedc.script.live_words import (
    LiveWords,
    follows,
    in_key,
    new_keys,
    pairs_equal,
    parent_joins,
)
from seedc.script.past_moves import find_moved, past_moves
from seedc.script.phrases import as_key_text, quoted, wrapped
from seedc.script.prepare import array


@final
@dataclass(frozen=True, slots=True)
class Undoing:
    """Which run is undone.

    Attributes:
        target: Whose rows.
        past: The run.
        restores: The run whose state comes back; None: that before the first.
    """

    target: str
    past: int
    restores: int | None


def in_order(tables: Sequence[LiveWords]) -> list[LiveWords]:
    """Return tables with those first that others refer to."""
    by_name = {each.full: each for each in tables}
    try:
        return _sorted(by_name, only_needed=False)
    except CycleError:
        return _sorted(by_name, only_needed=True)


def _sorted(tables: dict[str, LiveWords], *, only_needed: bool) -> list[LiveWords]:
    graph = {
        name: [
            link.target
            for link in words.table.links
            if link.target in tables
            and link.target != name
            and (not only_needed or in_key(words, link) or not link.waits)
        ]
        for name, words in tables.items()
    }
    return [tables[name] for name in TopologicalSorter(graph).static_order()]


def look(undoing: Undoing, tables: Sequence[LiveWords]) -> Iterator[Statement]:
    """Yield what finds out what a rollback would change; writes temporary tables.

    Args:
        undoing: The run.
        tables: All tables of its target, referenced ones first.
    """
    target = quote_text(undoing.target)
    keys = [(words.name, array(words.primary_key)) for words in tables]
    begin = lay_out("begin", target=target, versions=[], keys=keys)
    yield Statement("begin", begin)
    yield Statement("past", lay_out("past", run=undoing.past))
    by_name = {each.full: each for each in tables}
    for words in tables:
        yield Statement(f"look at {words.plain_name}", _rows(words, by_name))
    for words in tables:
        for move in past_moves(words):
            yield Statement(f"look at {words.plain_name}", find_moved(words, move))
        for key in words.table.uniques:
            yield Statement(f"look at {key.name}", _taken(words, key))
        for link in words.table.links:
            yield Statement(f"look at {link.name}", _lost(words, link, by_name))
    seeded = [*map(_seeded, tables)]
    yield Statement("impacts", lay_out("impacts", tables=seeded))


def _rows(words: LiveWords, others: dict[str, LiveWords]) -> str:
    parents = follows(words, others)
    new = new_keys(words, "now", parents)
    now, then = words.key_names("now"), words.then_keys("todo")
    members = zip(map(quote_text, words.primary_key), then, strict=True)
    unrestored = [n for n in words.table.types if n not in words.restored_names]
    return lay_out(
        "past_rows",
        w=words,
        typed=wrapped(_typed(words), 2),
        keys_of_key=", ".join(words.keys_of_text("entry.key")),
        keys_of_old_key=", ".join(words.keys_of_text("entry.old_key")),
        now_joins=parent_joins("now", parents),
        consistent=[
            f"past.{key} = {value}"
            for key, value in zip(words.keys, new, strict=True)
            if value.startswith("coalesce")
        ],
        live_joins=parent_joins("live", parents),
        new_keys=", ".join(new_keys(words, "live", parents)),
        moved=" OR ".join(
            f"renamed{i}.{target.key_names('old')[0]} IS NOT NULL"
            for i, (_, target) in enumerate(parents)
        ),
        now_keys=", ".join(
            f"now.{key} AS {name}" for key, name in zip(words.keys, now, strict=True)
        ),
        todo_renamed=pairs_equal("todo", now, "renamed", words.key_names("old")),
        then_key=as_key_text(then),
        then_keys=f"ARRAY[{', '.join(f'{value}::text' for value in then)}]",
        unrestored=array(unrestored),
        key_members=", ".join(f"{name}, {value}" for name, value in members),
        cascades=keys_cascade(words, others),
    )


def _typed(words: LiveWords) -> list[str]:
    names = [*words.key_names("old"), *words.key_names("new")]
    kinds = [*words.key_types, *words.key_types]
    return [f"{name} {kind}" for name, kind in zip(names, kinds, strict=True)]


def keys_cascade(words: LiveWords, others: dict[str, LiveWords]) -> bool:
    """Say whether the keys of a table change by themselves."""
    return any(link.cascades for link, _ in follows(words, others))


def _taken(words: LiveWords, key: LiveKey) -> str:
    columns = quoted(key.columns)
    return lay_out(
        "past_taken",
        w=words,
        constraint=quote_text(key.name),
        same_value=pairs_equal("live", columns, "own", columns),
    )


def _lost(words: LiveWords, link: LiveLink, others: dict[str, LiveWords]) -> str:
    other, own = others.get(link.target), quoted(link.columns)
    target = quoted(link.target_columns)
    by_key = other is not None and {*link.target_columns} & {*other.primary_key}
    renamed = [quote_name(f"new_{name}") for name in link.target_columns]
    # What an update leaves alone refers to what is there, or is pointed to it.
    restores = {*link.columns} & {*words.restored_names}
    return lay_out(
        "past_links",
        w=words,
        constraint=quote_text(link.name),
        target=quote_text(link.target),
        refers=" AND ".join(f"own.{name} IS NOT NULL" for name in own),
        written=words.is_found("insert", *(["update"] if restores else [])),
        full=link.target,
        other=other,
        by_key=bool(by_key and other and other.renames),
        live_is=pairs_equal("live", target, "own", own),
        stage_is=pairs_equal("stage", target, "own", own),
        renamed_is=pairs_equal("renamed", renamed, "own", own)
        if other and {*link.target_columns} <= {*other.primary_key}
        else "false",
    )


def _seeded(words: LiveWords) -> str:
    """Return a table, and how its rows are found, as a row of literals."""
    renamed = words.renames
    texts = [
        words.plain_name,
        words.stage,
        words.renamed if renamed else None,
        None,
        words.is_found_row("live"),
        words.same("stage", "live"),
        words.matches("live", "renamed", "old") if renamed else None,
        None,
        words.same("stage", "referrer"),
        words.is_found_row("referrer"),
        words.matches("referrer", "renamed", "old") if renamed else None,
        words.key_names("new")[0],
    ]
    literals = ["NULL" if text is None else quote_text(text) for text in texts]
    arrays = [array(words.primary_key), array([*words.table.types])]
    live = f"{quote_text(words.full)}::regclass"
    return ", ".join([live, *literals, *arrays])


def details(words: LiveWords) -> str:
    """Return the query for all that changes in a table, row by row.

    Action, key, new key, old and new values of the restored columns; all but the
    action as text arrays.
    """
    return lay_out(
        "details",
        w=words,
        olds=", ".join(f"live.{name}::text" for name in words.restored),
        news=", ".join(f"stage.{name}::text" for name in words.restored),
    )
