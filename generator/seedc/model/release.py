"""What `apply` brings to a database: the SQL of a run and the rows for it.

A release needs neither the sources nor Git: it can be kept as an artefact.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias, final


@final
@dataclass(frozen=True, slots=True)
class History:
    """Where sources come from.

    Attributes:
        commit: Their Git commit, or None.
        ancestors: That commit and those before it; empty if unknown.
    """

    commit: str | None = None
    ancestors: tuple[str, ...] = ()


NO_HISTORY = History()


@final
@dataclass(frozen=True, slots=True)
class Statement:
    """SQL that runs in every case in which anything changes.

    Attributes:
        what: What it does, in a few words.
        sql: One statement or several, each with its semicolon.
    """

    what: str
    sql: str


@final
@dataclass(frozen=True, slots=True)
class Write:
    """SQL that runs only if rows of its table are to be changed so.

    Attributes:
        table: The table.
        action: What it does to rows: an `Action`, or `move` and a unique key whose
            values are put aside for a moment.
        sql: One statement, without a semicolon; it changes as many rows as planned.
    """

    table: str
    action: str
    sql: str


@final
@dataclass(frozen=True, slots=True)
class Follow:
    """SQL that runs only if rows of a table are changed in one of several ways.

    Attributes:
        table: The table.
        actions: What is done to its rows.
        sql: One statement, without a semicolon.
    """

    table: str
    actions: tuple[str, ...]
    sql: str


Step: TypeAlias = Statement | Write | Follow


@final
@dataclass(frozen=True, slots=True)
class ReleasedTable:
    """A table and its rows.

    Attributes:
        name: Its name in SQL, without the schema.
        full_name: Its name with the schema, quoted.
        stage: Its staging table, quoted, with `pg_temp`.
        key: Its primary key's columns.
        columns: The columns that the rows have values for.
        quoted_columns: They, quoted.
        owned: Those that seeds keep as they say, without the primary key.
        files: The seed files that its rows come from, by their paths.
        parent: The table that it is a list of, or None.
        public: Whether clients may see it.
        count: How many rows there are.
        rows: They, in the text format of COPY, in UTF-8.
        digest: SHA-256 of columns and rows.
        direct: Whether an empty table may take the rows without a staging table.
        prepare: Makes the staging table and what else the rows are compared with.
        look: Finds what differs; runs when all tables are staged.
        state: Writes what is known of its rows, if it took them directly.
        details: Query for all that changes in it, one row each: action, key, new
            key, old and new values of `owned`, all but the action as text arrays.
        drift: Query for what somebody changed in it; see `script.drift`.
        cache: Query for the cache: key and JSON of each public row; None if none is.
    """

    name: str
    full_name: str
    stage: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    quoted_columns: tuple[str, ...]
    owned: tuple[str, ...]
    files: tuple[str, ...]
    parent: str | None
    public: bool
    count: int
    rows: bytes
    digest: str
    direct: bool
    prepare: str
    look: str
    state: str
    details: str
    drift: str
    cache: str | None


@final
@dataclass(frozen=True, slots=True)
class Release:
    """A compiled project, as a database takes it.

    Attributes:
        tool: The seedc that made it, such as `seedc 0.1.0`.
        project: Name of the project.
        target: Name of its rows in the ledger.
        namespace: Prefix of cache keys.
        ttl: How long cache keys live (a Postgres interval), or None: forever.
        lock_timeout: Longest wait for a lock, as a Postgres interval.
        statement_timeout: Longest statement, as a Postgres interval.
        versions: The version of each seed file, by its path in the seeds folder.
        history: Where its sources come from.
        digest: SHA-256 of all tables' digests and of `versions`.
        tables: The tables, referenced ones first.
        same: Query for the last run in the ledger, if it brought this release and its
            rows are still as it left them, as JSON.
        begin: Runs first of what looks closer.
        hold: Locks the rows that go, when all tables were looked at; not for a plan.
        judge: Runs last of what looks: finds what must be refused.
        steps: Change the database and the ledger, in this order.
    """

    tool: str
    project: str
    target: str
    namespace: str
    ttl: str | None
    lock_timeout: str
    statement_timeout: str
    versions: Mapping[str, str]
    history: History
    digest: str
    tables: tuple[ReleasedTable, ...]
    same: str
    begin: str
    hold: str
    judge: str
    steps: tuple[Step, ...]
