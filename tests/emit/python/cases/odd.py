"""A catalog of everything that is hard to print."""

from dataclasses import replace
from decimal import Decimal

from seedc.model.catalog import Catalog
from seedc.model.column_type import (
    BigInt,
    Boolean,
    Date,
    Integer,
    Json,
    Numeric,
    Time,
    Timestamp,
)
from seedc.model.reference import ForeignKey
from seedc.model.shape import (
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
from seedc.model.table import Check, Column, Index, IndexColumn, Table, UniqueKey
from tests.emit.python.builders import (
    INTEGER,
    NUMBER,
    TEXT,
    catalog,
    column,
    described,
    key,
    live,
    optional,
    refers,
    rows_of,
    table,
)

HOSTILE = 'Ends "so" with """quotes""", a \\ backslash, 100 % and "quotes"'
LONG = (
    "A first line that is far too long to stand in one line of a docstring, so that"
    " it has to be broken somewhere.\n\nA second paragraph: C:\\new\\table."
)

TREE = UnionShape(
    "Tree", (TEXT, ArrayShape(Named("Tree")), MapShape(NullableShape(Named("Node"))))
)
NODE = ObjectShape(
    "Node",
    (
        Field("name", TEXT, required=True, description=HOSTILE),
        Field("children", ArrayShape(Named("Node")), required=False),
        Field("tree", Named("Tree"), required=False),
    ),
    LONG,
)
SIGN = EnumShape("Sign", ("+", "-", "<=", "", "2d", "class", "mro", "ÄÖ", "火"))
LANGUAGE = EnumShape("Language", ("C", "C++", "C#"), HOSTILE)
LEVEL = EnumShape("Level", (1, 2, 3))

ODD_KEYS = ObjectShape(
    "OddKeys",
    (
        Field("max-hp", INTEGER, required=True),
        Field("class", TEXT, required=False),
        Field("2nd", Named("Node"), required=False),
        Field("__private", ArrayShape(Named("OddKeys")), required=False),
        Field('it\'s "so"', BooleanShape(), required=True),
        Field("model_dump", TEXT, required=False),
    ),
    HOSTILE,
)
HIDING = ObjectShape(
    "Hiding",
    (
        Field("int", INTEGER, required=True),
        Field("str", TEXT, required=False),
        Field("list", ArrayShape(INTEGER), required=True),
    ),
)
OPEN = ObjectShape(
    "Open", (Field("a", ConstShape(value=True), required=True),), extra=INTEGER
)
LOOSE = ObjectShape("Loose", (), extra=NUMBER)
EITHER = UnionShape(
    "Either",
    (
        StringShape(min_length=2),
        INTEGER,
        NUMBER,
        ConstShape(Decimal("1.5")),
        ConstShape(7),
        NullShape(),
    ),
)

LONG_UNION = UnionShape(
    "LongUnion",
    tuple(
        ObjectShape(
            f"{name}OfManyArms", (Field("kind", ConstShape(name), required=True),)
        )
        for name in ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
    ),
    "kind",
)
LONG_ALIAS = UnionShape(
    "AnythingThatMayStandInASetting",
    (TEXT, NUMBER, BooleanShape(), ArrayShape(INTEGER)),
)


def odd() -> Catalog:
    """Return the catalog."""
    bases = _bases()
    return catalog(
        "odd",
        bases,
        rows_of(bases, "stepsTaken", "BaseStep", column("what"), column("at", INTEGER)),
        _decimals(),
        _links(),
        definitions=(LANGUAGE, LEVEL, NODE, SIGN, TREE),
    )


def _bases() -> Table:
    columns = (
        column("id", INTEGER, BigInt()),
        column("int", INTEGER),
        optional(column("str", TEXT)),
        optional(column("list", ArrayShape(NullableShape(HIDING)), Json())),
        optional(column("date", StringShape(format="date"), Date())),
        optional(column("time", StringShape(format="time"), Time())),
        optional(column("dt", StringShape(format="date-time"), Timestamp(zoned=False))),
        optional(column("copy", TEXT)),
        optional(column("model_dump", TEXT)),
        optional(column("relationship", TEXT)),
        replace(optional(column("class", TEXT)), attribute="class_"),
        replace(optional(column("metadata", TEXT)), attribute="metadata_"),
        replace(optional(column("order", INTEGER)), key="theOrder"),
        described(optional(column("sign", Named("Sign"))), HOSTILE),
        optional(column("level", Named("Level"), Integer())),
        column("language", NullableShape(Named("Language"))),
        optional(column("fixed", ConstShape("only"))),
        optional(column("bool", BooleanShape(), Boolean())),
        optional(column("exact", _exact(), Numeric())),
        optional(column("looks", StringShape(pattern=r'^(?=a)\w+"\\$'))),
    )
    return replace(
        table("bases", "Base", *columns, *_json_columns()),
        unique_keys=(UniqueKey("bases_int_key", ("int", "str"), deferrable=False),),
        indexes=(
            Index("bases_order_idx", (IndexColumn("order", descending=True),)),
            Index(
                "bases_class_idx", (IndexColumn("class"),), where="\"class\" <> ':x'"
            ),
        ),
        checks=(
            Check("bases_like_check", "str LIKE '100%' OR str <> ':not_a_bind'"),
            Check("bases_cast_check", r"id::text ~ '^\d\\:x\:y'", portable=False),
        ),
        description=HOSTILE,
    )


def _exact() -> NumberShape:
    return NumberShape(
        integer=False,
        minimum=Decimal("-0.1"),
        maximum=Decimal("1.00000000000000000001"),
        exclusive_maximum=Decimal("2.0"),
    )


def _json_columns() -> tuple[Column, ...]:
    return (
        optional(column("odd", ODD_KEYS, Json())),
        optional(column("open", OPEN, Json())),
        optional(column("loose", LOOSE, Json())),
        optional(column("either", EITHER, Json())),
        optional(column("tree", Named("Tree"), Json())),
        optional(column("long_union", LONG_UNION, Json())),
        optional(column("long_alias", LONG_ALIAS, Json())),
        optional(
            column("pair", TupleShape((INTEGER, StringShape(max_length=3))), Json())
        ),
        optional(column("pairs", ArrayShape(TupleShape((INTEGER, NUMBER))), Json())),
        optional(column("grid", ArrayShape(ArrayShape(INTEGER)), Json())),
        optional(column("void", NullShape(), Json())),
        optional(
            live(
                column("touched", StringShape(format="date-time"), Timestamp()), "now()"
            )
        ),
        live(column("key", TEXT), "lower(':x')"),
    )


def _decimals() -> Table:
    """Return a table whose class and relationships meet other names."""
    return replace(
        refers(
            table(
                "decimals",
                "Decimal",
                column("owner", INTEGER, BigInt()),
                column("name", TEXT),
                optional(column("base_id", INTEGER, BigInt())),
                optional(column("base", TEXT)),
                optional(column("metadata_id", INTEGER, BigInt())),
                optional(column("value", NUMBER, Numeric(10))),
                optional(column("up", TEXT)),
            ),
            key("decimals", "owner", "bases"),
            key("decimals", "base_id", "bases"),
            key("decimals", "metadata_id", "bases"),
            ForeignKey(
                "decimals_owner_up_fkey",
                ("owner", "up"),
                "decimals",
                ("owner", "name"),
            ),
        ),
        primary_key=("owner", "name"),
    )


def _links() -> Table:
    """Return a table with one row for each row of another."""
    return refers(
        table("links", "Link", column("base_id", INTEGER, BigInt())),
        key("links", "base_id", "bases"),
    )
