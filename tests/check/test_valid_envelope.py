"""What stands around the data of a seed file is complete, known and well-formed."""

import json
from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import SEEDS, in_seeds, small
from tests.support.projects import Files

MOMENT = "2026-01-13T00:00:00Z"


def _envelope(**members: object) -> Files:
    """Return a seed file of these members, in one line."""
    return {SEEDS: json.dumps(members)}


def test_an_envelope_is_complete(tmp_path: Path) -> None:
    """A version, a moment and data make an envelope."""
    assert (
        small(
            tmp_path, {}, files=_envelope(version="1.0.0", updated_at=MOMENT, data=[])
        )
        == []
    )


def test_an_envelope_lacks_something(tmp_path: Path) -> None:
    """Each part that is missing is a problem."""
    expected = [
        Diagnostic(
            "missing-property",
            "missing property `data`",
            in_seeds(1, 1),
        ),
        Diagnostic(
            "missing-property",
            "missing property `updated_at`",
            in_seeds(1, 1),
        ),
    ]
    assert expected == small(tmp_path, {}, files=_envelope(version="1.0.0"))


def test_an_envelope_holds_something_unknown(tmp_path: Path) -> None:
    """A misspelt key is not passed over."""
    expected = [
        Diagnostic(
            "unknown-key",
            "unknown key `verison`",
            in_seeds(1, 2, 9),
            help="did you mean `version`?",
        ),
    ]
    assert expected == small(
        tmp_path, {}, files=_envelope(verison="1.0.0", updated_at=MOMENT, data=[])
    )


def test_an_envelope_is_not_well_formed(tmp_path: Path) -> None:
    """A version is a semantic one, and a moment has a zone."""
    expected = [
        Diagnostic(
            "wrong-format",
            '"1" is no semantic version',
            in_seeds(1, 13, 3),
            help='write a semantic version such as "1.4.0"',
        ),
        Diagnostic(
            "wrong-format",
            '"2026-01-13T00:00:00" is no valid date-time',
            in_seeds(1, 32, 21),
            help='write a moment with its zone such as "2026-01-13T00:00:00Z"',
        ),
    ]
    assert expected == small(
        tmp_path,
        {},
        files=_envelope(version="1", updated_at="2026-01-13T00:00:00", data=[]),
    )
