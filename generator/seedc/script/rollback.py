"""The writes of a rollback, in the order of those of an apply."""

from collections.abc import Iterator, Sequence

from seedc.model.live_table import LiveLink
from seedc.model.release import Statement, Step, Write
from seedc.postgres.literal import quote_name, quote_text
from seedc.script.layout import lay_out
from seedc.script.ledger import LEDGER, RUN
from seedc.script.live_words import LiveWords, in_key
from seedc.script.past import Undoing, keys_cascade
from seedc.script.past_moves import move_rows, past_moves
from seedc.script.phrases import wrapped
from seedc.script.prepare import array
from seedc.script.script import TOOL


def steps(undoing: Undoing, tables: Sequence[LiveWords]) -> Iterator[Step]:
    """Yield the writes of a rollback.

    Args:
        undoing: The run.
        tables: All tables of its target, referenced ones first.
    """
    ledger = {
        "target": quote_text(undoing.target),
        "run": RUN,
        "ledger": LEDGER,
        "past": undoing.past,
    }
    by_name = {each.full: each for each in tables}
    yield Statement("open the ledger", lay_out("past_open"))
    for words in tables:
        yield Write(words.plain_name, "lock", lay_out("past_lock", w=words))
    columns = [(words.name, array(words.table.image_before)) for words in tables]
    known = lay_out("known", columns=columns, **ledger)
    yield Statement("keep what is known", known)
    yield Statement("forget tables", lay_out("past_state", **ledger))
    for words in reversed(tables):
        yield Write(words.plain_name, "delete", lay_out("delete", w=words))
    for words in tables:
        yield from _renamed(words, by_name)
    for words in tables:
        yield from _changed(words)
    restores = "NULL" if undoing.restores is None else undoing.restores
    close = lay_out("past_close", tool=quote_text(TOOL), restores=restores, **ledger)
    yield Statement("close the ledger", close)


def _renamed(words: LiveWords, others: dict[str, LiveWords]) -> Iterator[Step]:
    """Give rows their old keys back, and point what refers to them to these."""
    if not words.renames:
        return
    if not keys_cascade(words, others):
        yield Write(words.plain_name, "rename", lay_out("rename", w=words))
    for other in others.values():
        for link in other.table.links:
            if _points(other, link, words):
                columns = [
                    (quote_name(own), quote_name(f"new_{to}"), quote_name(f"old_{to}"))
                    for own, to in zip(link.columns, link.target_columns, strict=True)
                ]
                sql = lay_out("past_point", w=words, other=other, columns=columns)
                yield Statement(f"point {other.plain_name}", sql)


def _points(other: LiveWords, link: LiveLink, words: LiveWords) -> bool:
    return (
        link.target == words.full
        and not link.cascades
        and link.target_columns == words.primary_key
        and not in_key(other, link)
    )


def _changed(words: LiveWords) -> Iterator[Step]:
    name = words.plain_name
    for move in past_moves(words):
        yield Write(name, move.action, move_rows(words, move))
    if words.restored:
        yield Write(name, "update", lay_out("past_update", w=words))
    yield Write(name, "insert", lay_out(
        "insert", w=words, columns=wrapped(words.kept, 2),
        values=wrapped([f"stage.{name}" for name in words.kept], 2),
    ))  # fmt: skip
