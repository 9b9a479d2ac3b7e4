"""Which arm of a union a value belongs to."""

from decimal import Decimal

import pytest

from seedc.emit.typescript.choices import Choices
from seedc.emit.typescript.shape_fit import fits
from seedc.emit.typescript.survey import survey
from seedc.emit.typescript.value import shaped_literal
from seedc.model.json_value import JsonValue
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
from tests.emit.typescript.builders import INTEGER, NUMBER, TEXT, catalog, column, table

TREE = ObjectShape("Tree", (Field("leaf", Named("Tree"), required=False),))
WORDS = survey(
    catalog([table("trees", "Oak", column("id", Named("Tree")))], [TREE]), Choices()
)
PAIR = ObjectShape(
    "Pair",
    (
        Field("kind", EnumShape("Kind", ("pair", "couple")), required=True),
        Field("secret", TEXT, required=False, public=False),
    ),
)
OPEN = ObjectShape("Open", (Field("kind", TEXT, required=True),), extra=INTEGER)


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ("a", TEXT),
        (1, INTEGER),
        (Decimal("1.5"), NUMBER),
        (True, BooleanShape()),
        (None, NullShape()),
        (None, NullableShape(TEXT)),
        ("a", NullableShape(TEXT)),
        ("a", ConstShape("a")),
        (2, EnumShape("Two", (1, 2))),
        ([], ArrayShape(TEXT)),
        (["a"], TupleShape((TEXT,))),
        ({}, MapShape(TEXT)),
        ({"any": "thing"}, AnyShape()),
        (1, UnionShape("Either", (TEXT, INTEGER))),
        ({"leaf": {}}, Named("Tree")),
        ({"kind": "pair", "secret": "x"}, PAIR),
        ({"kind": "a", "other": 1}, OPEN),
    ],
)
def test_fits(value: JsonValue, shape: Shape) -> None:
    """A value fits a shape that it may be of."""
    assert fits(value, shape, WORDS)


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (1, StringShape()),
        (True, NumberShape(integer=True)),
        (1, BooleanShape()),
        ("", NullShape()),
        (1, NullableShape(TEXT)),
        (True, ConstShape(1)),
        (1, ConstShape(value=True)),
        ("c", EnumShape("Letter", ("a", "b"))),
        ({}, ArrayShape(TEXT)),
        ([], MapShape(TEXT)),
        (None, UnionShape("Either", (TEXT, INTEGER))),
        ({"leaf": {}, "fruit": {}}, Named("Tree")),
        ({}, PAIR),
        ({"kind": "single"}, PAIR),
        ([], OPEN),
    ],
)
def test_does_not_fit(value: JsonValue, shape: Shape) -> None:
    """A value of another kind, or without what a shape requires, does not fit."""
    assert not fits(value, shape, WORDS)


@pytest.mark.parametrize(
    ("value", "shape", "text"),
    [
        ({"kind": "pair", "secret": "x"}, PAIR, '{ kind: "pair" }'),
        (
            [{"kind": "pair", "secret": "x"}, None],
            ArrayShape(NullableShape(PAIR)),
            '[{ kind: "pair" }, null]',
        ),
        (
            ["a", {"kind": "pair", "secret": "x"}],
            TupleShape((TEXT, PAIR)),
            '["a", { kind: "pair" }]',
        ),
        (
            {"one": {"kind": "pair", "secret": "x"}},
            MapShape(PAIR),
            '{ one: { kind: "pair" } }',
        ),
        ({"secret": 1}, AnyShape(), "{ secret: 1 }"),
    ],
)
def test_secrets_are_left_out_at_any_depth(
    value: JsonValue, shape: Shape, text: str
) -> None:
    """What only servers may see is not printed, wherever it stands."""
    assert shaped_literal(value, shape, WORDS) == text


def test_a_value_of_no_arm_is_never_printed() -> None:
    """What no arm knows may be secret: it stops the build as a defect."""
    with pytest.raises(AssertionError, match="no arm of Either"):
        shaped_literal({"secret": 1}, UnionShape("Either", (PAIR, TEXT)), WORDS)
