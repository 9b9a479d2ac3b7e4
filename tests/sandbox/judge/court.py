"""A small world, and a way to run one rule on it."""

from seedc.model.column_type import Date, Integer, Json, Timestamp
from seedc.model.rule import Offender, Outcome, Refusal, Rule, Unanswered, Verdict
from seedc.model.source import Source
from seedc.model.table import Owner
from seedc.sandbox.judge.run import run_rules
from seedc.sandbox.judge.tables import Filled
from seedc.sandbox.server import Server
from tests.sql import build

ITEMS = build.table(
    "items",
    build.column("id"),
    build.column("price", Integer(), nullable=True),
    build.column("since", Timestamp(zoned=False), nullable=True),
    build.column("until", Date(), nullable=True),
    build.column("extra", Json(), nullable=True),
    build.column("sold", Integer(), owner=Owner.LIVE, default="0"),
)
DROPS = build.table(
    "enemies_drops",
    build.column("enemy_id"),
    build.column("item_id"),
    build.column("amount", Integer()),
    key=("enemy_id", "item_id"),
)
WORLD = (
    Filled(
        ITEMS,
        [
            ("sword", 20, "2026-01-13 00:00:00", "2026-12-31", {"now": "now"}, None),
            ("apple", 1, None, None, None, None),
            ("crown", 900, None, None, ["today"], None),
        ],
    ),
    Filled(DROPS, [("rat", "apple", 2), ("bat", "sword", 1), ("rat", "crown", 1)]),
)


def rule(query: str, table: str | None = None) -> Rule:
    """Return a rule whose file is its query, below the table if it names one."""
    comment = "" if table is None else f"-- table: {table}\n"
    source = Source("rules/a_law.sql", comment + query)
    return Rule("a_law", "it holds", source, len(comment), table)


def outcome(
    server: Server, query: str, table: str | None = None, timeout: str = "5s"
) -> Outcome:
    """Run a rule on the world."""
    (found,) = run_rules(server, [rule(query, table)], WORLD, timeout)
    return found


def refusal(server: Server, query: str, timeout: str = "5s") -> Refusal:
    """Run a rule that has no answer, and return why."""
    found = outcome(server, query, timeout=timeout)
    assert isinstance(found, Unanswered), found
    return found.refusal


def offenders(
    server: Server, query: str, table: str | None = None
) -> list[tuple[str, int | None]]:
    """Run a rule, and return the tables and rows that it finds."""
    return [(each.table, each.row) for each in told(server, query, table)]


def told(server: Server, query: str, table: str | None = None) -> tuple[Offender, ...]:
    """Run a rule, and return all that it finds."""
    found = outcome(server, query, table)
    assert isinstance(found, Verdict), found
    return found.offenders
