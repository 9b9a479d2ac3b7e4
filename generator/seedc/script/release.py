"""Make the release of a compiled project."""

import hashlib
import json
from collections.abc import Iterator, Sequence

from seedc.model.catalog import Catalog, Row
from seedc.model.content import Content
from seedc.model.project import PostgresOptions, Project
from seedc.model.release import History, Release, ReleasedTable
from seedc.model.table import Owner, Table
from seedc.postgres.copy_text import copy_text
from seedc.postgres.literal import quote_text
from seedc.script.cache_query import cache_query
from seedc.script.drift import drift
from seedc.script.judge import files_of
from seedc.script.layout import lay_out
from seedc.script.ledger import RUN
from seedc.script.script import TOOL, Script, TableScript, make_script
from seedc.script.words import Words, staged_columns

_AT_ONCE = 10_000


def make_release(
    project: Project, catalog: Catalog, content: Content, history: History
) -> Release:
    """Return what `apply` brings to a database.

    Args:
        project: The project.
        catalog: Its tables.
        content: What its seeds say.
        history: Where its sources come from.
    """
    options = project.targets.postgres or PostgresOptions()
    script = make_script(catalog, content, options, project.deploy)
    tables = tuple(_released(each, content, script.target) for each in script.tables)
    versions = sorted(content.versions.items())
    return Release(
        tool=TOOL,
        project=project.name,
        target=script.target,
        namespace=project.namespace,
        ttl=project.cache.ttl,
        lock_timeout=project.deploy.lock_timeout,
        statement_timeout=project.deploy.statement_timeout,
        versions=dict(versions),
        history=history,
        digest=_digest([*versions, *((t.name, t.digest) for t in tables)]),
        tables=tables,
        same=_same(script, tables),
        begin=script.begin,
        hold=script.hold,
        judge=script.judge,
        steps=script.steps,
    )


def _same(script: Script, tables: Sequence[ReleasedTable]) -> str:
    each = [
        (own.words, table.count, _is_known(own.words))
        for own, table in zip(script.tables, tables, strict=True)
    ]
    return lay_out("same", target=quote_text(script.target), tables=each)


def _is_known(words: Words) -> str:
    pairs = zip(words.keys, words.keys_of_text("known.key"), strict=True)
    return " AND ".join(f"live.{key} = {known}" for key, known in pairs)


def _released(script: TableScript, content: Content, target: str) -> ReleasedTable:
    words, table = script.words, script.words.table
    rows = content.rows[table.name]
    copied = b"".join(_copied(table, rows))
    names = tuple(column.name for column in staged_columns(table))
    return ReleasedTable(
        name=table.name,
        full_name=words.full,
        stage=words.stage,
        key=table.primary_key,
        columns=names,
        quoted_columns=tuple(words.staged),
        owned=words.compared_names,
        files=tuple(files_of(table, content.versions)),
        parent=table.parent.table if table.parent else None,
        public=table.public,
        count=len(rows),
        rows=copied,
        digest=_digest(names, copied),
        direct=_may_go_direct(table, rows),
        prepare=script.prepare,
        look=script.look,
        state=lay_out(
            "state_direct", w=words, count=len(rows), target=quote_text(target), run=RUN
        ),
        details=_details(words),
        drift=drift(words),
        cache=cache_query(words.catalog, table, words.schema),
    )


def _details(words: Words) -> str:
    retired_at = [words.retired_at] if words.retired_at else []
    olds = [f"live.{name}::text" for name in [*words.owned, *retired_at]]
    news = [f"stage.{name}::text" for name in words.owned]
    news += ["NULL" for _ in retired_at]
    return lay_out("details", w=words, olds=", ".join(olds), news=", ".join(news))


def _copied(table: Table, rows: Sequence[Row]) -> Iterator[bytes]:
    columns = staged_columns(table)
    at = [table.position(column.name) for column in columns]
    kinds = [column.type for column in columns]
    whole = len(at) == len(table.columns)
    for first in range(0, len(rows), _AT_ONCE):
        batch = rows[first : first + _AT_ONCE]
        own = batch if whole else [tuple(row[i] for i in at) for row in batch]
        yield copy_text(kinds, own).encode()


def _may_go_direct(table: Table, rows: Sequence[Row]) -> bool:
    """Say whether no column waits for its default, which COPY does not give."""
    waiting = [
        table.position(c.name)
        for c in table.columns
        if c.owner is Owner.ONCE and c.default is not None
    ]
    return not any(row[i] is None for i in waiting for row in rows)


def _digest(names: object, data: bytes = b"") -> str:
    head = json.dumps(names, separators=(",", ":")).encode()
    return hashlib.sha256(head + b"\n" + data).hexdigest()
