"""Says in our words why Postgres did not run a rule to its end."""

import re
from collections.abc import Collection

from seedc.database.refused import RefusedError
from seedc.model.rule import Refusal, Rule
from seedc.text.near import did_you_mean
from seedc.text.sql_token import name, tokens

_TOO_SLOW = "57014"  # query_canceled
_NO_TABLE = "42P01"
_LIMITS = ("53", "54")  # resources, program limits
_ALLOWED = "allowed are functions that give the same for the same arguments, always"
_SLOWER = (
    "does a join lack its condition? `timeout` in `[rules]` of seedc.toml gives time"
)
_SMALLER = "does a join lack its condition?"
_NAMED = re.compile(r"^[^\S\n]*--[^\S\n]*table:[^\S\n]*", re.MULTILINE)
_DENIED = re.compile(r"permission denied for \w+ (?P<name>.+)")


def explained(
    rule: Rule, error: RefusedError, timeout: str, tables: Collection[str]
) -> Refusal:
    """Return the reason for which Postgres refused a rule.

    Args:
        rule: The rule.
        error: What Postgres said of its text; positions are of the whole file.
        timeout: The time that the rule had.
        tables: The names of all tables, for who mistypes one.
    """
    state, text = error.sqlstate or "", rule.source.text
    if state == _TOO_SLOW:
        return Refusal("too slow", f"the rule took longer than {timeout}", help=_SLOWER)
    if state.startswith(_LIMITS):
        return too_large(_plain(error.about.said))
    if denied := _DENIED.fullmatch(error.about.said):
        at = _first(text, rule.start, denied["name"])
        message = f"a rule may not use `{denied['name']}`"
        return Refusal("refused", message, at, _ALLOWED)
    at = None if error.position is None else min(error.position, len(text)) - 1
    advice = _plain(error.advice) if error.advice else None
    if state == _NO_TABLE and at is not None:
        _, token = next(tokens(text[at:]), (0, ""))
        advice = did_you_mean(name(token), tables) or advice
    return Refusal("refused", _plain(error.about.said), at, advice)


def too_large(what: str) -> Refusal:
    """Return the refusal of a rule that takes more space than it may."""
    message = f"the rule takes too much space: {what}"
    return Refusal("too slow", message, help=_SMALLER)


def unknown(rule: Rule, table: str, tables: Collection[str]) -> Refusal:
    """Return the refusal of a rule whose comment names no table."""
    message = f"the comment names the table `{table}`, which does not exist"
    named = [line.end() for line in _NAMED.finditer(rule.source.text, 0, rule.start)]
    return Refusal("refused", message, named[-1], did_you_mean(table, tables))


def _plain(message: str) -> str:
    """Return a message of Postgres in our voice."""
    quoted = re.sub(r'"([^"]*)"', r"`\1`", message)
    return quoted[:1].lower() + quoted[1:].removesuffix(".")


def _first(text: str, start: int, wanted: str) -> int | None:
    found = (start + at for at, t in tokens(text[start:]) if name(t) == wanted)
    return next(found, None)
