"""Every key in `renames` and `removed` fits the columns of the primary key."""

from pathlib import Path

import pytest

from tests.check.departed import Told, files_of, seed
from tests.check.shown import shown
from tests.support.projects import problems_of

CODE = "value-does-not-fit"
KEY = ["day", "n"]
PROPERTIES = {
    "day": {"type": "string", "x-column": {"type": "date"}},
    "n": {"type": "integer", "maximum": 9, "x-column": {"type": "smallint"}},
}


def _told(root: Path, *key: object) -> Told:
    """Return what is wrong with a row that had a key."""
    text = seed(removed=[([*key], None)])
    keywords = {"required": KEY, "x_table": {"primaryKey": KEY}}
    return shown(root, problems_of(root, files_of(text, PROPERTIES, **keywords)))


@pytest.mark.parametrize(
    ("key", "text", "message"),
    [
        (
            ("2026-02-30", 1),
            '"2026-02-30"',
            '"2026-02-30" does not fit `date` (years 1 to 9999)',
        ),
        (
            ("2026-01-13", 40_000),
            "40000",
            "40000 does not fit `smallint` (-32768 to 32767)",
        ),
    ],
)
def test_a_key_that_no_row_could_have(
    tmp_path: Path, key: tuple[object, ...], text: str, message: str
) -> None:
    """A part of a key that its column cannot hold is told where it stands."""
    assert _told(tmp_path, *key) == [(CODE, text, message)]


def test_a_key_that_no_record_may_have(tmp_path: Path) -> None:
    """A key may break the schema of a record, which may be why it is no more."""
    assert _told(tmp_path, "2026-01-13", 10) == []


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (("2026-01-13",), ("wrong-length", "[")),
        (("2026-01-13", 1, 1), ("wrong-length", "[")),
        ((1, "2026-01-13"), ("wrong-type", "1")),
        (("2026-01-13", None), ("wrong-type", "null")),
        (("2026-01-13", 1.5), ("wrong-type", "1.5")),
        (("2026-01-13", True), ("wrong-type", "true")),
    ],
)
def test_a_key_of_another_form(
    tmp_path: Path, key: tuple[object, ...], told: tuple[str, str]
) -> None:
    """A key has as many parts as the primary key has, each of its type."""
    assert _told(tmp_path, *key)[0][:2] == told


def test_a_single_value_for_several(tmp_path: Path) -> None:
    """How to write a key of several columns is said."""
    text = seed(removed=[("2026-01-13", None)])
    keywords = {"required": KEY, "x_table": {"primaryKey": KEY}}
    (problem,) = problems_of(tmp_path, files_of(text, PROPERTIES, **keywords))
    assert (problem.code, problem.help) == ("wrong-type", "write [day, n]")
