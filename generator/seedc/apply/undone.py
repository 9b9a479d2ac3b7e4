"""Make a plan of what was found for a rollback."""

import hashlib
import json
from collections.abc import Iterator
from typing import cast, get_args

from seedc.apply.found import found_bars, found_impacts, found_rows
from seedc.apply.look_back import Behind
from seedc.database.driver import Connection
from seedc.database.statements import ask
from seedc.model.plan import Action, Impact, Plan, Refusal, TablePlan
from seedc.model.rollback import Rollback, RollbackOptions
from seedc.script.live_words import LiveWords
from seedc.script.past import details

_MOST_KEYS = 10


def planned(
    connection: Connection, behind: Behind, database: str, options: RollbackOptions
) -> Rollback:
    """Return the plan of what was found.

    Args:
        connection: Where it was found, in the same transaction.
        behind: What was found.
        database: The database, for people.
        options: What the caller decides.
    """
    impacts = found_impacts(connection)
    stays = _stays(connection, behind)
    mark = _fingerprint(behind, impacts)
    then = behind.restored
    versions = then.versions if then else {}
    now = behind.head.versions
    plan = Plan(
        target=options.target,
        database=database,
        head=behind.head.number,
        versions={f: (now.get(f), versions.get(f)) for f in sorted({*now, *versions})},
        digest=(behind.head.digest, (then and then.digest) or ""),
        tables=tuple(_tables(connection, behind)),
        unchanged=sum(behind.rows(w.plain_name, "same") for w in behind.tables),
        impacts=impacts,
        refusals=(
            *_unexpected(mark, options),
            *_stubborn(stays, options),
            *(_refusal(impact) for impact in impacts if impact.refused),
            *_lost(connection),
            *_taken(connection),
        ),
        fingerprint=mark,
    )
    return Rollback(behind.undoing.past, behind.undoing.restores, plan, stays)


def _fingerprint(behind: Behind, impacts: tuple[Impact, ...]) -> str:
    told = [
        behind.undoing.target,
        behind.undoing.past,
        behind.head.number,
        sorted((*key, found.rows, found.mark) for key, found in behind.found.items()),
        [(i.table, i.action, i.constraint, i.rule, i.rows) for i in impacts],
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _tables(connection: Connection, behind: Behind) -> Iterator[TablePlan]:
    for words in behind.tables:
        name = words.plain_name
        counts = {
            cast("Action", action): count
            for action in get_args(Action)
            if (count := behind.rows(name, action))
        }
        if counts:
            rows = found_rows(connection, details(words), words.restored_names)
            yield TablePlan(name, counts, behind.rows(name, "same"), rows)


def _stays(connection: Connection, behind: Behind) -> dict[str, tuple[str, ...]]:
    return {
        words.plain_name: _keys(connection, words)
        for words in behind.tables
        if behind.rows(words.plain_name, "stay")
    }


def _keys(connection: Connection, words: LiveWords) -> tuple[str, ...]:
    query = (
        f"SELECT key FROM {words.todo} WHERE verdict = 'stay'"  # noqa: S608, quoted
        ' ORDER BY key COLLATE "C"'
    )
    return tuple(str(row[0]) for row in ask(connection, query).rows)


def _unexpected(mark: str, options: RollbackOptions) -> Iterator[Refusal]:
    if options.expected not in (None, mark):
        message = "the database is no longer what was planned"
        yield Refusal("plan-changed", None, message)


def _stubborn(
    stays: dict[str, tuple[str, ...]], options: RollbackOptions
) -> Iterator[Refusal]:
    if options.strict:
        message = "these rows were changed since, and would stay as they are"
        for table, keys in stays.items():
            some = keys[:_MOST_KEYS]
            yield Refusal("edited-rows", table, message, some, len(keys))


def _refusal(impact: Impact) -> Refusal:
    deletes = impact.action == "delete"
    code = "foreign-references" if deletes else "rename-blocked"
    verb = "refers" if impact.rows == 1 else "refer"
    what = "rows to be deleted" if deletes else "keys that change"
    refuses = impact.rule in {"no action", "restrict"}
    rule = "refuse" if refuses else impact.rule
    message = (
        f"{_rows(impact.rows)} of {impact.referrer} {verb} to {what}"
        f" ({impact.constraint}, which would {rule})"
    )
    return Refusal(code, impact.table, message, total=impact.rows)


def _lost(connection: Connection) -> Iterator[Refusal]:
    for table, rows, about in found_bars(connection, "lost"):
        message = (
            f"{_rows(rows)} would refer to rows of {about['target']} that are not there"
            f" ({about['constraint']})"
        )
        yield Refusal("lost-references", table, message, total=rows)


def _taken(connection: Connection) -> Iterator[Refusal]:
    for table, rows, about in found_bars(connection, "taken"):
        message = (
            f"{_rows(rows)} would get values that rows have which do not go back"
            f" ({about['constraint']})"
        )
        yield Refusal("taken-values", table, message, total=rows)


def _rows(count: int) -> str:
    if not count:
        return "uncounted rows"
    return "1 row" if count == 1 else f"{count} rows"
