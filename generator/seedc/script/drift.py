"""The query that tells who changed a table: what was applied last, file and live rows.

    applied = live, file differs   pending: not yet deployed
    applied = file, live differs   edited in production
    all three differ               conflict
    live = file, applied differs   already as the file says

It reads what `look` has found. The ledger keeps an image of each row, and no values.
"""

from seedc.script.layout import lay_out
from seedc.script.ledger import has_other_columns
from seedc.script.look import differs
from seedc.script.words import Words


def drift(words: Words) -> str:
    """Return the query for what drifted in a table, one row each.

    Kind, action, key, new key, live values and values of the file; the last four are
    text arrays, and the values those of `Words.compared_names`. The kind is NULL where
    nothing did.
    """
    retired_at = [words.retired_at] if words.retired_at else []
    news = [f"stage.{name}::text" for name in words.owned]
    own = [*words.present_keys("stage"), *(f"stage.{name}" for name in words.owned)]
    return lay_out(
        "drift",
        w=words,
        olds=", ".join(f"live.{name}::text" for name in [*words.owned, *retired_at]),
        news=", ".join([*news, *("NULL" for _ in retired_at)]),
        image=f"hashtextextended(ROW({', '.join(own)})::text, 0::bigint)",
        differs=differs(words),
        has_other_columns=has_other_columns(words),
        forgotten=_forgotten(words),
    )


def _forgotten(words: Words) -> str:
    """Return what a row is that is neither live nor in a file: did the file want it?"""
    if not words.lifecycle.renames:
        return "'already'"
    return (
        "CASE WHEN EXISTS (\n"
        f"      SELECT FROM {words.renamed} AS entry"
        f" WHERE {words.key_text('entry', 'old')} = diff.key\n"
        "    ) THEN 'deleted' ELSE 'already' END"
    )
