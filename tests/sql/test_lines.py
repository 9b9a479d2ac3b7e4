"""A line of the files changes only when its row does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import ndiff
from typing import TypeAlias, final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedc.model.catalog import Catalog, Row
from seedc.model.column_type import Json, Numeric, Timestamp
from tests.sql import build, values

Print: TypeAlias = Callable[[Catalog, dict[str, list[Row]]], str]
MANY = settings(max_examples=60, deadline=None)

CATALOG = build.catalog(
    build.table(
        "things",
        build.column("number", Numeric()),
        build.column("text", nullable=True),
        build.column("data", Json(), nullable=True),
        build.column("at", Timestamp(), nullable=True),
    )
)
_LAST = "DELETE FROM pg_temp.things_stage WHERE number IS NULL;"

MEMBERS = st.tuples(
    st.none() | values.texts(),
    st.none() | values.json_values(),
    st.sampled_from([None, "2024-01-02 03:04:05"]),
)


@final
@dataclass(frozen=True, slots=True)
class Edit:
    """A table, and one of its rows as it was and as it is; None if there is none."""

    others: list[Row]
    old: Row | None
    new: Row | None


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """Draw an edit; with many rows, so that lists of rows are split."""
    size = draw(st.sampled_from([1, 3, 300]))
    odd = draw(st.lists(MEMBERS, min_size=1, max_size=4))
    others: list[Row] = [(n * 2, *odd[n % len(odd)]) for n in range(size)]
    key = draw(st.integers(-1, size)) * 2 + 1
    old = draw(st.none() | MEMBERS.map(lambda row: (key, *row)))
    new = draw(MEMBERS.map(lambda row: (key, *row)))
    return Edit(others, old, draw(st.sampled_from([new, None])) if old else new)


def _lines(printed: Print, rows: Sequence[Row | None]) -> list[str]:
    return printed(CATALOG, {"things": [row for row in rows if row]}).splitlines()


@pytest.mark.parametrize("printed", [build.postgres_sql, build.sqlite_sql])
@MANY
@given(edit=edits())
def test_an_edit_of_a_row_is_an_edit_of_its_line(printed: Print, edit: Edit) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Beside it at most the split moves that its key decides."""
    before = _lines(printed, [*edit.others, edit.old])
    after = _lines(printed, [*edit.others, edit.new])
    changed = [line for line in ndiff(before, after) if line[0] in "+-"]
    rows = [line for line in changed if line[2:].startswith(f"  ({_key(edit)},")]
    kinds = sorted(line[0] for line in rows)
    assert kinds in (["+"], ["-"], ["+", "-"]) or edit.old == edit.new
    splits = [line[2:] for line in changed if line not in rows]
    assert splits in ([], ["  (NULL, NULL, NULL, NULL);", _head(printed)])
    assert not splits or None in (edit.old, edit.new)


def _key(edit: Edit) -> object:
    row = edit.old or edit.new
    assert row is not None
    return row[0]


def _head(printed: Print) -> str:
    stage = "pg_temp" if printed is build.postgres_sql else "temp"
    return f"INSERT INTO {stage}.things_stage VALUES"


@MANY
@given(edit=edits())
def test_rows_stand_in_the_order_of_their_keys(edit: Edit) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Each on one line, however it is written."""
    rows = sorted([*edit.others, *([edit.old] if edit.old else [])])
    lines = _lines(build.postgres_sql, rows)
    first, last = lines.index(_head(build.postgres_sql)), lines.index(_LAST)
    staged = [line for line in lines[first:last] if line.startswith("  (")]
    keys = [line[3:].split(",")[0] for line in staged]
    assert [key for key in keys if key != "NULL"] == [str(row[0]) for row in rows]


def test_lists_are_split_by_what_they_hold() -> None:
    """A statement has some hundred rows, wherever it begins."""
    members: Row = ("x", None, None)
    rows: list[Row] = [(n, *members) for n in range(20_000)]
    statements = build.postgres_sql(CATALOG, {"things": rows}).split("INSERT INTO")
    sizes = [statement.count("\n  (") for statement in statements]
    assert 80 < len(rows) / len(sizes) < 200
    assert max(sizes) < 2000
