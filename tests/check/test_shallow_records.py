"""No record nests arrays and objects more deeply than every target can follow."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.text.json_depth import MOST_LEVELS
from tests.check.small import in_seeds, small


def _nested(levels: int) -> str:
    """Return a record of so many arrays and objects inside one another."""
    lists = levels - 1
    return '{"id": "a", "any": ' + "[" * lists + "0" + "]" * lists + "}"


def test_a_hundred_levels_are_fine(tmp_path: Path) -> None:
    """A record may have as many levels as the law says."""
    assert small(tmp_path, {"any": {}}, _nested(MOST_LEVELS)) == []


def test_more_levels_are_too_deep(tmp_path: Path) -> None:
    """One level more is one too many; the records beside it are checked."""
    expected = [
        Diagnostic(
            "nesting-too-deep",
            "the record is nested too deeply",
            in_seeds(6, 5),
            help="keep to 100 levels",
        ),
        Diagnostic(
            "wrong-type",
            "expected a string, found the number 1",
            in_seeds(7, 12),
        ),
    ]
    assert expected == small(
        tmp_path, {"any": {}}, {"id": "x"}, _nested(MOST_LEVELS + 1), {"id": 1}
    )
