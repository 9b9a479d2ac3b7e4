"""Tell SQL that is plain without the library that reads all SQL, which starts slowly.

What is plain is taken by `seedc.check.expression.parse` too; of the rest that is the
judge.
"""

from seedc.check.expression.grammar import parse
from seedc.check.expression.terms import UnsupportedError
from seedc.check.expression.tree import (
    Between,
    Compared,
    In,
    Is,
    Junction,
    Like,
    Not,
    Part,
    names,
)

_CALLS = frozenset({"current_date", "current_timestamp", "gen_random_uuid()", "now()"})
_TRUTHS = (Between, Compared, In, Is, Junction, Like, Not)


def is_plain_default(text: str) -> bool:
    """Say whether a text is a default of literals, or one that is often written."""
    part = _part(text)
    return text.lower() in _CALLS or (part is not None and not names(part))


def is_plain_predicate(text: str, columns: frozenset[str]) -> bool:
    """Say whether a text is a predicate over some columns that a check may say too."""
    part = _part(text)
    if not isinstance(part, _TRUTHS):
        return False
    return all(name in columns and name in text for name in names(part))


def _part(text: str) -> Part | None:
    try:
        return parse(text)
    except UnsupportedError:
        return None
