"""A rule's rows lead to the rows of the seeds that they came from."""

import pytest

from seedc.model.rule import Offender, Unanswered, Verdict
from seedc.sandbox.judge.query import MOST
from seedc.sandbox.server import Server
from tests.sandbox.judge.court import offenders, outcome, refusal, told

pytestmark = pytest.mark.postgres

SWORD, APPLE, CROWN = ("items", 0), ("items", 1), ("items", 2)
DROPS = "enemies_drops"


JOINED = "FROM items i JOIN enemies_drops e ON e.item_id = i.id"
OUTER = "FROM enemies_drops e LEFT JOIN items i ON i.id = e.item_id AND i.price > 10"
PAIRS = "FROM items a JOIN items b ON a.price > 5 * b.price + 100"

ORIGINS = {
    "SELECT * FROM items WHERE price > 10": [SWORD, CROWN],
    "SELECT price, id AS name FROM items WHERE price > 100": [CROWN],
    "TABLE items": [SWORD, APPLE, CROWN],
    "SELECT d.* FROM enemies_drops d WHERE amount > 1": [(DROPS, 0)],
    "SELECT item_id, enemy_id FROM enemies_drops WHERE amount > 1": [(DROPS, 0)],
    f"SELECT i.id, sum(amount), i.price {JOINED} GROUP BY i.id": [SWORD, APPLE, CROWN],
    "WITH dear AS (SELECT * FROM items WHERE price > 100) SELECT id FROM dear": [CROWN],
    "SELECT x.id FROM (SELECT DISTINCT id FROM items) x WHERE id ~ '^a'": [APPLE],
    f"SELECT i.id, e.enemy_id, e.item_id {JOINED} WHERE i.price = 1": [APPLE],
    f"SELECT e.item_id, i.id, e.enemy_id {JOINED} WHERE i.price = 1": [(DROPS, 0)],
    f"SELECT i.id, e.enemy_id, e.item_id {OUTER} WHERE e.enemy_id = 'rat'": [
        CROWN,
        (DROPS, 0),
    ],
    f"SELECT a.id, b.id {PAIRS}": [CROWN, CROWN],
    "SELECT id FROM items, generate_series(1, 3)": [SWORD, APPLE, CROWN],
    "SELECT id FROM items WHERE false": [],
}


@pytest.mark.parametrize("query", ORIGINS)
def test_origin(embedded_server: Server, query: str) -> None:
    """An answer with the key of a table is about its rows; of two, of the first."""
    assert sorted(offenders(embedded_server, query)) == sorted(ORIGINS[query])


@pytest.mark.parametrize(
    ("query", "table", "found"),
    [
        (
            "SELECT id FROM items UNION SELECT id FROM items",
            "items",
            [SWORD, APPLE, CROWN],
        ),
        ("SELECT item_id AS id FROM enemies_drops WHERE amount = 2", "items", [APPLE]),
        ("SELECT 'rat' AS enemy_id, 'apple' AS item_id", DROPS, [(DROPS, 0)]),
        (
            f"SELECT e.item_id, i.id, e.enemy_id {JOINED} WHERE i.price = 1",
            "items",
            [APPLE],
        ),
    ],
)
def test_named(
    embedded_server: Server, query: str, table: str, found: list[tuple[str, int]]
) -> None:
    """Where the origin is lost, the comment names the table."""
    assert sorted(offenders(embedded_server, query, table)) == found


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1",
        "SELECT count(*) FROM items",
        "SELECT price FROM items",
        "SELECT enemy_id, amount FROM enemies_drops",
        "SELECT id || '' FROM items",
        "SELECT id FROM items UNION SELECT item_id FROM enemies_drops",
        "SELECT FROM items",
    ],
)
def test_keyless(embedded_server: Server, query: str) -> None:
    """An answer without a key is refused, whatever rows there are just now."""
    assert refusal(embedded_server, query).reason == "no key"
    assert refusal(embedded_server, f"{query} LIMIT 0").reason == "no key"


def test_wrong_name(embedded_server: Server) -> None:
    """A comment that names no table, or another, is told."""
    unknown = outcome(embedded_server, "SELECT id FROM items", "itmes")
    assert isinstance(unknown, Unanswered)
    assert unknown.refusal.help == "did you mean `items`?"
    assert unknown.refusal.at == len("-- table: ")
    other = outcome(embedded_server, "SELECT id FROM items", DROPS)
    assert isinstance(other, Unanswered)
    assert other.refusal.help == "select `enemy_id`, `item_id` of `enemies_drops`"


def test_values(embedded_server: Server) -> None:
    """All that a query says comes with the row, as Postgres writes it."""
    query = "SELECT id, price + 0.10, NULL AS none, since, extra FROM items"
    assert told(embedded_server, f"{query} WHERE id = 'sword'") == (
        Offender(
            "items",
            0,
            (
                ("id", "sword"),
                ("?column?", "20.10"),
                ("none", None),
                ("since", "2026-01-13 00:00:00"),
                ("extra", '{"now": "now"}'),
            ),
        ),
    )


def test_nobody(embedded_server: Server) -> None:
    """A key that no row has is told all the same."""
    query = "SELECT 'ghost' AS id UNION SELECT NULL"
    assert offenders(embedded_server, query, "items") == [("items", None)] * 2


@pytest.mark.parametrize(
    ("rows", "more"), [(MOST, False), (MOST + 1, True), (10**6, True)]
)
def test_many(embedded_server: Server, rows: int, *, more: bool) -> None:
    """Of very many rows some are told, and that there are more."""
    query = f"SELECT id, n FROM items JOIN generate_series(1, {rows}) n ON price = 20"  # noqa: S608, a number
    found = outcome(embedded_server, query)
    assert isinstance(found, Verdict), found
    assert (len(found.offenders), found.more) == (MOST, more)
