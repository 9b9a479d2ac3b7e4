"""Laws of lowering schemas to shapes."""

import pytest

from seedc.model.json_value import JsonObject
from seedc.model.shape import (
    AnyShape,
    ArrayShape,
    BooleanShape,
    ConstShape,
    EnumShape,
    Field,
    MapShape,
    Named,
    NullableShape,
    NullShape,
    NumberShape,
    ObjectShape,
    Shape,
    StringShape,
    TupleShape,
    UnionShape,
)
from tests.lower.schemas import defined, member, shape

TEXT = StringShape()
INTEGER = NumberShape(integer=True)
CASES: list[tuple[JsonObject, Shape]] = [
    (
        {"type": "string", "minLength": 1, "pattern": "a"},
        StringShape(None, 1, None, "a"),
    ),
    ({"type": "integer", "minimum": 0}, NumberShape(integer=True, minimum=0)),
    ({"type": "boolean"}, BooleanShape()),
    ({"type": "null"}, NullShape()),
    ({}, AnyShape()),
    ({"type": ["integer", "null"]}, NullableShape(INTEGER)),
    ({"anyOf": [{"type": "string"}, {"type": "null"}]}, NullableShape(TEXT)),
    ({"enum": ["a", "b"]}, EnumShape("ItemX", ("a", "b"))),
    ({"enum": [2, 1]}, EnumShape("ItemX", (2, 1))),
    ({"enum": ["a", None]}, NullableShape(EnumShape("ItemX", ("a",)))),
    ({"const": "a"}, ConstShape("a")),
    ({"type": ["string", "integer"]}, UnionShape("ItemX", (TEXT, INTEGER))),
    (
        {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        ArrayShape(TEXT, unique=True),
    ),
    ({"type": "array"}, ArrayShape(AnyShape())),
    (
        {"prefixItems": [{"type": "string"}], "items": False, "type": "array"},
        TupleShape((TEXT,)),
    ),
    ({"type": "object"}, MapShape(AnyShape())),
    (
        {"type": "object", "additionalProperties": {"type": "string"}},
        MapShape(TEXT),
    ),
    (
        {"type": "object", "patternProperties": {"^a": {"type": "integer"}}},
        MapShape(INTEGER),
    ),
    (
        {"properties": {"a": {"type": "string"}}, "required": ["a"]},
        ObjectShape("ItemX", (Field("a", TEXT, required=True),)),
    ),
    (
        {"properties": {"a": {"type": "string", "deprecated": True}}},
        ObjectShape("ItemX", (Field("a", TEXT, required=False, deprecated=True),)),
    ),
    (
        {"properties": {"a": {"type": "string"}}, "additionalProperties": True},
        ObjectShape("ItemX", (Field("a", TEXT, required=False),), extra=AnyShape()),
    ),
]


@pytest.mark.parametrize(("schema", "expected"), CASES)
def test_shape(schema: JsonObject, expected: Shape) -> None:
    """Each kind of schema has its shape."""
    assert expected == shape(schema)


def arm(kind: str) -> JsonObject:
    """Return an alternative that a constant tells apart."""
    return {"properties": {"kind": {"const": kind}}, "required": ["kind"]}


def test_discriminator() -> None:
    """A required property with another constant in each arm tells them apart."""
    expected = UnionShape(
        "ItemX",
        tuple(
            ObjectShape(name, (Field("kind", ConstShape(kind), required=True),))
            for name, kind in (("ItemXFire", "fire"), ("ItemXIce", "ice"))
        ),
        "kind",
    )
    assert expected == shape({"oneOf": [arm("fire"), arm("ice")]})


@pytest.mark.parametrize(
    "arms",
    [
        [arm("fire"), arm("fire")],
        [arm("fire"), {"properties": {"kind": {"const": "ice"}}}],
        [arm("fire"), {"type": "string"}],
    ],
)
def test_no_discriminator(arms: list[JsonObject]) -> None:
    """Without distinct, required constants in objects nothing tells arms apart."""
    found = shape({"oneOf": [*arms]})
    assert isinstance(found, UnionShape)
    assert found.discriminator is None


def test_types_in_a_union_have_names_of_their_own() -> None:
    """What one of several types holds is not called as the union is."""
    item = ObjectShape("ItemXItem", (Field("a", TEXT, required=False),))
    whole = ObjectShape("ItemXObject", item.fields)
    members: JsonObject = {"properties": {"a": {"type": "string"}}}
    found = shape({"type": ["object", "array"], "items": members, **members})
    assert found == UnionShape("ItemX", (whole, ArrayShape(item)))


def test_recursion() -> None:
    """A definition that holds itself is referred to by its name."""
    tree: JsonObject = {
        "properties": {"below": {"type": "array", "items": {"$ref": "#/$defs/Tree"}}}
    }
    here = member({"$ref": "#/$defs/Tree"}, Tree=tree)
    named = Named("ItemTree")
    assert named == shape({"$ref": "#/$defs/Tree"}, Tree=tree)
    fields = (Field("below", ArrayShape(named), required=False),)
    assert defined(here) == {"ItemTree": ObjectShape("ItemTree", fields)}
