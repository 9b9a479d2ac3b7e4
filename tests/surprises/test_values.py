"""Values that meet in Python are one clear problem, at both places."""

from pathlib import Path

from tests.surprises.projects import problems, table


def test_values_that_meet(tmp_path: Path) -> None:
    """No spelling tells a sign from its name in capitals, beside such twins."""
    files = table({"value": {"enum": ["+", "PLUSSIGN", "a", "A", "EMPTY", ""]}})
    assert problems(tmp_path, files) == (
        "schemas/things.schema.json:18:9: error[name-collision]: two values of"
        " `ThingValue` are named `EMPTY` in Python\n"
        "  note: schemas/things.schema.json:17:9: the other one\n"
        "  help: rename one\n"
    )


def test_tags_that_meet(tmp_path: Path) -> None:
    """Arms of a union are named after their tags, or by a title."""
    arms = [
        {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"const": tag}},
        }
        for tag in ("C", "C++")
    ]
    told = problems(tmp_path, table({"o": {"oneOf": arms}}))
    assert told.count("error") == 1
    assert "two types in code are named `ThingOC`" in told
    arms[1]["title"] = "Cpp"
    assert problems(tmp_path / "titled", table({"o": {"oneOf": arms}})) == ""


def test_an_enumeration_and_the_class_of_another(tmp_path: Path) -> None:
    """`ColorEnum` is the StrEnum beside `Color`, and so no other enumeration."""
    named = ("ThingColor", "ThingColorEnum")
    definitions = {name: {"enum": ["x"]} for name in named}
    properties = {name: {"$ref": f"#/$defs/{name}"} for name in named}
    told = problems(tmp_path, table(properties, definitions=definitions))
    assert told.count("error") == 1
    assert "two enumerations are named `ThingColorEnum`" in told
