"""What a record has wrong is told once, whatever refers to it or shares its values."""

from pathlib import Path

import pytest

from tests.check.small import in_seeds, small

TEXT = {"type": "string"}
REFERENCE = {**TEXT, "x-references": "things.id"}


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ('"a\\u0000"', "unstorable-text"),
        ('"a\\ud800"', "unstorable-text"),
        ("5", "wrong-type"),
        ("null", "wrong-type"),
        ('"aaaa"', "value-does-not-fit"),
    ],
)
def test_a_key_that_is_refused(tmp_path: Path, key: str, code: str) -> None:
    """Nobody knows what it should be, so that references may be right."""
    properties = {
        "id": {**TEXT, "x-column": {"type": "varchar(3)"}},
        "of": {**REFERENCE, "x-column": {"type": "varchar(3)"}},
    }
    records = f'{{"id": {key}}}', {"id": "b", "of": "a"}
    (problem,) = small(tmp_path, properties, *records)
    assert (problem.code, problem.place.line) == (code, 5)


def test_a_key_of_child_rows_that_is_refused(tmp_path: Path) -> None:
    """The rows of a list repeat the key of their record, and its doubts."""
    parts = {"type": "array", "items": TEXT, "x-column": {"store": "rows"}}
    records = {"id": 0, "parts": ["x"]}, {"id": False, "parts": ["x"]}
    found = small(tmp_path, {"parts": parts}, *records)
    assert [problem.code for problem in found] == ["wrong-type", "wrong-type"]


def test_a_record_that_is_refused_for_another_value(tmp_path: Path) -> None:
    """Its key counts: it would still be taken once the record is right."""
    records = {"id": "a", "n": "x"}, {"id": "a", "n": 1}, {"id": "b", "of": "c"}
    properties = {"n": {"type": "integer"}, "of": REFERENCE}
    found = {problem.code for problem in small(tmp_path, properties, *records)}
    assert found == {"wrong-type", "duplicate-primary-key", "dangling-reference"}


@pytest.mark.parametrize("value", ["false", "[]", '"0"'])
def test_a_value_that_is_refused_is_no_key(tmp_path: Path, value: str) -> None:
    """Python takes `false` for 0."""
    records = {"id": "a", "n": 0}, f'{{"id": "b", "n": {value}}}'
    properties = {"n": {"type": "integer"}}
    found = small(tmp_path, properties, *records, x_table={"unique": [["n"]]})
    assert [p.code for p in found] == ["wrong-type"]


@pytest.mark.parametrize("value", ['"b\\u0000"', '"b\\ud800"'])
def test_a_reference_that_is_refused(tmp_path: Path, value: str) -> None:
    """What it should be is not known, so that it is not looked up."""
    record = f'{{"id": "a", "of": {value}}}'
    (problem,) = small(tmp_path, {"of": REFERENCE}, record)
    assert (problem.code, problem.place) == ("unstorable-text", in_seeds(5, 23, 9))


PRICES = {
    "kind": {"enum": ["weapon", "potion"]},
    "buy": {"type": "integer"},
    "sell": {"type": "integer"},
}
CHECKS = {"checks": {"makes_a_profit": "sell <= buy", "of_kind": "kind = 'potion'"}}


def test_a_check_of_what_is_right(tmp_path: Path) -> None:
    """Another value that is wrong does not hide it."""
    record = {"id": "a", "kind": "wepon", "buy": 12, "sell": 30}
    found = small(tmp_path, PRICES, record, x_table=CHECKS)
    assert [(p.code, p.place.line) for p in found] == [
        ("violated-check", 5),
        ("not-in-enum", 5),
    ]
    (broken,) = (p for p in found if p.code == "violated-check")
    assert "makes_a_profit" in broken.message
    assert [note.place.line for note in broken.notes] == [5, 5]


@pytest.mark.parametrize(
    "record",
    [
        {"id": "a", "kind": "potion", "buy": 12, "sell": "30"},
        {"id": "a", "kind": "potion", "buy": 12, "seel": 30},
        {"id": "a", "kind": "wepon"},
    ],
)
def test_a_check_of_what_is_wrong(tmp_path: Path, record: object) -> None:
    """It says nothing where a value of it is wrong, or not there."""
    law = {"sells": "sell IS NOT NULL", "kinds": "kind = 'potion'", "low": "sell < 9"}
    found = small(tmp_path, PRICES, record, x_table={"checks": law})
    assert "violated-check" not in {p.code for p in found}


def test_a_check_of_a_record_that_is_wrong_as_a_whole(tmp_path: Path) -> None:
    """Nobody knows which of its values is meant otherwise."""
    arms = [
        {"properties": {"kind": {"const": kind}, "buy": {"minimum": least}}}
        for kind, least in (("weapon", 10), ("potion", 20))
    ]
    record = {"id": "a", "kind": "weapon", "buy": 1, "sell": 30}
    found = small(tmp_path, PRICES, record, x_table=CHECKS, anyOf=arms)
    assert "violated-check" not in {p.code for p in found}


def test_a_check_of_child_rows(tmp_path: Path) -> None:
    """An item of a list keeps its checks, whatever is wrong elsewhere in the record."""
    item = {
        "type": "object",
        "required": ["n"],
        "properties": {"n": {"type": "integer"}},
        "x-table": {"checks": {"some": "n > 0"}},
        "additionalProperties": False,
    }
    parts = {"type": "array", "items": item, "x-column": {"store": "rows"}}
    record = {"id": "a", "buy": "x", "parts": [{"n": 1}, {"n": 0}]}
    found = small(tmp_path, {**PRICES, "parts": parts}, record)
    assert {p.code for p in found} == {"wrong-type", "violated-check"}
