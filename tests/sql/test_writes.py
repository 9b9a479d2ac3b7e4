"""`seed.sql` touches what differs, and nothing else."""

from decimal import Decimal

import pytest

from seedc.model.project import Deploy
from tests.sql import build, run
from tests.sql.inventory import CATALOG, DDL, State, item, state

IMPATIENT = Deploy(lock_timeout="200ms")
_LOGGING = """
CREATE TABLE log (event text);
CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO log VALUES (concat_ws(' ', TG_TABLE_NAME, TG_WHEN, TG_OP, TG_LEVEL));
  RETURN COALESCE(NEW, OLD);
END
$$;
"""


@pytest.fixture
def loaded(database: str) -> str:
    """Give a database that holds the seeds."""
    run.apply(database, DDL)
    run.apply(database, build.postgres_sql(CATALOG, state()))
    return database


def _seed(rows: State) -> str:
    return build.postgres_sql(CATALOG, rows, deploy=IMPATIENT)


def _value(database: str, query: str) -> object:
    with run.connected(database) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


def _do(database: str, statement: str) -> None:
    with run.connected(database) as connection:
        connection.execute(statement.encode())


def test_a_second_run_waits_for_nobody(loaded: str) -> None:
    """While the live system writes its own columns of every row, seeds go ahead."""
    with run.connected(loaded) as other:
        other.execute("BEGIN")
        other.execute("UPDATE items SET number = number + 1, tuned = 9")
        other.execute("UPDATE shops SET visits = visits + 1")
        other.execute("SELECT FROM items_tags FOR UPDATE")
        assert run.apply(loaded, _seed(state())) == {}
        other.execute("COMMIT")
    assert run.apply(loaded, _seed(state())) == {}
    assert _value(loaded, "SELECT min(tuned) FROM items") == 9


def test_a_row_that_differs_is_the_only_one_locked(loaded: str) -> None:
    """Other rows may be locked meanwhile; this one is waited for."""
    changed = state()
    changed["items"][1] = item("bun", 2, shop="mill", price=Decimal("1.2"))
    with run.connected(loaded) as other:
        other.execute("BEGIN")
        other.execute("UPDATE items SET number = 0 WHERE id <> 'bun'")
        assert run.apply(loaded, _seed(changed)) == {"items": (0, 1, 0)}
        other.execute("UPDATE items SET number = 0 WHERE id = 'bun'")
        with pytest.raises(Exception, match="lock timeout"):
            run.apply(loaded, _seed(state()))
        other.execute("ROLLBACK")
    assert _value(loaded, "SELECT price::text FROM items WHERE id = 'bun'") == "1.2"


def test_a_second_run_burns_no_sequence_value(loaded: str) -> None:
    """Only a new row takes its default."""
    assert _value(loaded, "SELECT last_value FROM numbers") == 3
    more = state()
    more["items"].append(item("pie", 4))
    assert run.apply(loaded, _seed(state())) == {}
    assert run.apply(loaded, _seed(more)) == {"items": (1, 0, 0)}
    assert _value(loaded, "SELECT last_value FROM numbers") == 4


def test_a_second_run_fires_no_trigger(loaded: str) -> None:
    """Not even those of statements that touch no row."""
    _do(loaded, _LOGGING)
    for table in CATALOG.tables:
        for level in ("ROW", "STATEMENT"):
            for when in ("BEFORE", "AFTER"):
                _do(
                    loaded,
                    f"CREATE TRIGGER {when}_{level} {when} INSERT OR UPDATE OR DELETE"
                    f" ON {table.name} FOR EACH {level} EXECUTE FUNCTION log()",
                )
    assert run.apply(loaded, _seed(state())) == {}
    assert _value(loaded, "SELECT count(*) FROM log") == 0
    changed = state()
    changed["items"][0] = item("ale", 1, made_of="bun", shop="inn")
    assert run.apply(loaded, _seed(changed)) == {"items": (0, 1, 0)}
    with run.connected(loaded) as connection:
        fired = connection.execute("SELECT DISTINCT event FROM log ORDER BY 1")
        assert [event for (event,) in fired] == [
            "items AFTER UPDATE ROW",
            "items AFTER UPDATE STATEMENT",
            "items BEFORE UPDATE ROW",
            "items BEFORE UPDATE STATEMENT",
        ]


