"""What would surprise somebody is refused, and then nothing is changed."""

import pytest

from seedc.model.plan import Options, Refusal
from seedc.model.release import History
from tests.apply.database import ledger, live, sequences, value, versions_of_rows
from tests.apply.refusals import CASES, RENAMED, Case, changed, foreign, removed
from tests.apply.stock import CATALOG, DDL, state, stock
from tests.apply.ways import applied, planned
from tests.sql import run

_NOTHING_SAID = frozenset({"foreign-references", "rename-blocked", "too-many-removed"})


@pytest.fixture
def stocked(database: str) -> str:
    """Give a database that holds the stock of version 1.0.0."""
    run.apply(database, DDL)
    applied(stock(state()), database)
    return database


def _all_of(database: str) -> tuple[object, ...]:
    versions = versions_of_rows(database, CATALOG, "public")
    return versions, ledger(database), sequences(database)


@pytest.mark.parametrize("name", CASES)
def test_refused(stocked: str, name: str) -> None:
    """The plan names the table, the rows and what overrides it; apply keeps to it."""
    case = CASES[name]
    run.apply(stocked, case.people)
    before = _all_of(stocked)
    plan = planned(case.release(), stocked, Options(with_rows=True))
    _assert_names(plan.refusals, case)
    outcome = applied(case.release(), stocked)
    assert (outcome.plan.refusals, outcome.run) == (plan.refusals, None)
    assert _all_of(stocked) == before


@pytest.mark.parametrize("name", CASES)
def test_psql_is_refused(stocked: str, name: str) -> None:
    """`seed.sql` raises what names the table and the rows, and so does nothing."""
    case = CASES[name]
    run.apply(stocked, case.people)
    before = _all_of(stocked)
    done = run.try_psql(stocked, case.seed_sql())
    assert done.returncode != 0
    assert case.table is None or f"ERROR:  {case.table}: " in done.stderr
    for key in case.keys if case.code not in _NOTHING_SAID else ():
        assert key in done.stderr
    assert case.allow is None or f"seedc.allow = {case.allow}" in done.stderr
    assert _all_of(stocked) == before


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.allow])
def test_psql_is_overridden(stocked: str, name: str) -> None:
    """A setting of the session overrides what `apply` has an option for."""
    case = CASES[name]
    run.apply(stocked, case.people)
    session = run.with_options(stocked, {"seedc.allow": str(case.allow)}, "UTF8")
    run.psql(session, case.seed_sql())
    allowed = "SELECT allowed FROM seedc.runs ORDER BY id DESC LIMIT 1"
    assert value(stocked, allowed) == [case.allow]


def _assert_names(refusals: tuple[Refusal, ...], case: Case) -> None:
    assert {refusal.code for refusal in refusals} == {case.code}
    first = refusals[0]
    assert (first.table, first.allow) == (case.table, case.allow)
    if case.code not in _NOTHING_SAID:
        assert first.keys == case.keys
    assert first.total == case.total


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.allow])
def test_overridden(stocked: str, name: str) -> None:
    """Who says so may; and the ledger keeps that they did."""
    case = CASES[name]
    assert case.allow is not None
    run.apply(stocked, case.people)
    outcome = applied(case.release(), stocked, Options(allow=frozenset({case.allow})))
    assert outcome.plan.refusals == ()
    allowed = f"SELECT allowed FROM seedc.runs WHERE id = {outcome.run}"  # noqa: S608, a number
    assert value(stocked, allowed) == [case.allow]
    assert applied(case.release(), stocked).run is None


def test_one_row_may_always_go(stocked: str) -> None:
    """The share of a small table is less than a row."""
    release = stock(changed("bun"), "1.1.0", removed("bun"))
    plan = planned(release, stocked)
    assert plan.refusals == ()


def test_rows_of_others_follow_a_new_key(stocked: str) -> None:
    """Where their foreign key cascades, a rename is told and done."""
    run.apply(stocked, foreign("ON UPDATE CASCADE"))
    release = stock(changed(bun="bread"), "1.1.0", RENAMED)
    outcome = applied(release, stocked)
    (impact,) = outcome.plan.impacts
    assert (impact.referrer, impact.rule, impact.rows) == ("bounties", "cascade", 2)
    assert value(stocked, "SELECT count(*) FROM bounties WHERE item = 'bread'") == 2
    tags = live(stocked, CATALOG, "public")["items_tags"]
    assert [row["parent_id"] for row in tags] == ["ale", "ale", "bread"]


def test_another_plan(stocked: str) -> None:
    """What somebody looked at is done, or nothing."""
    release = stock(changed(), "1.1.0")
    seen = planned(release, stocked)
    run.apply(stocked, "UPDATE items SET price = 5 WHERE id = 'bun'")
    before = _all_of(stocked)
    outcome = applied(release, stocked, Options(expected=seen.fingerprint))
    assert [refusal.code for refusal in outcome.plan.refusals] == ["plan-changed"]
    assert outcome.run is None
    assert _all_of(stocked) == before


def test_another_branch(stocked: str) -> None:
    """Sources that do not come after those applied last take an override."""
    rows = changed()
    one = stock(rows, "1.1.0", history=History("aaaa", ("aaaa", "0000")))
    other = stock(state(), "1.2.0", history=History("bbbb", ("bbbb", "0000")))
    later = stock(state(), "1.2.0", history=History("cccc", ("cccc", "aaaa", "0000")))
    applied(one, stocked)
    before = _all_of(stocked)
    refused = applied(other, stocked).plan.refusals
    assert [(r.code, r.allow) for r in refused] == [("forked-history", "fork")]
    assert _all_of(stocked) == before
    assert planned(later, stocked).refusals == ()
    assert applied(other, stocked, Options(allow=frozenset({"fork"}))).run is not None
