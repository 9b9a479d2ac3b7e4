"""No two exports of the TypeScript package meet."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.source import Place
from tests.support.projects import problems_of, schema, seed

TOML = """\
[project]
name = "small"

[targets.typescript]
"""
TAGS = {"enum": ["new", "old"]}
RENAME = (
    "rename one: a type by `title` or `names` in `[targets.typescript]`,"
    " a table by `name` in `x-table`"
)


def project(
    root: Path, tables: Mapping[str, Mapping[str, object]], options: str = ""
) -> list[Diagnostic]:
    """Return what is wrong with a project of some tables, given by properties."""
    files = {"seedc.toml": TOML + options}
    for name, properties in tables.items():
        files[f"schemas/{name}.schema.json"] = schema(properties)
        files[f"seeds/{name}.json"] = seed()
    return problems_of(root, files)


def test_the_values_of_two_enumerations(tmp_path: Path) -> None:
    """Singular and plural give one name to the arrays of their values."""
    (problem,) = project(tmp_path, {"things": {"tag": TAGS, "tags": TAGS}})
    assert problem.message == (
        "the values of `ThingTag` and the values of `ThingTags` are both named"
        " `THING_TAGS` in TypeScript"
    )
    assert problem.help == RENAME
    assert problem.notes[0].place != problem.place


def test_a_type_and_the_ids_of_a_table(tmp_path: Path) -> None:
    """A record called like the ids of another meets them; both places are told."""
    (problem,) = project(tmp_path, {"thing_ids": {}, "things": {}})
    assert problem == Diagnostic(
        "name-collision",
        "the ids of `things` and the type `ThingId` are both named `ThingId`"
        " in TypeScript",
        Place("schemas/things.schema.json", 3, 3, 9),
        notes=(Note("the other one", Place("schemas/thing_ids.schema.json", 3, 3, 9)),),
        help=RENAME,
    )


@pytest.mark.parametrize("data", ["js", "none"])
def test_the_rows_of_two_tables(tmp_path: Path, data: str) -> None:
    """Rows have names only where they come along; their maps are no new problem."""
    tables: dict[str, dict[str, object]] = {"class": {}, "class_rows": {}}
    problems = project(tmp_path, tables, f'data = "{data}"\n')
    message = (
        "the rows of `class_rows` and the rows of `class` are both named"
        " `classRows` in TypeScript"
    )
    expected = [message] if data == "js" else []
    assert [problem.message for problem in problems] == expected


def test_another_name_keeps_them_apart(tmp_path: Path) -> None:
    """What follows from a type's name follows from the one it has in TypeScript."""
    names = 'names = { ThingId = "Handle" }\n'
    assert project(tmp_path, {"thing_ids": {}, "things": {}}, names) == []


def test_another_name_makes_them_meet(tmp_path: Path) -> None:
    """A name that the project chose meets what follows from another."""
    names = 'names = { Other = "ThingId" }\n'
    (problem,) = project(tmp_path, {"others": {}, "things": {}}, names)
    assert problem.message.startswith("the ids of `things` and the type `ThingId`")


def test_a_type_of_seedc_gives_way(tmp_path: Path) -> None:
    """`Brand` and the formats are no names that a project could not have."""
    assert project(tmp_path, {"brands": {}, "uuids": {}, "iso_dates": {}}) == []
