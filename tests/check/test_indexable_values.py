"""Every value in a key or an index is short enough for Postgres to index it."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place
from tests.check.items import SEED, TEXT, found

MESSAGE = "Postgres cannot index (id) of over 2600 bytes"


def test_a_long_key_is_shown_where_it_stands(tmp_path: Path) -> None:
    """The place is that of the key's value."""
    place = Place(SEED, 6, 12, 2603)
    expected = [Diagnostic("value-does-not-fit", MESSAGE, place)]
    assert found(tmp_path, {}, [{"id": "a"}, {"id": "x" * 2601}]) == expected


@pytest.mark.parametrize(
    ("value", "count"), [("x" * 2600, 0), ("\u00e9" * 1300, 0), ("\u00e9" * 1301, 1)]
)
def test_bytes_count_and_not_characters(tmp_path: Path, value: str, count: int) -> None:
    """Postgres keeps text as UTF-8."""
    record = f'{{"id": "{value}"}}'
    assert len(found(tmp_path, {}, [record])) == count


@pytest.mark.parametrize(
    ("extension", "count"),
    [
        ({}, 0),
        ({"unique": [["text"]]}, 1),
        ({"indexes": [{"columns": ["text"]}]}, 1),
        ({"indexes": [{"columns": ["text"], "method": "hash"}]}, 0),
        ({"unique": [["text"]], "indexes": [{"columns": ["text"]}]}, 1),
        ({"unique": [["text", "other"]]}, 1),
    ],
)
def test_only_what_is_indexed_is_bounded(
    tmp_path: Path, extension: object, count: int
) -> None:
    """A text that no b-tree holds may be of any length; several add up."""
    properties = {"text": TEXT, "other": TEXT}
    long = "x" * (3000 if count == 0 or "other" not in str(extension) else 1400)
    records = [{"id": "a", "text": long, "other": "y" * 1400}]
    assert len(found(tmp_path, properties, records, x_table=extension)) == count
