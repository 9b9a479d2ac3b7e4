"""Moments in data are written as the seeds write them: in RFC 3339."""

import pytest

from seedc.emit.typescript import emit
from seedc.model.column_type import ColumnType, Time, Timestamp
from seedc.model.project import TypescriptOptions
from tests.emit.typescript.builders import catalog, column, table


@pytest.mark.parametrize(
    ("kind", "row", "written"),
    [
        (Timestamp(), "2026-01-13 08:30:00.5", "2026-01-13T08:30:00.5Z"),
        (Timestamp(zoned=False), "2026-01-13 08:30:00", "2026-01-13T08:30:00Z"),
        (Time(), "08:30:00", "08:30:00Z"),
    ],
)
def test_moments_have_their_zone(kind: ColumnType, row: str, written: str) -> None:
    """Rows hold them in UTC and do not say so; a record does."""
    given = catalog([table("days", "Day", column("id"), column("at", kind=kind))])
    made = emit(given, {"days": [("one", row)]}, TypescriptOptions("days", data="js"))
    (data,) = [file for file in made if file.path.endswith("days.data.js")]
    assert f'at: "{written}"' in data.content.decode()