@pytest.mark.parametrize(
    ("column", "stored", "said"),
    [
        ("price", "1.1", Decimal("1.10")),
        ("price", "1.10", Decimal("1.1")),
        ("price", "100", Decimal("1E+2")),
        ("data", "'{\"a\": 1.00}'", {"a": Decimal("1.0")}),
        ("data", '\'{"a": "X"}\'', {"a": "x"}),
        ("data", "'null'", None),
        ("made_of", "NULL", "hop"),
    ],
)
def test_what_is_equal_but_not_the_same_is_written(
    loaded: str, column: str, stored: str, said: object
) -> None:
    """Rows are compared as they are stored: by scale, by case, by kind of nothing."""
    rows = state()
    rows["items"][2] = item("hop", 3, **{column: said})
    run.apply(loaded, _seed(rows))
    _do(loaded, f"UPDATE items SET {column} = {stored} WHERE id = 'hop'")  # noqa: S608, ours
    same = (column, stored) == ("price", "100")
    assert run.apply(loaded, _seed(rows)) == ({} if same else {"items": (0, 1, 0)})
    assert run.apply(loaded, _seed(rows)) == {}


def test_letter_case_of_a_blind_column_is_written(old_database: str) -> None:
    """Where the database finds `Wet` equal to `wet`, the seeds still decide."""
    loaded = old_database  # the newest one comes without ICU
    run.apply(loaded, DDL)
    run.apply(loaded, _seed(state()))
    _do(
        loaded,
        "CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2',"
        " deterministic = false)",
    )
    _do(loaded, "ALTER TABLE items_tags ALTER value TYPE text COLLATE blind")
    _do(loaded, "UPDATE items_tags SET value = 'WET' WHERE value = 'wet'")
    assert run.apply(loaded, _seed(state())) == {"items_tags": (0, 1, 0)}
    assert run.apply(loaded, _seed(state())) == {}


def test_rows_that_left_without_a_word_are_refused(loaded: str) -> None:
    """Each is named, and nothing is written; a list may lose its items."""
    rows = state()
    fewer: State = {**rows, "items": rows["items"][:1], "items_tags": []}
    with pytest.raises(Exception, match=r"items: these rows left .*: bun, hop"):
        run.apply(loaded, _seed(fewer))
    assert run.postgres_rows(loaded, CATALOG)["items_tags"] == rows["items_tags"]
    fewer = {**rows, "items_tags": [("ale", 0, "brown")]}
    assert run.apply(loaded, _seed(fewer)) == {"items_tags": (0, 1, 2)}


def test_an_empty_list_has_no_items(loaded: str) -> None:
    """The last item goes as the others do."""
    none = {**state(), "items_tags": []}
    assert run.apply(loaded, _seed(none)) == {"items_tags": (0, 0, 3)}
    assert run.apply(loaded, _seed(none)) == {}


def test_rows_of_others_are_left_alone(loaded: str) -> None:
    """Rows that no seed ever named, and their items, are not the seeds' business."""
    _do(loaded, "INSERT INTO items (id, rank, price, tuned) VALUES ('mine', 9, 1, 1)")
    _do(loaded, "INSERT INTO items_tags VALUES ('mine', 0, 'own')")
    assert run.apply(loaded, _seed(state())) == {}
    assert _value(loaded, "SELECT value FROM items_tags WHERE value = 'own'") == "own"


def test_once_is_written_at_insert_only(loaded: str) -> None:
    """A later value in the file is for new rows."""
    rows = state()
    rows["items"] = [
        item(str(row[0]), int(str(row[1])), tuned=5) for row in rows["items"]
    ]
    rows["items"].append(item("pie", 4, tuned=5))
    run.apply(loaded, _seed(rows))
    with run.connected(loaded) as connection:
        found = connection.execute("SELECT id, tuned FROM items ORDER BY id").fetchall()
    assert found == [("ale", 1), ("bun", 1), ("hop", 1), ("pie", 5)]


def test_a_value_of_a_row_of_others_is_taken(loaded: str) -> None:
    """Seeds cannot give a row what a row holds that is not theirs."""
    _do(loaded, "INSERT INTO items (id, rank, price, tuned) VALUES ('mine', 9, 1, 1)")
    rows = {**state(), "items": [*state()["items"][:2], item("hop", 9)]}
    with pytest.raises(Exception, match="items_rank_key"):
        run.apply(loaded, _seed(rows))
    assert run.apply(loaded, _seed(state())) == {}
