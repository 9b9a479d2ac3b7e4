"""A package as a project may choose it: case, names, and types of its own."""

from dataclasses import replace
from decimal import Decimal

from seedc.model.column_type import BigInt, Time, Timestamp
from seedc.model.project import ImportedType, TypescriptOptions
from seedc.model.shape import (
    AnyShape,
    ArrayShape,
    ConstShape,
    EnumShape,
    Field,
    MapShape,
    Named,
    NullableShape,
    NumberShape,
    ObjectShape,
    StringShape,
    TupleShape,
    UnionShape,
)
from seedc.model.table import Parent
from tests.emit.typescript.builders import (
    INTEGER,
    NUMBER,
    TEXT,
    Case,
    added_column,
    catalog,
    column,
    table,
)

UUID = "0f8fad5b-d9cb-469f-a165-70867728950e"
BIG = NumberShape(integer=True, minimum=0, maximum=2**63 - 1)
DOUBLE = NumberShape(integer=False, floating=True)

ATTACK = UnionShape(
    "Attack",
    (
        ObjectShape(
            "MeleeAttack",
            (
                Field("attack_kind", ConstShape("melee"), required=True),
                Field("base_damage", NUMBER, required=True),
                Field("next_attack", Named("Attack"), required=False),
                Field("hidden_odds", NUMBER, required=False, public=False),
            ),
        ),
        ObjectShape(
            "RangedAttack",
            (
                Field("attack_kind", ConstShape("ranged"), required=True),
                Field("max_range", INTEGER, required=True),
                Field("flight_path", Named("Path"), required=False, deprecated=True),
            ),
        ),
    ),
    "attack_kind",
    "How it fights.",
)
PATH = ObjectShape("Path", (Field("way_points", ArrayShape(NUMBER), required=True),))
STATS = ObjectShape(
    "EnemyStats",
    (
        Field("crit_rates", MapShape(NUMBER), required=True, description="By foe."),
        Field("level_range", TupleShape((INTEGER, NUMBER)), required=True),
        Field("kill_counts", ArrayShape(BIG), required=True),
        Field("drop_rate", UnionShape("DropRate", (INTEGER, NUMBER)), required=True),
        Field("threshold", NullableShape(ConstShape(Decimal("0.5"))), required=True),
        Field("spread", DOUBLE, required=False),
    ),
    extra=NUMBER,
)
EXTRA = ObjectShape(
    "EnemyExtraData",
    (Field("raw_note", TEXT, required=True), Field("odds", INTEGER, required=True)),
    extra=AnyShape(),
)

ITEMS = table(
    "items",
    "Item",
    column("item_id", StringShape(format="uuid")),
    column("unit_price", NUMBER, "In coins, exact."),
    column("serial_no", INTEGER, kind=BigInt(maximum=2**63 - 1)),
    column("added_at", StringShape(format="date-time"), kind=Timestamp()),
    replace(
        column(
            "sold_on",
            NullableShape(StringShape(format="date")),
            "See `added_at`.",
            required=False,
        ),
        deprecated=True,
    ),
    key=("item_id",),
    description="A thing that can be bought.",
)
ENEMIES = table(
    "enemies",
    "Enemy",
    column("slug_name"),
    column("max_hp", INTEGER, "Hit points at full health."),
    column("size_code", EnumShape("EnemySizeCode", (1, 2**60)), "How big it is."),
    column("enemy_stats", STATS),
    column("attacks", ArrayShape(Named("Attack")), "In order."),
    column("extra_data", NullableShape(EXTRA)),
    column("any_thing", AnyShape(), required=False),
    key=("slug_name",),
)
DROPS = table(
    "enemies_item_drops",
    "EnemyItemDrop",
    added_column("slug_name", TEXT),
    added_column("position"),
    column("item_id", StringShape(references="items.item_id")),
    column("drop_chance", NUMBER, "From 0 to 1."),
    key=("slug_name", "position"),
    parent=Parent("enemies", "item_drops", ("slug_name",), scalar=False, required=True),
)
MAPS = table(
    "maps",
    "ReadonlyMap",
    column("enemy_slug", StringShape(references="enemies.slug_name")),
    column("drawn_at", StringShape(format="time"), kind=Time()),
    key=("enemy_slug",),
    description="Its name is that of a type that JavaScript has.",
)

CHOSEN = Case(
    catalog([ITEMS, ENEMIES, DROPS, MAPS], [ATTACK, PATH]),
    {
        "items": [
            (UUID, Decimal("1.10"), 2**63 - 1, "2026-01-13 08:30:00", None),
        ],
        "enemies": [
            (
                "goblin",
                20,
                2**60,
                {
                    "crit_rates": {"fire_imp": Decimal("0.250"), "max_hp": 1},
                    "level_range": [1, Decimal("2.50")],
                    "kill_counts": [3, 2**62 + 1],
                    "drop_rate": Decimal("0.1"),
                    "threshold": Decimal("0.50"),
                    "spread": Decimal("0.75"),
                    "other_rate": 7,
                },
                [
                    {
                        "attack_kind": "melee",
                        "base_damage": Decimal("3.14159265358979323846"),
                        "hidden_odds": 1,
                        "next_attack": {
                            "attack_kind": "ranged",
                            "max_range": 9,
                            "flight_path": {"way_points": [0, Decimal("-1.5")]},
                        },
                    }
                ],
                {"raw_note": "x", "odds": 1, "any_key": Decimal("1.0")},
                {"some_key": [2**53, Decimal("0.10"), 1]},
            ),
        ],
        "enemies_item_drops": [("goblin", 0, UUID, Decimal("0.05"))],
        "maps": [("goblin", "08:30:00")],
    },
    TypescriptOptions(
        "@game/chosen",
        data="js",
        case="camelCase",
        names={
            "Enemy": "Monster",
            "EnemyItemDrop": "Loot",
            "Enemy.max_hp": "hitPoints",
            "Enemy.slug_name": "slug",
            "EnemyItemDrop.drop_chance": "odds",
            "MeleeAttack.attack_kind": "kind",
            "RangedAttack.attack_kind": "kind",
        },
        types={
            "numeric": "string",
            "bigint": "string",
            "uuid": "string",
            "date-time": ImportedType("Instant", "@game/time"),
            "Enemy.extra_data": ImportedType("Extra", "@game/types"),
            "RangedAttack.flight_path": ImportedType("Flight", "@game/types"),
        },
    ),
)
