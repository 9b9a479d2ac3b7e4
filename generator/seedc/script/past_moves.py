"""Rows that exchange the values of a unique key as a run is undone.

As in `moves`, but from what a live table says of itself: what values a column takes
is known from its type and its checks.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import final

from seedc.model.live_table import LiveKey
from seedc.postgres.literal import quote_name, quote_text
from seedc.script.layout import lay_out
from seedc.script.live_words import LiveWords
from seedc.script.moves import wanted
from seedc.script.phrases import quoted
from seedc.script.prepare import array

_FORMS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        "uuid": ("uuid", 0),
        "date": ("day", 0),
        "timestamp without time zone": ("day", 0),
        "timestamp with time zone": ("day", 0),
        "smallint": ("number", 2**15 - 1),
        "integer": ("number", 2**31 - 1),
        "bigint": ("number", 2**63 - 1),
        "numeric": ("number", 2**53 - 1),
        "double precision": ("number", 2**53 - 1),
        "text": ("text", 0),
        "character varying": ("text", 0),
    }
)
"""How a free value of a type is found, the easiest first, and the largest number."""


@final
@dataclass(frozen=True, slots=True)
class PastMove:
    """A unique key whose values rows may exchange.

    Attributes:
        action: What it is called.
        column: The column that takes another value meanwhile.
        key: The unique key.
    """

    action: str
    column: str
    key: LiveKey


def past_moves(words: LiveWords) -> Iterator[PastMove]:
    """Yield the unique keys of a table whose values can be put aside."""
    referring = {name for link in words.table.links for name in link.columns}
    for key in words.table.uniques:
        able = [
            name
            for name in key.columns
            if not key.waits
            and name in words.restored_names
            and name not in referring
            and _form(words, key, name)
        ]
        if able:
            column = min(able, key=lambda name: _reluctance(words, key, name))
            yield PastMove(f"move {key.name}", column, key)


def _reluctance(words: LiveWords, key: LiveKey, name: str) -> int:
    forms = ["null", *dict.fromkeys(form for form, _ in _FORMS.values())]
    return forms.index(_form(words, key, name) or "null")


def _form(words: LiveWords, key: LiveKey, name: str) -> str | None:
    if name in words.table.nullable and not key.is_target:
        return "null"
    kind = _plain(words.table.types[name])
    return _FORMS[kind][0] if kind in _FORMS else None


def _plain(kind: str) -> str:
    return re.sub(r"\(.*?\)", "", kind)


def find_moved(words: LiveWords, move: PastMove) -> str:
    """Return what finds the rows that have to step aside."""
    columns = quoted(move.key.columns)
    return lay_out(
        "moved",
        w=words,
        columns=columns,
        names=move.key.columns,
        is_live=words.is_live("stage"),
        takes=" AND ".join(f"other.{c} = live.{c}" for c in columns),
        action=move.action,
        text=quote_text,
        array=array,
    )


def move_rows(words: LiveWords, move: PastMove) -> str:
    """Return what gives these rows values that no row has."""
    column = quote_name(move.column)
    kind = words.table.types[move.column]
    values = lay_out(
        "past_free",
        w=words,
        column=column,
        kind=kind,
        form=_form(words, move.key, move.column),
        most=_most(kind),
        checks=words.table.checks.get(move.column, ()),
        wanted=wanted(move.action),
    )
    action = quote_text(move.action)
    return lay_out("move", w=words, action=action, column=column, values=values)


def _most(kind: str) -> int:
    precise = re.fullmatch(r"numeric\((\d+),(-?\d+)\)", kind)
    if precise:
        return int("9" * (int(precise[1]) - int(precise[2])) or "0")
    return _FORMS.get(_plain(kind), ("", 0))[1]
