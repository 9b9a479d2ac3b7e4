"""A row that breaks a rule is told at its record, with the values involved."""

from array import array
from pathlib import Path

import pytest

from seedc.check.rules.kept_rules import kept_rules
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.document import Records
from seedc.model.lifecycle import Lifecycle
from seedc.model.rows import Loaded, TableRows
from seedc.model.rule import Offender, Outcome, Refusal, Rule, Unanswered, Verdict
from seedc.model.source import Place, Source
from tests.support.projects import catalog_of, schema, seed

LAW = "the weights add up to 100"
TEXT = f"-- {LAW}\nSELECT floor,\n  total\nFROM pools"
RULE = Rule("pools", LAW, Source("rules/pools.sql", TEXT), TEXT.index("SELECT"))
AT_RULE = Place("rules/pools.sql", 2, 1, len("SELECT floor,"))
NOTE = Note("the rule `pools`", AT_RULE)

SEED = seed('{ "id": "a", "parts": ["x", "y"] }')
PARTS = {"type": "array", "items": {"type": "string"}, "x-column": {"store": "rows"}}


def _problems(tmp_path: Path, *outcomes: Outcome) -> list[Diagnostic]:
    files = {
        "schemas/pools.schema.json": schema({"parts": PARTS}),
        "seeds/pools.json": SEED,
    }
    catalog = catalog_of(tmp_path, files)
    source = Source("seeds/pools.json", SEED)
    parts, pools = TableRows(), TableRows()
    pools.rows.append(("a",))
    pools.origins.append(0)
    parts.rows.extend([("a", 0, "x"), ("a", 1, "y")])
    parts.origins.extend([0, 0])
    records = Records([(0, source)], _offsets(SEED.index('{ "id"')))
    loaded = Loaded(records, {}, complete=True, entries=(), lifecycle=Lifecycle())
    sources = {"pools": loaded}
    data = {"pools": pools, "pools_parts": parts}
    return list(kept_rules(outcomes, catalog, data, sources))


def _offsets(at: int) -> "array[int]":
    return array("Q", [at])


def _offender(table: str, row: int | None, *values: str | None) -> Offender:
    names = ("floor", "total")
    return Offender(table, row, tuple(zip(names, values, strict=False)))


@pytest.mark.parametrize(
    ("table", "row", "place"),
    [
        ("pools", 0, Place("seeds/pools.json", 5, 5, 1)),
        ("pools_parts", 1, Place("seeds/pools.json", 5, 33, 3)),
    ],
)
def test_broken(tmp_path: Path, table: str, row: int, place: Place) -> None:
    """The place is the record, or the item of a list; the message is the law."""
    verdict = Verdict(RULE, (_offender(table, row, "3", "95"),))
    message = f"{LAW}; here floor = 3, total = 95"
    wanted = Diagnostic("broken-rule", message, place, (NOTE,))
    assert _problems(tmp_path, verdict) == [wanted]


def test_values(tmp_path: Path) -> None:
    """Nothing is told as such, and long values are cut."""
    verdict = Verdict(RULE, (_offender("pools", 0, None, "x" * 1000),))
    (problem,) = _problems(tmp_path, verdict)
    assert problem.message == f"{LAW}; here floor = NULL, total = {'x' * 59}…"


def test_nobody(tmp_path: Path) -> None:
    """A row without a record is told at the rule."""
    (problem,) = _problems(tmp_path, Verdict(RULE, (_offender("pools", None, "9"),)))
    assert (problem.code, problem.place) == ("broken-rule", AT_RULE)


def test_more(tmp_path: Path) -> None:
    """Where there are more offenders than are told, that is told too."""
    verdict = Verdict(RULE, (_offender("pools", 0, "3"),), more=True)
    _, problem = _problems(tmp_path, verdict)
    assert problem.place == AT_RULE
    assert "than the 1 that are told" in problem.message


@pytest.mark.parametrize(
    ("refusal", "code", "place"),
    [
        (Refusal("refused", "no"), "invalid-rule", AT_RULE),
        (Refusal("no key", "no"), "invalid-rule", AT_RULE),
        (Refusal("too slow", "no"), "rule-too-slow", AT_RULE),
        (
            Refusal("refused", "no", TEXT.index("total")),
            "invalid-rule",
            Place("rules/pools.sql", 3, 3, 5),
        ),
    ],
)
def test_unfit(tmp_path: Path, refusal: Refusal, code: str, place: Place) -> None:
    """What is wrong with the rule itself is told there, at the word that it is."""
    (problem,) = _problems(tmp_path, Unanswered(RULE, refusal))
    assert (problem.code, problem.place) == (code, place)
