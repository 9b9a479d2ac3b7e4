"""The statements of a run, without the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import final

import seedc
from seedc.model.catalog import Catalog
from seedc.model.content import Content
from seedc.model.lifecycle import Lifecycle
from seedc.model.project import Deploy, PostgresOptions
from seedc.model.reference import ForeignKey
from seedc.model.release import Step
from seedc.model.table import Table
from seedc.postgres.literal import quote_text
from seedc.script.judge import judge
from seedc.script.layout import lay_out
from seedc.script.look import look
from seedc.script.prepare import array, prepare
from seedc.script.steps import may_delete, steps
from seedc.script.words import Words

TOOL = f"seedc {seedc.__version__}"


@final
@dataclass(frozen=True, slots=True)
class TableScript:
    """The statements that look at one table.

    Attributes:
        words: The table.
        prepare: Makes its temporary tables.
        look: Finds out what happens to its rows, when all tables are staged.
    """

    words: Words
    prepare: str
    look: str


@final
@dataclass(frozen=True, slots=True)
class Script:
    """The statements of a run.

    Attributes:
        target: Whose rows.
        begin: Runs first.
        tables: What looks at each table, referenced ones first.
        hold: Locks the rows that go, when all tables were looked at; not for a plan.
        judge: Finds what must be refused.
        steps: The writes.
    """

    target: str
    begin: str
    tables: tuple[TableScript, ...]
    hold: str
    judge: str
    steps: tuple[Step, ...]


def make_script(
    catalog: Catalog, content: Content, options: PostgresOptions, deploy: Deploy
) -> Script:
    """Return the statements that bring a database to what seeds say.

    Args:
        catalog: The tables.
        content: What the seeds say.
        options: Where the tables are.
        deploy: How many rows may go at a time.
    """
    words = all_words(catalog, options.schema, content.lifecycle)
    target = target_of(catalog.name, options.schema)
    return Script(
        target=target,
        begin=_begin(target, content.versions, words),
        tables=tuple(_table(each, words) for each in words),
        hold=lay_out("hold", tables=[each for each in words if may_delete(each)]),
        judge=judge(words, content.versions, deploy),
        steps=tuple(steps(target, TOOL, words)),
    )


def target_of(project: str, schema: str) -> str:
    """Return the name of a project's rows in the ledger."""
    return project if schema == "public" else f"{project}/{schema}"


def all_words(
    catalog: Catalog, schema: str, lifecycle: Mapping[str, Lifecycle]
) -> list[Words]:
    """Return the phrases about all tables, referenced tables first."""
    found: dict[str, Words] = {}
    for table in catalog.tables:
        follows = tuple(k for k in table.foreign_keys if _follows(k, table, found))
        own = lifecycle.get(table.name, Lifecycle())
        found[table.name] = Words(table, catalog, schema, own, follows)
    return [*found.values()]


def _begin(target: str, versions: Mapping[str, str], tables: Sequence[Words]) -> str:
    return lay_out(
        "begin",
        target=quote_text(target),
        keys=[(words.name, array(words.primary_key)) for words in tables],
        versions=[(quote_text(f), quote_text(v)) for f, v in sorted(versions.items())],
    )


def _table(words: Words, tables: Sequence[Words]) -> TableScript:
    by_name = {each.table.name: each for each in tables}
    parent = words.table.parent
    targets = [by_name[key.table] for key in words.follows]
    return TableScript(
        words,
        prepare(words),
        look(words, by_name[parent.table] if parent else None, targets),
    )


def _follows(key: ForeignKey, table: Table, before: Mapping[str, Words]) -> bool:
    """Say whether a row's primary key changes with that of the row it refers to."""
    target = before.get(key.table)
    return (
        target is not None
        and target.renames
        and key.target == target.table.primary_key
        and {*key.columns} <= {*table.primary_key}
    )
