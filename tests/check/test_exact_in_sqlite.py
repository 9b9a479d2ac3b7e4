"""SQLite, which keeps numbers as doubles, holds every decimal exactly."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic, Severity
from tests.check.small import in_seeds, small

SQLITE = {"seedc.toml": '[project]\nname = "game"\n\n[targets]\nsqlite = {}\n'}


def test_fifteen_digits_are_exact(tmp_path: Path) -> None:
    """Any decimal of 15 digits survives a double."""
    assert (
        small(
            tmp_path,
            {"n": {"type": "number"}},
            '{"id": "a", "n": 0.123456789012345}',
            files=SQLITE,
        )
        == []
    )


def test_more_digits_are_a_warning(tmp_path: Path) -> None:
    """A column with values that would change is one warning, at the first."""
    expected = [
        Diagnostic(
            "inexact-in-sqlite",
            (
                "SQLite cannot hold 0.1234567890123456789 exactly (and 1 more"
                " in this column)"
            ),
            in_seeds(6, 22, 21),
            severity=Severity.WARNING,
        ),
    ]
    assert expected == small(
        tmp_path,
        {"n": {"type": "number"}},
        '{"id": "a", "n": 0.5}',
        '{"id": "b", "n": 0.1234567890123456789}',
        '{"id": "c", "n": 9007199254740993}',
        files=SQLITE,
    )


def test_postgres_keeps_every_digit(tmp_path: Path) -> None:
    """A project without SQLite has no such warning."""
    assert (
        small(
            tmp_path,
            {"n": {"type": "number"}},
            '{"id": "a", "n": 0.1234567890123456789}',
        )
        == []
    )
