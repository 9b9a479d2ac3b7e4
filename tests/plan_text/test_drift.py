"""What drifted, as text and as Markdown."""

from seedc.model.drift import Drift, DriftedRow, DriftedTable
from seedc.model.plan import ColumnChange
from seedc.plan_text import drift
from seedc.plan_text.drift import drift_markdown, drift_text

DATABASE = "postgresql://db.example/game"
EDITED = DriftedRow(
    "edited", "update", ("goblin",), None, (ColumnChange("hp", "25", "24"),)
)
PENDING = DriftedRow(
    "pending", "update", ("orc",), None, (ColumnChange("name", "Orc", "Ork"),)
)


def _drift(*rows: DriftedRow, comparable: bool = True) -> Drift:
    tables = (DriftedTable("enemies", comparable, rows),) if rows else ()
    return Drift("roguelike", DATABASE, 42, tables, 97)


def test_the_example_of_the_module() -> None:
    """What somebody did stands before what is not deployed."""
    assert drift.__doc__ is not None
    example = drift.__doc__.partition("\n\n")[2]
    assert drift_text(_drift(PENDING, EDITED)) == example


def test_what_is_not_deployed_is_no_drift() -> None:
    """It is counted all the same."""
    told = drift_text(_drift(PENDING))
    assert "\nno drift: 1 pending; 97 rows as applied\n" in told
    assert drift_markdown(_drift(PENDING)).startswith("### No drift\n")


def test_nothing() -> None:
    """Where all is as applied, a line says so, and none explains values."""
    assert drift_text(_drift()) == (
        f"no drift: 97 rows as applied\ntarget: roguelike in {DATABASE}, after run 42\n"
    )


def test_other_columns() -> None:
    """A table that cannot be compared with what was applied says so."""
    told = drift_text(_drift(EDITED, comparable=False))
    assert "  note: the seeds own other columns than when" in told


def test_a_long_list_is_cut_and_counted() -> None:
    """What somebody did is kept, however much is not deployed."""
    told = drift_text(_drift(*[PENDING] * 30, EDITED))
    assert told.startswith("enemies: 1 edited, 30 pending\n  edited goblin\n")
    assert "\n  ... and 11 more\n" in told
