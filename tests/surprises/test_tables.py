"""Tables whose names cannot be, or meet, are one clear problem."""

from pathlib import Path

import pytest

from tests.surprises.projects import TEXT, problems, table, tables

ITEMS = {
    "type": "array",
    "items": {"type": "object", "required": ["k"], "properties": {"k": TEXT}},
}
PARTS = {
    "o": {"type": "object", "properties": {"x": TEXT}},
    "e": {"enum": ["a"]},
}
"""Properties that have types of their own in code."""


@pytest.mark.parametrize(
    "name",
    [
        *("enums", "index", "Index", "brand", "package", "con", "NUL", "aux", "com1"),
        *("pg_class", "sqlite_x", "9lives", "a.b", "a b", "-x"),
        *("t" * 64, "\u00e9" * 32, "\u6f22" * 22),
    ],
)
def test_tables_that_cannot_be(tmp_path: Path, name: str) -> None:
    """A name that a target or a file system keeps for itself is told once."""
    told = problems(tmp_path, tables([name]))
    assert told.count("error") == 1
    assert told.endswith("  help: give it another `name` in `x-table`\n")


@pytest.mark.parametrize("title", ["None", "true", "Base", "\U0001f409", "9 lives"])
def test_types_that_cannot_be(tmp_path: Path, title: str) -> None:
    """Nor is what follows from it told as well."""
    properties = {
        "o": {"type": "object", "properties": {"x": TEXT}},
        "e": {"enum": ["a"]},
    }
    told = problems(tmp_path, table(properties, title=title))
    assert told.count("error") == 1
    assert told.endswith("  help: give it another `title`\n")


@pytest.mark.parametrize(
    ("names", "type_"),
    [
        (("enemy", "enemies"), "Enemy"),
        (("leaf", "leaves"), "Leaf"),
        (("analysis", "analyses"), "Analysis"),
        (("person", "people"), "Person"),
        (("status", "statuses"), "Status"),
        (("foo-bar", "foo_bar"), "FooBar"),
        (("a", "a_"), "A"),
    ],
)
def test_tables_of_one_type(tmp_path: Path, names: tuple[str, str], type_: str) -> None:
    """Singular and plural are two tables, and one type in code."""
    told = problems(tmp_path, tables(names))
    assert told.count("error") == 1
    assert f"two types in code are named `{type_}`" in told


def test_a_list_named_like_a_table(tmp_path: Path) -> None:
    """Items of `drops` in `enemies` are `EnemyDrop`, as are rows of `enemy_drops`."""
    files = {**table({"drops": ITEMS}, name="enemies"), **table({}, name="enemy_drops")}
    told = problems(tmp_path, files)
    assert told.count("error") == 1
    assert "two types in code are named `EnemyDrop`" in told


def test_child_rows_named_like_a_table(tmp_path: Path) -> None:
    """Rows of `drops` in `enemies` are the table `enemies_drops`."""
    rows = {**ITEMS, "x-column": {"store": "rows"}}
    files = {
        **table({"drops": rows}, name="enemies"),
        **table({}, name="enemies_drops"),
    }
    told = problems(tmp_path, files)
    assert told.count("error") == 1
    assert "two tables are named `enemies_drops`" in told


def test_indexes_that_would_be_cut_off(tmp_path: Path) -> None:
    """Postgres would take both for one."""
    indexes = [{"columns": ["a"], "name": f"{'i' * 63}{n}"} for n in range(2)]
    told = problems(tmp_path, table({"a": TEXT}, x_table={"indexes": indexes}))
    assert told.count("error[name-too-long]") == told.count("error") == len(indexes)


def test_twins_with_the_same_parts_are_one_problem(tmp_path: Path) -> None:
    """What is named after two types that meet is not told as well."""
    files = {**table(PARTS, name="enemy"), **table(PARTS, name="enemies")}
    assert problems(tmp_path, files).count("error") == 1
