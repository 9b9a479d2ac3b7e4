"""No other key of an object meets the name that a member of it has in TypeScript."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_seeds, small

STATS = {
    "type": "object",
    "properties": {"max_hp": {"type": "integer"}},
    "additionalProperties": {"type": "integer"},
}
LISTS = {"type": "array", "items": {"anyOf": [STATS, {"type": "null"}]}}
TOML = '[project]\nname = "small"\n\n[targets.typescript]\n'


def problems(root: Path, options: str, *records: object) -> list[Diagnostic]:
    """Return what is wrong with records of a table that holds open objects."""
    files = {"seedc.toml": TOML + options}
    return small(root, {"stats": LISTS}, *records, files=files)


def test_a_key_that_is_a_name_elsewhere(tmp_path: Path) -> None:
    """A key that no schema declares may not be what a declared one is called."""
    record = {"id": "a", "stats": [None, {"max_hp": 1, "maxHp": 2}]}
    (problem,) = problems(tmp_path, 'case = "camelCase"\n', record)
    assert problem == Diagnostic(
        "name-collision",
        "`maxHp` is the name of `max_hp` in TypeScript, too",
        in_seeds(5, problem.place.column),
        help="rename the key, or give the member another name in `names`"
        " of `[targets.typescript]`",
    )


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ("", "maxHp"),
        ('case = "camelCase"\n', "max_mp"),
        ('case = "camelCase"\nnames = { "ThingStat.max_hp" = "hitPoints" }\n', "maxHp"),
    ],
)
def test_other_keys_stay(tmp_path: Path, options: str, key: str) -> None:
    """Any other key is data."""
    record = {"id": "a", "stats": [{"max_hp": 1, key: 2}]}
    assert problems(tmp_path, options, record) == []
