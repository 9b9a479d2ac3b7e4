"""Print `seed.sql` for Postgres: stage, compare, write only what differs.

A textbook upsert locks every row, writes WAL for each and burns sequence values
even where nothing changed. Here rows are compared as images (`*=`, for which `1.10`
and `1.1` differ) and only those that differ are touched; where none is, no UPDATE
or INSERT runs at all, so that not even a statement trigger fires.
"""

from collections.abc import Iterator, Sequence

from seedc.emit.layout import lay_out
from seedc.emit.sql.lines import Dialect, Lines, staged_columns
from seedc.emit.sql.literals import literals
from seedc.emit.sql.stage import filled, inserts, names_of, owned_names, wrapped
from seedc.model.catalog import Catalog
from seedc.model.project import Deploy, PostgresOptions
from seedc.model.reference import ForeignKey
from seedc.model.table import Table
from seedc.postgres.identifier import constraint_name
from seedc.postgres.literal import full_name, quote_name, quote_text

POSTGRES = Dialect(quote_text, literals)


def postgres_seed(
    catalog: Catalog, lines: Lines, options: PostgresOptions, deploy: Deploy
) -> Iterator[str]:
    """Yield the text of `seed.sql`, part by part.

    Args:
        catalog: The tables.
        lines: Their rows.
        options: Schema and transaction.
        deploy: Time limits.
    """
    yield lay_out(
        "sql/postgres_begin.sql.jinja",
        own=options.transaction == "own",
        lock=quote_text(f"seedc:{catalog.name}"),
        lock_timeout=quote_text(deploy.lock_timeout),
        statement_timeout=quote_text(deploy.statement_timeout),
        deferred=_deferred(catalog, options.schema),
    )
    for table in catalog.tables:
        yield from _stage(table, lines, options.schema)
    yield from _changes(catalog, options.schema)
    yield lay_out(
        "sql/postgres_end.sql.jinja",
        own=options.transaction == "own",
        deferred=_deferred(catalog, options.schema),
        stages=wrapped([stage_name(t) for t in catalog.tables], 2),
    )


def stage_name(table: Table) -> str:
    """Return the quoted name of a table's staging table."""
    return f"pg_temp.{quote_name(constraint_name(table.name, 'stage'))}"


def _deferred(catalog: Catalog, schema: str) -> str:
    names = [
        full_name(name, schema)
        for table in catalog.tables
        for name in _broken_meanwhile(table, catalog)
    ]
    return wrapped(names, 2)


def _broken_meanwhile(table: Table, catalog: Catalog) -> Iterator[str]:
    """Yield the constraints that rows may break until all are written."""
    yield from (k.name for k in table.foreign_keys if _may_change(k, table, catalog))
    if _immediate(table):
        yield from (key.name for key in table.unique_keys if key.deferrable)


def _may_change(key: ForeignKey, table: Table, catalog: Catalog) -> bool:
    """Say whether what a row refers to may change, or come, after it."""
    if key.name in catalog.cycles or key.table == table.name:
        return True
    return {*key.target} != {*catalog.table(key.table).primary_key}


def _stage(table: Table, lines: Lines, schema: str) -> Iterator[str]:
    stage, columns = stage_name(table), staged_columns(table)
    keys = [quote_name(name) for name in table.primary_key]
    yield lay_out(
        "sql/postgres_stage.sql.jinja",
        stage=stage.removeprefix("pg_temp."),
        columns=wrapped(names_of(columns), 4),
        table=full_name(table.name, schema),
    )
    lists = lines.lists(table, POSTGRES)
    yield from inserts(stage, table, lists)
    if lists:
        yield f"\nDELETE FROM {stage} WHERE {keys[0]} IS NULL;\n"
    # The planner joins on the keys alone.
    yield f"ANALYZE {stage} ({', '.join(keys)});\n"


def _changes(catalog: Catalog, schema: str) -> Iterator[str]:
    for table in reversed(catalog.tables):
        if table.parent is not None:
            yield lay_out(
                "sql/postgres_prune.sql.jinja", **_words(table, catalog, schema)
            )
    for table in catalog.tables:
        yield lay_out("sql/postgres_write.sql.jinja", **_words(table, catalog, schema))


def _words(table: Table, catalog: Catalog, schema: str) -> dict[str, object]:
    keys = [quote_name(name) for name in table.primary_key]
    owned = owned_names(table)
    return {
        "name": quote_text(table.name),
        "table": full_name(table.name, schema),
        "stage": stage_name(table),
        "columns": wrapped(names_of(staged_columns(table)), 6),
        "staged_keys": _of("stage", keys),
        "other_keys": _of("other", keys),
        "live_keys": _of("live", keys),
        "filled": filled(table),
        "owned": owned,
        "staged_owned": _of("stage", owned),
        "live_owned": _of("live", owned),
        "same_key": _same("stage", keys, "live"),
        "immediate": _immediate(table),
        **_parent_words(table, catalog),
    }


def _of(alias: str, names: Sequence[str]) -> str:
    return wrapped([f"{alias}.{name}" for name in names], 4)


def _same(left: str, names: Sequence[str], right: str) -> str:
    return " AND ".join(f"{left}.{name} = {right}.{name}" for name in names)


def _immediate(table: Table) -> list[str]:
    """Return for each key that is checked row by row when another row holds it.

    Those are the keys that foreign keys refer to: Postgres takes no deferrable one.
    """
    return [
        _same("other", [quote_name(name) for name in key.columns], "stage")
        for key in table.unique_keys
        if not key.deferrable
    ]


def _parent_words(table: Table, catalog: Catalog) -> dict[str, object]:
    if table.parent is None:
        return {}
    parent = catalog.table(table.parent.table)
    links = zip(parent.primary_key, table.parent.columns, strict=True)
    return {
        "parent_stage": stage_name(parent),
        "same_parent": " AND ".join(
            f"parent.{quote_name(key)} = live.{quote_name(link)}" for key, link in links
        ),
    }
