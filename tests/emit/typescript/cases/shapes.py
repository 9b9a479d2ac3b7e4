"""One of each shape, and rows that hold it."""

from decimal import Decimal

from seedc.model.column_type import BigInt
from seedc.model.project import TypescriptOptions
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
    StringShape,
    TupleShape,
    UnionShape,
)
from tests.emit.typescript.builders import (
    INTEGER,
    NUMBER,
    TEXT,
    Case,
    catalog,
    column,
    table,
)

SHAPES = Case(
    catalog(
        [
            table(
                "shapes",
                "Specimen",
                column("id", StringShape(format="uuid")),
                column("day", StringShape(format="date")),
                column("moment", NullableShape(StringShape(format="date-time"))),
                column("hour", StringShape(format="time"), required=False),
                column("integer", INTEGER),
                column("decimal", NumberShape(integer=False)),
                column("double", NumberShape(integer=False, floating=True)),
                column(
                    "big",
                    INTEGER,
                    "Beyond 2^53 - 1.",
                    kind=BigInt(maximum=2**63 - 1),
                ),
                column("flag", BooleanShape()),
                column("nothing", NullShape()),
                column("constant", ConstShape("only")),
                column("yes", ConstShape(value=True)),
                column("pi", ConstShape(Decimal("3.14"))),
                column("levels", ArrayShape(EnumShape("Level", (1, 2, 3)))),
                column("words", ArrayShape(NullableShape(TEXT))),
                column("grid", ArrayShape(ArrayShape(INTEGER))),
                column("point", TupleShape((NUMBER, NUMBER, NullableShape(TEXT)))),
                column("points", ArrayShape(TupleShape((NUMBER, NUMBER)))),
                column("factors", MapShape(NUMBER)),
                column("anything", AnyShape()),
                column("perhaps", NullableShape(AnyShape())),
                column(
                    "setting", UnionShape("Setting", (NUMBER, TEXT, BooleanShape()))
                ),
                column(
                    "options",
                    ObjectShape(
                        "SpecimenOptions",
                        (
                            Field("size", INTEGER, required=True),
                            Field(
                                "exact",
                                NumberShape(integer=True, maximum=2**60),
                                required=False,
                            ),
                        ),
                        extra=TEXT,
                    ),
                ),
                column("open", ObjectShape("OpenSpecimen", (), extra=AnyShape())),
                column("tree", Named("Tree")),
                column("replaces", NullableShape(StringShape(references="shapes.id"))),
                description="One of each shape.",
            ),
        ],
        [
            ObjectShape(
                "Tree",
                (
                    Field("label", TEXT, required=True),
                    Field("leaves", ArrayShape(Named("Tree")), required=False),
                    Field(
                        "parent_label",
                        NullableShape(TEXT),
                        required=False,
                        description="Null if it is the root; absent if unknown.",
                    ),
                ),
                "A tree of labels.",
            )
        ],
    ),
    {
        "shapes": [
            (
                "0f8fad5b-d9cb-469f-a165-70867728950e",
                "2026-01-31",
                None,
                None,
                7,
                Decimal("1.10"),
                Decimal("1E+2"),
                2**63 - 1,
                True,
                None,
                "only",
                True,
                Decimal("3.14"),
                [1, 3],
                ["a", None],
                [[1], []],
                [Decimal("0.5"), 1, None],
                [[1, 2]],
                {"fire": Decimal("1.5"), "10": 1},
                {"b": [1, {"a": None}]},
                None,
                Decimal("2.50"),
                {"size": 1, "exact": 2**53 + 1, "other": "text"},
                {"x": 1},
                {"label": "root", "parent_label": None, "leaves": [{"label": "leaf"}]},
                None,
            )
        ]
    },
    TypescriptOptions("@game/shapes", data="js"),
)
