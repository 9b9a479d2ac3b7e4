"""Print `seed.sql` for SQLite: stage, compare, write only what differs.

SQLite checks unique keys row by row, so rows that exchange a unique value would
fail. Their old values are moved out of the way first: a CHECK is not looked at for
that moment, and a column takes any type, so that a text no seed can hold will do.
"""

import re
from collections.abc import Iterator, Sequence

from seedc.emit.layout import lay_out
from seedc.emit.sql.lines import Dialect, Lines, staged_columns
from seedc.emit.sql.literals import Literals, Quote, literals
from seedc.emit.sql.stage import inserts, names_of
from seedc.model.catalog import Catalog
from seedc.model.column_type import ColumnType, Time, Timestamp, Uuid
from seedc.model.json_value import JsonValue
from seedc.model.table import Owner, Table
from seedc.postgres.literal import quote_name

_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


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


def quote_sqlite(value: str) -> str:
    """Return text as a literal that stays on its line, as SQLite's `.dump` does."""
    quoted = value.replace("'", "''")
    wrapped, text = [], quoted
    for char in sorted(set(_CONTROL.findall(quoted))):
        token = f"\\u{ord(char):04x}"
        while token in quoted:
            token += "~"
        text = text.replace(char, token)
        wrapped.append((token, ord(char)))
    literal = f"'{text}'"
    for token, code in wrapped:
        literal = f"replace({literal}, '{token}', char({code}))"
    return literal


def sqlite_literals(
    kind: ColumnType, values: Sequence[JsonValue], quote: Quote
) -> Literals:
    """Return a column's values as literals, in the forms that SQLAlchemy reads back.

    It keeps a UUID as 32 digits and times with six digits of a second.
    """
    match kind:
        case Uuid():
            bare = [None if v is None else str(v).replace("-", "") for v in values]
            return literals(kind, bare, quote)
        case Time() | Timestamp():
            padded = [None if v is None else _padded(str(v)) for v in values]
            return literals(kind, padded, quote)
        case _:
            return literals(kind, values, quote)


SQLITE = Dialect(quote_sqlite, sqlite_literals)


def _padded(moment: str) -> str:
    return moment if "." in moment else f"{moment}.000000"


def _stage_name(table: Table) -> str:
    return f"temp.{quote_name(table.name + '_stage')}"


def _stage(table: Table, lines: Lines) -> Iterator[str]:
    stage = _stage_name(table)
    yield lay_out(
        "sql/sqlite_stage.sql.jinja",
        stage=stage,
        columns=names_of(staged_columns(table)),
        table=quote_name(table.name),
    )
    lists = lines.lists(table, SQLITE)
    yield from inserts(stage, table, lists)
    if lists:
        key = quote_name(table.primary_key[0])
        yield f"\nDELETE FROM {stage} WHERE {key} IS NULL;\n"


def _words(table: Table, catalog: Catalog) -> dict[str, object]:
    columns = staged_columns(table)
    keys = [quote_name(name) for name in table.primary_key]
    owned = [
        quote_name(c.name)
        for c in columns
        if c.owner is Owner.SEED and c.name not in table.primary_key
    ]
    return {
        "table": quote_name(table.name),
        "stage": _stage_name(table),
        "columns": names_of(columns),
        "owned": owned,
        "moved": _moved(table, owned),
        "same_key": " AND ".join(f"stage.{key} = live.{key}" for key in keys),
        **_parent_words(table, catalog),
    }


def _moved(table: Table, owned: Sequence[str]) -> list[str]:
    """Return a column of each unique key, whose value can be put out of the way."""
    names = [[quote_name(c) for c in key.columns] for key in table.unique_keys]
    return sorted(
        {next(c for c in key if c in owned) for key in names if {*key} & {*owned}}
    )


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
