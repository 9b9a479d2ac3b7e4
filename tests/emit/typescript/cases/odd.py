"""What a project may say to break a package: names, keys and texts to escape."""

from seedc.model.project import TypescriptOptions
from seedc.model.reference import ForeignKey
from seedc.model.shape import (
    ArrayShape,
    EnumShape,
    Field,
    NumberShape,
    ObjectShape,
    StringShape,
    UnionShape,
)
from tests.emit.typescript.builders import (
    INTEGER,
    TEXT,
    Case,
    catalog,
    column,
    table,
)

BRANDS = table(
    "brands",
    "Brand",
    column("id"),
    column("uuid", StringShape(format="uuid")),
    description="A maker of goods, not a type */ export const injected = 1; /*",
)
INDEX = table(
    "indices",
    "Uuid",
    column("id"),
    column("owner_id"),
    foreign_keys=(ForeignKey("indices_owner_fkey", ("owner_id",), "brands", ("id",)),),
)
CLASSES = table(
    "class",
    "ClassId",
    column("id", EnumShape("Kind", ("a", "b"))),
    column("kind_id", StringShape(references="class.id")),
    description="Line one.\n\n* Line two\u2028Line three.",
)
CONSTANTS = table(
    "ui_constants",
    "UiConstant",
    column("key"),
    column("value", key="odd value"),
    column("proto", key="__proto__"),
    column("constructor"),
    column("two_d", key="2d"),
    column("unicode", key="größe"),
    column("quoted", key='say "hi"\\', required=False),
    key=("key",),
)
CHICKENS = table("chickens", "Chicken", column("id", StringShape(references="eggs.id")))
EGGS = table("eggs", "Egg", column("id", StringShape(references="chickens.id")))
GHOSTS = table("ghosts", "Ghost", column("id", StringShape(references="gone.id")))
SECRET_KEYS = table(
    "secret_keys",
    "SecretKey",
    column("id", public=False),
    column(
        "rules",
        ArrayShape(
            UnionShape(
                "SecretKeyRule",
                (
                    ObjectShape("TextRule", (Field("text", TEXT, required=True),)),
                    ObjectShape(
                        "CountRule",
                        (
                            Field("text", TEXT, required=True),
                            Field("count", INTEGER, required=True),
                            Field("salt", TEXT, required=False, public=False),
                        ),
                    ),
                    TEXT,
                ),
            )
        ),
    ),
)
LEDGER = table(
    "ledger",
    "LedgerEntry",
    column("id", NumberShape(integer=True, minimum=0, maximum=2**63 - 1)),
    column("previous_id", NumberShape(integer=True, references="ledger.id")),
    column("step", EnumShape("LedgerStep", (1, 2**53))),
)
EMPTY = table("empty_tables", "EmptyTable", column("id"))

ODD = Case(
    catalog(
        [
            BRANDS,
            INDEX,
            CLASSES,
            CONSTANTS,
            CHICKENS,
            EGGS,
            GHOSTS,
            SECRET_KEYS,
            LEDGER,
            EMPTY,
        ]
    ),
    {
        "brands": [("10", "0f8fad5b-d9cb-469f-a165-70867728950e")],
        "indices": [("i", "10")],
        "class": [("a", "b"), ("b", "a")],
        "ui_constants": [
            ("__proto__", "</script><!--", "p", "c", "2", "\u2028\u2029", None),
            ("b-c", "</SCRIPT>", "\\\"'`${x}", "\x00\x7f\t", "\U0001f409", "", "q"),
        ],
        "secret_keys": [
            (
                "hidden",
                [
                    {"text": "a", "count": 1, "salt": "secret"},
                    {"text": "b"},
                    "c",
                ],
            )
        ],
        "ledger": [(1, 2**63 - 1, 2**53), (2**63 - 1, 1, 1)],
    },
    TypescriptOptions("@game/odd", data="js"),
)
