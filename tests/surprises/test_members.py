"""Members that meet are one clear problem, at both places."""

from pathlib import Path

import pytest

from tests.surprises.projects import TEXT, problems, table


@pytest.mark.parametrize(
    ("one", "other", "column"),
    [
        ("foo-bar", "foo_bar", "foo_bar"),
        ("fooBar", "foo_bar", "foo_bar"),
        ("power", "Power", "power"),
        ("caf\u00e9", "cafe\u0301", "caf\u00e9"),
        ("\ufb01", "fi", "fi"),
        ("id_", "id", "id"),
    ],
)
def test_columns_that_meet(tmp_path: Path, one: str, other: str, column: str) -> None:
    """Two properties of one column are told, the second with the first."""
    properties = {one: TEXT, other: TEXT}
    lines = problems(tmp_path, table(properties)).splitlines()
    assert [line.partition("error")[2] for line in lines if "error" in line] == [
        f"[name-collision]: two columns of `things` are named `{column}`"
    ]
    assert "the other one" in lines[1]


@pytest.mark.parametrize(
    ("one", "other", "attribute"),
    [
        ("foo-bar", "foo_bar", "foo_bar"),
        ("power", "Power", "power"),
        ("class", "class_", "class_"),
        ("__proto__", "proto", "proto"),
        ("model_config", "field_model_config", "field_model_config"),
        ("caf\u00e9", "cafe\u0301", "caf\u00e9"),
    ],
)
def test_members_that_meet(
    tmp_path: Path, one: str, other: str, attribute: str
) -> None:
    """Two keys of an object inside JSON that Python cannot tell apart are told."""
    shape = {"type": "object", "properties": {one: TEXT, other: TEXT}}
    if one == "class":
        assert problems(tmp_path, table({"o": shape})).count("error") == 1
        return
    assert problems(tmp_path, table({"o": shape})) == (
        "schemas/things.schema.json:17:9: error[name-collision]: two members of"
        f" `ThingO` are named `{attribute}` in Python\n"
        "  note: schemas/things.schema.json:14:9: the other one\n"
        "  help: rename one, or give it a name in `[targets.python]`:"
        f' `names = {{ "ThingO.{other}" = "..." }}`\n'
    )


def test_members_that_a_project_keeps_apart(tmp_path: Path) -> None:
    """A name of its own, as the problem says, is enough."""
    shape = {"type": "object", "properties": {"foo-bar": TEXT, "foo_bar": TEXT}}
    options = '[project]\nname = "game"\n[targets.python]\npackage = "game_data"\n'
    names = 'names = { "ThingO.foo_bar" = "other" }\n'
    files = {**table({"o": shape}), "seedc.toml": options + names}
    assert problems(tmp_path, files) == ""


@pytest.mark.parametrize("key", ["", " ", "$", "__", "\U0001f409", "1e3", "-1", "7"])
def test_columns_without_a_name(tmp_path: Path, key: str) -> None:
    """A property that makes no name of a column is told, with what to do."""
    lines = problems(tmp_path, table({key: TEXT})).splitlines()
    assert "can" in lines[0]
    assert lines[1:] == ["  help: give it another `name` in `x-column`"]
    named = {**TEXT, "x-column": {"name": "other"}}
    assert problems(tmp_path / "named", table({key: named})) == ""
