"""Any name that a schema may give works in both databases."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from seedc.model.catalog import Catalog, Row
from seedc.model.column_type import Integer
from seedc.model.project import PostgresOptions
from seedc.model.table import Owner
from seedc.postgres.identifier import MAX_BYTES, constraint_name
from seedc.postgres.literal import quote_name, quote_text, unquote_text
from tests.sql import build, run, values

SQLITE_WORDS = """
    abort action add after all alter always analyze and as asc attach autoincrement
    before begin between by cascade case cast check collate column commit conflict
    constraint create cross current current_date current_time current_timestamp
    database default deferrable deferred delete desc detach distinct do drop each
    else end escape except exclude exclusive exists explain fail filter first
    following for foreign from full generated glob group groups having if ignore
    immediate in index indexed initially inner insert instead intersect into is
    isnull join key last left like limit match materialized natural no not nothing
    notnull null nulls of offset on or order others outer over partition plan pragma
    preceding primary query raise range recursive references regexp reindex release
    rename replace restrict returning right rollback row rows savepoint select set
    table temp temporary then ties to transaction trigger unbounded union unique
    update using vacuum values view virtual when where window with without
""".split()  # noqa: SIM905, a list of 140 literals reads worse
"""https://www.sqlite.org/lang_keywords.html"""

OURS = [
    "stage", "live", "parent", "other", "excluded", "new", "old", "changed", "gone",
    "step", "seedc", "seedc_changes", "table_name", "inserted", "updated", "deleted",
    "ctid_", "rowid", "oid_", "temp", "main", "public", "pg_temp", "record", "found",
    "tg_op", "sqlstate", "sqlerrm", "row_count",
]  # fmt: skip
"""Words that the generated SQL uses itself."""

LONGEST = "a" * (MAX_BYTES - 3)
ODD = [
    "Größe", "2d", "a b", 'say "hi"', "it's", "semi;colon", "per%cent", "a.b", "-- x",
    ":name", "back\\slash", "{{ x }}", "émoji🐉", LONGEST, "ä" * 30,
]  # fmt: skip


def _words(database: str) -> list[str]:
    with run.connected(database) as connection:
        found = connection.execute("SELECT word FROM pg_get_keywords() ORDER BY 1")
        return [str(word) for (word,) in found]


def _holds_in_postgres(
    database: str, catalog: Catalog, rows: dict[str, list[Row]]
) -> None:
    options = PostgresOptions(schema="select")
    run.apply(database, 'DROP SCHEMA IF EXISTS "select" CASCADE')
    run.apply(database, build.postgres_ddl(catalog, options))
    for state in ({}, rows, _changed(rows)):
        script = build.postgres_sql(catalog, state, options)
        run.psql(database, script)
        assert run.apply(database, script) == {}
    stored = run.postgres_rows(database, catalog, "select")
    wanted = {t.name: [*_changed(rows).get(t.name, [])] for t in catalog.tables}
    assert {k: sorted(v) for k, v in stored.items()} == wanted


def _holds_in_sqlite(catalog: Catalog, rows: dict[str, list[Row]]) -> None:
    with run.sqlite_database() as connection:
        connection.executescript(build.sqlite_ddl(catalog))
        for state in ({}, rows, _changed(rows)):
            connection.executescript(build.sqlite_sql(catalog, state))
        stored = run.sqlite_rows(connection, catalog)
    wanted = {t.name: [*_changed(rows).get(t.name, [])] for t in catalog.tables}
    assert {k: sorted(v) for k, v in stored.items()} == wanted


