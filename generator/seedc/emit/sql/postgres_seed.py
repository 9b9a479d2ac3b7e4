"""Print `seed.sql` for Postgres: the statements of a run, and the rows.

They are those that `apply` runs. Where `apply` decides whether a statement has
anything to do, so that not even a statement trigger fires for nothing, the file does
so in blocks of PL/pgSQL.
"""

from collections.abc import Iterator
from itertools import groupby

from seedc.emit.layout import lay_out
from seedc.emit.sql.lines import Dialect, Lines
from seedc.emit.sql.stage import inserts
from seedc.model.project import Deploy, PostgresOptions
from seedc.model.release import Follow, Statement, Step, Write
from seedc.postgres.literal import quote_text
from seedc.postgres.literals import literals
from seedc.script.phrases import wrapped
from seedc.script.script import Script, TableScript

POSTGRES = Dialect(quote_text, literals)


def postgres_seed(
    script: Script, lines: Lines, options: PostgresOptions, deploy: Deploy
) -> Iterator[str]:
    """Yield the text of `seed.sql`, part by part.

    Args:
        script: The statements.
        lines: The rows.
        options: Whose transaction it is.
        deploy: Time limits.
    """
    own = options.transaction == "own"
    yield lay_out(
        "sql/postgres_begin.sql.jinja",
        own=own,
        lock=quote_text(f"seedc:{script.target}"),
        lock_timeout=quote_text(deploy.lock_timeout),
        statement_timeout=quote_text(deploy.statement_timeout),
        begin=script.begin,
    )
    for table in script.tables:
        yield from _stage(table, lines)
    for table in script.tables:
        yield f"\n{table.look}\n"
    if script.hold:
        yield f"\n{script.hold}\n"
    yield f"\n{script.judge}\n"
    yield lay_out("sql/postgres_refuse.sql.jinja")
    for table_name, steps in groupby(script.steps, _table_of):
        yield _printed(table_name, [*steps])
    yield lay_out("sql/postgres_end.sql.jinja", own=own, temporary=_temporary(script))


def _stage(table: TableScript, lines: Lines) -> Iterator[str]:
    words = table.words
    yield f"\n-- {words.full}\n\n{table.prepare}\n"
    lists = lines.lists(words.table, POSTGRES)
    yield from inserts(words.stage, words.table, lists)
    if lists:
        yield f"DELETE FROM {words.stage} WHERE {words.keys[0]} IS NULL;\n"  # noqa: S608, quoted


def _table_of(step: Step) -> str | None:
    return None if isinstance(step, Statement) else step.table


def _printed(table: str | None, steps: list[Step]) -> str:
    if table is None:
        statements = [step.sql for step in steps if isinstance(step, Statement)]
        return "".join(f"\n{sql}\n" for sql in statements)
    return lay_out(
        "sql/postgres_step.sql.jinja",
        table=quote_text(table),
        steps=[(_kinds(step), step.sql, isinstance(step, Write)) for step in steps],
        counted=any(isinstance(step, Write) for step in steps),
    )


def _kinds(step: Step) -> str:
    match step:
        case Write(_, action, _):
            return f"= {quote_text(action)}"
        case Follow(_, actions, _):
            return f"IN ({', '.join(map(quote_text, actions))})"
        case Statement():
            return "IS NOT NULL"


def _temporary(script: Script) -> str:
    whole = ("known", "diff", "moved", "found", "done")
    names = [f"pg_temp.seedc_{name}" for name in whole]
    for table in script.tables:
        names += table.words.temporaries
    return wrapped(names, 2)
