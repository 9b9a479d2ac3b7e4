"""Read what the statements of a run have found."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast, final

from seedc.database.driver import Connection
from seedc.database.statements import ask, execute
from seedc.model.json_value import JsonObject
from seedc.model.plan import (
    Action,
    Allowance,
    ColumnChange,
    Impact,
    Refusal,
    RowChange,
)
from seedc.model.release import Release


@final
@dataclass(frozen=True, slots=True)
class Head:
    """The ledger's last run that succeeded.

    Attributes:
        run: Its number; None if there is none.
        versions: The version of each seed file.
        digest: SHA-256 of what it applied, if it knew.
        commit: The Git commit that it came from, if it knew.
    """

    run: int | None
    versions: Mapping[str, str]
    digest: str | None
    commit: str | None


@final
@dataclass(frozen=True, slots=True)
class Found:
    """How many rows something happens to.

    Attributes:
        rows: How many.
        mark: Stands for which ones, and for what they are now.
    """

    rows: int
    mark: str


def found_head(connection: Connection) -> Head:
    """Return the ledger's last run."""
    query = "SELECT current_setting('seedc.ledger')::jsonb -> 'head'"
    return _head(ask(connection, query).rows[0][0])


def found_same(connection: Connection, release: Release) -> Head | None:
    """Return the ledger's last run, if it brought this and the rows are still so.

    The rows are compared where they are, by the images in the ledger: none is sent.
    """
    if ask(connection, "SELECT to_regclass('seedc.runs')").rows == ((None,),):
        return None
    rows = execute(connection, release.same.encode())
    head = _head(str(rows[0][0])) if rows else None
    return head if head and head.versions == release.versions else None


def _head(text: str | None) -> Head:
    head = json.loads(text or "null")
    if head is None:
        return Head(None, {}, None, None)
    return Head(head["id"], head["versions"], head["digest"], head["git_commit"])


def found_actions(connection: Connection) -> dict[tuple[str, str], Found]:
    """Return what happens to rows, by table and action."""
    return {
        (table, kind): Found(rows, mark)
        for table, kind, rows, mark, _ in _found(connection)
        if kind not in ("impact", "refusal")
    }


def found_impacts(connection: Connection) -> tuple[Impact, ...]:
    """Return the rows of others that are affected."""
    return tuple(
        Impact(
            table,
            cast("Action", about["action"]),
            str(about["referrer"]),
            str(about["constraint"]),
            str(about["rule"]),
            rows,
            bool(about["refused"]),
        )
        for table, kind, rows, _, about in _found(connection)
        if kind == "impact"
    )


def found_refusals(connection: Connection) -> tuple[Refusal, ...]:
    """Return what must not happen."""
    return tuple(
        Refusal(
            str(about["code"]),
            table or None,
            str(about["message"]),
            tuple(cast("list[str]", about["keys"])),
            rows,
            cast("Allowance | None", about.get("allow")),
        )
        for table, kind, rows, _, about in _found(connection)
        if kind == "refusal"
    )


def found_bars(
    connection: Connection, kind: str
) -> Iterator[tuple[str, int, JsonObject]]:
    """Yield the tables whose rows cannot go back, how many rows, and the reason.

    Args:
        connection: Where it was found.
        kind: `lost`: they would refer to what is not there; `taken`: another row has
            a unique value of theirs.
    """
    for table, found, rows, _, about in _found(connection):
        if found == kind:
            yield table, rows, about


def _found(connection: Connection) -> Iterator[tuple[str, str, int, str, JsonObject]]:
    query = (
        "SELECT table_name, kind, rows, mark, about FROM pg_temp.seedc_found"
        " ORDER BY table_name NULLS FIRST, kind, about ->> 'code', about"
    )
    for table, kind, rows, mark, about in ask(connection, query).rows:
        told = json.loads(about or "{}")
        yield table or "", str(kind), int(rows or 0), mark or "", told


def found_rows(
    connection: Connection, details: str, names: Sequence[str]
) -> tuple[RowChange, ...]:
    """Return all that changes in a table, row by row.

    Args:
        connection: Where it was found.
        details: The query for it; see `ReleasedTable`.
        names: The columns of its old and new values.
    """
    query = (
        "SELECT action, to_json(key), to_json(new_key), to_json(old), to_json(new)"  # noqa: S608, ours
        f" FROM ({details}) AS detail (action, key, new_key, old, new)"
    )
    return tuple(
        RowChange(
            cast("Action", action),
            _texts(key) or (),
            _texts(new_key),
            _changes(names, _texts(old), _texts(new)),
        )
        for action, key, new_key, old, new in ask(connection, query).rows
    )


def _changes(
    names: Sequence[str],
    old: tuple[str | None, ...] | None,
    new: tuple[str | None, ...] | None,
) -> tuple[ColumnChange, ...]:
    pairs = zip(names, old or (), new or (), strict=False)
    return tuple(ColumnChange(name, o, n) for name, o, n in pairs if o != n)


def _texts(array: str | None) -> tuple[str, ...] | None:
    return None if array is None else tuple(json.loads(array))
