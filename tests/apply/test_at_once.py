"""Many applies at once go one after the other, and the newest release wins."""

import random
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from seedc.model.plan import Outcome
from tests.apply.database import live
from tests.apply.stock import CATALOG, DDL, State, item, state, stock, stock_sql
from tests.apply.ways import applied
from tests.sql import run

_VERSIONS = ("1.0.0", "1.1.0", "1.2.0")
_RUNS = """
SELECT id, previous, versions ->> 'items.json' FROM seedc.runs ORDER BY id
"""


def _rows(version: str) -> State:
    """Return the stock of a version: each has its price, and an item more."""
    rows, price = state(), Decimal(version.removesuffix(".0"))
    names = ["ale", "bun", "hop", *(f"of {v}" for v in _VERSIONS if v <= version)]
    rows["items"] = [item(name, i, price=price) for i, name in enumerate(names)]
    return rows


@pytest.mark.parametrize("turn", range(3))
def test_at_once(database: str, turn: int) -> None:
    """Eight applies of three versions: none is lost, and older ones are refused."""
    run.apply(database, DDL)
    wanted = [_VERSIONS[i % 3] for i in range(8)]
    random.Random(turn).shuffle(wanted)  # noqa: S311, any order will do
    with ThreadPoolExecutor(8) as pool:
        work = [
            pool.submit(applied, stock(_rows(version), version), database)
            for version in wanted
        ]
        outcomes = [each.result() for each in work]
    for outcome in outcomes:
        assert outcome.run or outcome.plan.is_empty or _is_late(outcome)
    items = live(database, CATALOG, "public")["items"]
    assert sorted(str(row["id"]) for row in items) == [
        "ale", "bun", "hop", "of 1.0.0", "of 1.1.0", "of 1.2.0",
    ]  # fmt: skip
    assert {row["price"] for row in items} == {"1.2"}
    _assert_chain(database, [o.run for o in outcomes if o.run is not None])


def test_psql_among_them(new_database: str) -> None:
    """Half of them are `seed.sql`, which takes the same lock and refuses the same."""
    run.apply(new_database, DDL)
    scripts = {v: stock_sql(_rows(v), v) for v in _VERSIONS}
    with ThreadPoolExecutor(8) as pool:
        ours = [
            pool.submit(applied, stock(_rows(v), v), new_database) for v in _VERSIONS
        ]
        theirs = [pool.submit(run.try_psql, new_database, s) for s in scripts.values()]
        outcomes = [each.result() for each in ours]
        done = [each.result() for each in theirs]
    assert all(o.run or o.plan.is_empty or _is_late(o) for o in outcomes)
    assert all(d.returncode == 0 or "was applied before" in d.stderr for d in done)
    with run.connected(new_database) as connection:
        runs = connection.execute(_RUNS.encode()).fetchall()
    numbers = [number for number, _, _ in runs]
    assert [before for _, before, _ in runs] == [None, *numbers[:-1]]
    versions = [str(version) for _, _, version in runs]
    assert versions == sorted(set(versions))
    assert versions[-1] == "1.2.0"


def _is_late(outcome: Outcome) -> bool:
    return "lower-version" in {refusal.code for refusal in outcome.plan.refusals}


def _assert_chain(database: str, numbers: list[int]) -> None:
    """Each run found what the one before it left, and had a newer version."""
    with run.connected(database) as connection:
        runs = connection.execute(_RUNS.encode()).fetchall()
    assert [number for number, _, _ in runs] == sorted(numbers)
    assert [before for _, before, _ in runs] == [None, *sorted(numbers)[:-1]]
    versions = [str(version) for _, _, version in runs]
    assert versions == sorted(set(versions))
    assert versions[-1] == "1.2.0"
