"""Every record is valid against the schema of its table, formats asserted."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_seeds, small


def test_a_record_is_valid(tmp_path: Path) -> None:
    """A record that the schema takes has no problem."""
    assert (
        small(tmp_path, {"n": {"type": "integer", "minimum": 1}}, {"id": "a", "n": 1})
        == []
    )


def test_a_record_breaks_keywords(tmp_path: Path) -> None:
    """Each keyword that a record breaks is a problem at its value."""
    expected = [
        Diagnostic(
            "out-of-range",
            "0 is less than the minimum 1",
            in_seeds(5, 22),
        ),
        Diagnostic(
            "wrong-type",
            'expected an integer, found the string "1"',
            in_seeds(6, 22, 3),
        ),
        Diagnostic(
            "missing-property",
            "missing property `id`",
            in_seeds(7, 5),
        ),
    ]
    assert expected == small(
        tmp_path,
        {"n": {"type": "integer", "minimum": 1}},
        {"id": "a", "n": 0},
        {"id": "b", "n": "1"},
        {"n": 1},
    )


def test_a_format_is_asserted(tmp_path: Path) -> None:
    """A string that is not of its format is a problem."""
    expected = [
        Diagnostic(
            "wrong-format",
            '"2026-02-30" is no valid date',
            in_seeds(5, 23, 12),
            help='write it like "2026-01-13"',
        ),
    ]
    assert expected == small(
        tmp_path,
        {"on": {"type": "string", "format": "date"}},
        {"id": "a", "on": "2026-02-30"},
    )


def test_a_misspelt_property_is_one_problem(tmp_path: Path) -> None:
    """A property that is unknown has a place and the name that was meant."""
    expected = [
        Diagnostic(
            "unknown-property",
            "unknown property `powr`",
            in_seeds(5, 17, 6),
            help="did you mean `power`?",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"power": {"type": "integer"}},
        {"id": "a", "powr": 1},
        required=["id", "power"],
    )


def test_a_live_property_may_not_stand_in_a_seed(tmp_path: Path) -> None:
    """What belongs to the live system is not seeded."""
    expected = [
        Diagnostic(
            "live-property",
            "`n` belongs to the live system and may not stand in a seed",
            in_seeds(5, 17, 3),
            help="remove it",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"n": {"type": "integer", "x-column": {"owner": "live"}}},
        {"id": "a", "n": 1},
    )
