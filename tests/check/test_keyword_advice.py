"""An unknown keyword comes with what was probably meant."""

from pathlib import Path

import pytest

from tests.check.small import small

TABLE, COLUMN = "`{}` stands in `x-table`", "`{}` stands in `x-column`"


@pytest.mark.parametrize(
    ("keyword", "value", "hint"),
    [
        ("minimun", 1, "did you mean `minimum`?"),
        ("x-reference", "things.id", "did you mean `x-references`?"),
        ("primarykey", "id", TABLE.format("primaryKey")),
        ("x-primaryKey", "id", TABLE.format("primaryKey")),
        ("owner", "live", COLUMN.format("owner")),
        ("definitions", {}, "write `$defs`"),
        ("nullable", True, 'write "type": ["string", "null"], or whatever type it is'),
        ("weight", {"type": "string"}, "properties stand in `properties`"),
        ("zzzz", 1, None),
    ],
)
def test_a_keyword(
    tmp_path: Path, keyword: str, value: object, hint: str | None
) -> None:
    """Its own name, its place, or what newer drafts call it."""
    property_ = {"type": "string", keyword: value}
    (problem,) = small(tmp_path, {"a": property_})
    assert (problem.code, problem.help) == ("unknown-keyword", hint)


@pytest.mark.parametrize(
    ("extension", "key", "hint"),
    [
        ("x-column", "primaryKey", TABLE.format("primaryKey")),
        ("x-column", "nam", "did you mean `name`?"),
    ],
)
def test_a_key_of_an_extension(
    tmp_path: Path, extension: str, key: str, hint: str
) -> None:
    """A key may belong to the other extension."""
    (problem,) = small(tmp_path, {"a": {"type": "string", extension: {key: "id"}}})
    assert (problem.code, problem.help) == ("unknown-key", hint)


@pytest.mark.parametrize(
    "way",
    [
        lambda s: {"type": "array", "items": s},
        lambda s: {"type": "array", "prefixItems": [s], "items": False},
        lambda s: {"type": "object", "propertyNames": s},
        lambda s: {"type": "object", "patternProperties": {"^a$": s}},
        lambda s: {"anyOf": [{"type": "null"}, s]},
        lambda s: {"type": "object", "$defs": {"D": s}},
        lambda s: {"type": "string", "not": s},
    ],
)
def test_at_every_depth(tmp_path: Path, way: object) -> None:
    """No schema is too deep to be read."""
    assert callable(way)
    (problem,) = small(tmp_path, {"a": way({"maxLenght": 1})})
    assert (problem.code, problem.help) == (
        "unknown-keyword",
        "did you mean `maxLength`?",
    )


@pytest.mark.parametrize(
    ("property_", "table", "hint"),
    [
        ({"type": "int"}, {}, 'write "integer"'),
        ({"type": ["bool", "null"]}, {}, 'write "boolean"'),
        ({"type": "str"}, {}, 'did you mean "string"?'),
        (
            {"type": "string", "x-references": "enemies"},
            {},
            "write `enemies.id`: the table, and its property",
        ),
        (
            {"type": "string"},
            {"unique": ["a"]},
            'write [["a"]]: a list of keys, each a list of columns',
        ),
    ],
)
def test_a_value(tmp_path: Path, property_: object, table: object, hint: str) -> None:
    """What is written in another form than the dialect's is shown in its own."""
    (problem,) = small(tmp_path, {"a": property_}, x_table=table)
    assert (problem.code, problem.help) == ("invalid-schema", hint)
