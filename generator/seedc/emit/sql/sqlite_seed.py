"""Print `seed.sql` for SQLite: stage, compare, write only what differs.

SQLite checks unique keys row by row, so rows that exchange a unique value would
fail. Their old values are moved out of the way first: a CHECK is not looked at for
that moment, and a column takes any type, so that bytes, which no seed holds, will do.

The file knows no earlier seeds, so it deletes and renames no rows: `seedc apply` does.
A retired row that is in the seeds again comes back.
"""

from collections.abc import Iterator, Sequence

from seedc.emit.layout import lay_out
from seedc.emit.sql.lines import Lines, staged_columns
from seedc.emit.sql.sqlite_literals import SQLITE
from seedc.emit.sql.stage import filled, inserts, names_of, owned_names
from seedc.model.catalog import Catalog
from seedc.model.table import RETIRED_AT, Table
from seedc.postgres.literal import quote_name
from seedc.postgres.portable_default import portable_default
from seedc.script.phrases import wrapped


def sqlite_seed(catalog: Catalog, lines: Lines) -> Iterator[str]:
    """Yield the text of `seed.sql`, part by part.

    Args:
        catalog: The tables.
        lines: Their rows.
    """
    yield lay_out("sql/sqlite_begin.sql.jinja")
    for table in catalog.tables:
        yield from _stage(table, lines)
    for table in reversed(catalog.tables):
        if table.parent is not None:
            yield lay_out("sql/sqlite_prune.sql.jinja", **_words(table, catalog))
    for table in catalog.tables:
        yield lay_out("sql/sqlite_write.sql.jinja", **_words(table, catalog))
    yield lay_out("sql/sqlite_end.sql.jinja", stages=map(_stage_name, catalog.tables))


def _stage_name(table: Table) -> str:
    return f"temp.{quote_name(table.name + '_stage')}"


def _full_name(table: Table) -> str:
    # Without `main.` the staging table of `x` would hide a table `x_stage`.
    return f"main.{quote_name(table.name)}"


def _stage(table: Table, lines: Lines) -> Iterator[str]:
    stage = _stage_name(table)
    yield lay_out(
        "sql/sqlite_stage.sql.jinja",
        stage=stage,
        columns=wrapped(names_of(staged_columns(table)), 4),
        table=_full_name(table),
    )
    lists = lines.lists(table, SQLITE)
    yield from inserts(stage, table, lists)
    if lists:
        key = quote_name(table.primary_key[0])
        yield f"\nDELETE FROM {stage} WHERE {key} IS NULL;\n"


def _words(table: Table, catalog: Catalog) -> dict[str, object]:
    keys = [quote_name(name) for name in table.primary_key]
    owned = owned_names(table)
    return {
        "table": _full_name(table),
        "stage": _stage_name(table),
        "columns": wrapped(names_of(staged_columns(table)), 2),
        "filled": [
            (name, own) for name, d in filled(table) if (own := portable_default(d))
        ],
        "owned": owned,
        "moved": _moved(table, owned),
        "retired_at": RETIRED_AT if table.retires else None,
        "rowid": _rowid(table),
        "same_key": " AND ".join(f"stage.{key} = live.{key}" for key in keys),
        **_parent_words(table, catalog),
    }


def _moved(table: Table, owned: Sequence[str]) -> list[str]:
    """Return a column of each unique key, whose value can be put out of the way."""
    names = [[quote_name(c) for c in key.columns] for key in table.unique_keys]
    return sorted(
        {next(c for c in key if c in owned) for key in names if {*key} & {*owned}}
    )


def _rowid(table: Table) -> str:
    """Return a name of the row's number that no column has taken."""
    taken = {column.name for column in table.columns}
    return next(n for n in ("rowid", "oid", "_rowid_") if n not in taken)


def _parent_words(table: Table, catalog: Catalog) -> dict[str, object]:
    if table.parent is None:
        return {}
    parent = catalog.table(table.parent.table)
    links = zip(parent.primary_key, table.parent.columns, strict=True)
    return {
        "parent_stage": _stage_name(parent),
        "same_parent": " AND ".join(
            f"parent.{quote_name(key)} = live.{quote_name(link)}" for key, link in links
        ),
    }