def _changed(rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Return other values for the columns that are no key, and a new row."""
    return {
        name: [
            *((row[0], *(f"{value}!" for value in row[1:])) for row in found),
            ("z", *("new" for _ in found[0][1:])),
        ]
        for name, found in rows.items()
    }


def _wide(names: list[str]) -> tuple[Catalog, dict[str, list[Row]]]:
    """Build a table with all names as columns, the first one its key."""
    table = build.table(
        "wide", *map(build.column, names), unique=[[name] for name in names[1:4]]
    )
    row: Row = tuple(f"v{i}" for i in range(len(names)))
    return build.catalog(table), {"wide": [row]}


def _tall(names: list[str]) -> tuple[Catalog, dict[str, list[Row]]]:
    """Build a table of each name, with a list and with a column of the same name."""
    roots = [build.table(n, build.column("id"), build.column(n)) for n in names]
    lists = [build.items(root, "list", build.column("value")) for root in roots]
    rows: dict[str, list[Row]] = {name: [("a", "b")] for name in names}
    return build.catalog(*roots, *lists), rows


def test_every_word_can_be_a_column(database: str) -> None:
    """Reserved or not, in the newest Postgres or the oldest, or used by the script."""
    words = sorted({*_words(database), *SQLITE_WORDS, *OURS})
    for keys in ("zone", "a_stage"):
        catalog, rows = _wide([keys, *(word for word in words if word != keys)])
        _holds_in_postgres(database, catalog, rows)


def test_every_word_can_be_a_table(new_database: str) -> None:
    """As above; a sample, since many tables take long."""
    words = sorted({*_words(new_database), *SQLITE_WORDS, *OURS})
    _holds_in_postgres(new_database, *_tall([*words[::9], *OURS]))


def test_every_word_can_be_a_name_in_sqlite() -> None:
    """Of columns and of tables."""
    words = sorted({*SQLITE_WORDS, *OURS})
    _holds_in_sqlite(*_wide(["zone", *words]))
    _holds_in_sqlite(*_tall(words))


@pytest.mark.parametrize("name", ODD)
def test_odd_names(database: str, name: str) -> None:
    """Spaces, quotes, letters of any script, and the most bytes that fit."""
    if "." in name or "%" in name:
        catalog, rows = _wide(["key", name])
    else:
        catalog, rows = _tall([name]) if len(name.encode()) < 55 else _long(name)
    _holds_in_postgres(database, catalog, rows)
    _holds_in_sqlite(catalog, rows)


def _long(name: str) -> tuple[Catalog, dict[str, list[Row]]]:
    """Build a table whose name leaves no room for those that follow from it."""
    table = build.table(
        name, build.column("id"), build.column("b" * 63), unique=[["b" * 63]]
    )
    twin = build.table(f"{name[:-1]}_", build.column("id"), build.column("b" * 63))
    row: list[Row] = [("a", "b")]
    return build.catalog(table, twin), {name: row, twin.name: row}


def test_a_staging_table_hides_no_other(database: str) -> None:
    """A table may be called as the staging table of another one is."""
    names = ["a", "a_stage", "a_stage_stage", "seedc_changes", "seedc_changes_stage"]
    _holds_in_postgres(database, *_tall(names))
    _holds_in_sqlite(*_tall(names))


def test_the_shape_of_a_table_does_not_matter(database: str) -> None:
    """Only keys, no rows, or two hundred columns."""
    keys = build.table("keys", build.column("a"), build.column("b"), key=["b", "a"])
    columns = [build.column(f"column_{i}") for i in range(200)]
    live = build.column("seen", Integer(), owner=Owner.LIVE, default="0")
    wide = build.table("wide", build.column("id"), *columns, live)
    catalog = build.catalog(keys, wide, build.table("none", build.column("id")))
    rows: dict[str, list[Row]] = {
        "keys": [("x", "y"), ("y", "x")],
        "wide": [(str(n), *map(str, range(200)), None) for n in range(300)],
    }
    run.apply(database, build.postgres_ddl(catalog))
    script = build.postgres_sql(catalog, rows)
    assert run.apply(database, script) == {"keys": (2, 0, 0), "wide": (300, 0, 0)}
    assert run.apply(database, script) == {}


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=values.texts())
def test_identifiers_and_literals_are_read_back(new_database: str, text: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """The server reads a quoted name, and a literal, as what was quoted."""
    assume(text)
    cut = text.encode()[:MAX_BYTES].decode(errors="ignore")
    assume(cut)
    with run.connected(new_database) as connection:
        query = f"SELECT {quote_text(text)} AS {quote_name(cut)}"
        found = connection.execute(query.encode())
        assert found.description is not None
        assert (found.fetchone(), found.description[0].name) == ((text,), cut)
    assert unquote_text(quote_text(text)) == text
    assert quote_text(text).splitlines() == [quote_text(text)]


def test_every_reserved_word_is_quoted(database: str) -> None:
    """What the server calls reserved is never printed as it is."""
    query = "SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')"
    with run.connected(database) as connection:
        reserved = [str(word) for (word,) in connection.execute(query)]
    assert [word for word in reserved if not quote_name(word).startswith('"')] == []


PARTS = st.text("abcä_", min_size=1, max_size=70)


@given(st.lists(PARTS, min_size=2, max_size=4))
def test_a_made_name_fits(parts: list[str]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """It has no more bytes than Postgres keeps, and is the plain one if that fits."""
    name, plain = constraint_name(*parts), "_".join(parts)
    assert len(name.encode()) <= MAX_BYTES
    assert (name == plain) == (len(plain.encode()) <= MAX_BYTES)


@given(st.lists(PARTS, min_size=2, max_size=3), st.lists(PARTS, min_size=2, max_size=3))
def test_made_names_stay_apart(some: list[str], others: list[str]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Two names meet only where they would meet without a limit."""
    met = constraint_name(*some) == constraint_name(*others)
    assert met == ("_".join(some) == "_".join(others))


def test_a_long_name_ends_as_a_short_one_does() -> None:
    """It is still seen what a constraint is."""
    assert constraint_name("a" * 60, "b" * 60, "key").endswith("_key")
    assert constraint_name("a" * 60, "pkey").startswith("a" * 30)
    assert constraint_name("items", "c" * 60).startswith("items_ccc")
