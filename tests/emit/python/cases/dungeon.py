"""A game as one would write it: what users see in the end."""

from dataclasses import replace
from decimal import Decimal

from seedc.model.catalog import Catalog
from seedc.model.column_type import (
    BigInt,
    Boolean,
    Double,
    Json,
    Numeric,
    SmallInt,
    Timestamp,
    Uuid,
    Varchar,
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
    NumberShape,
    ObjectShape,
    StringShape,
    UnionShape,
)
from seedc.model.table import Check, Column, Index, IndexColumn, Owner, Table, UniqueKey
from tests.emit.python.builders import (
    INTEGER,
    TEXT,
    added,
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

ELEMENT = EnumShape("Element", ("fire", "ice", "raw-magic"), "What a spell is made of.")
RARITY = EnumShape("EnemyRarity", ("common", "rare", "epic"))
ID = StringShape(min_length=1, max_length=40, pattern="^[a-z_]+$")
CHANCE = NumberShape(integer=False, minimum=0, maximum=1)

MELEE = ObjectShape(
    "MeleeAbility",
    (
        Field("kind", ConstShape("melee"), required=True),
        Field("damage", INTEGER, required=True, description="Damage of one hit."),
    ),
    "Hits what stands beside it.",
)
RANGED = ObjectShape(
    "RangedAbility",
    (
        Field("kind", ConstShape("ranged"), required=True),
        Field("range", NumberShape(integer=False, minimum=1), required=True),
        Field("element", Named("Element"), required=False),
    ),
)
ABILITY = UnionShape("EnemyAbility", (MELEE, RANGED), "kind", "What an enemy can do.")


def dungeon() -> Catalog:
    """Return the catalog."""
    enemies = _enemies()
    return catalog(
        "dungeon",
        _items(),
        _themes(),
        enemies,
        _drops(enemies),
        rows_of(enemies, "tags", "EnemyTag", _tag(), scalar=True),
        _pools(),
        _spawns(),
        definitions=(ELEMENT,),
        cycles=frozenset({"themes_boss_id_fkey"}),
    )


def _items() -> Table:
    price = replace(column("price", CHANCE, Numeric(12, 2)), shape=_price())
    return replace(
        table(
            "items",
            "Item",
            described(column("id", ID), "Its id."),
            column("name", StringShape(max_length=40), Varchar(40)),
            described(price, "What a merchant asks, in gold."),
            optional(
                column("weight", NumberShape(integer=False, floating=True), Double())
            ),
            optional(column("asset", StringShape(format="uuid"), Uuid())),
            added(optional(column("retired_at", _moment(), Timestamp()))),
        ),
        unique_keys=(UniqueKey("items_name_key", ("name",), deferrable=True),),
        indexes=(
            Index(
                "items_price_name_idx",
                (IndexColumn("price", descending=True), IndexColumn("name")),
                where="retired_at IS NULL",
            ),
        ),
        checks=(
            Check("items_price_check", "price >= 0"),
            Check("items_weigh_something", "least(price, weight) >= 0"),
        ),
        removal="retire",
        description="Something a player can carry.",
    )


def _price() -> NumberShape:
    return NumberShape(
        integer=False,
        minimum=0,
        exclusive_maximum=Decimal("1000000.5"),
        multiple_of=Decimal("0.01"),
    )


def _moment() -> StringShape:
    return StringShape(format="date-time")


def _themes() -> Table:
    return refers(
        replace(
            table(
                "themes",
                "Theme",
                column("id", ID),
                column("element", Named("Element")),
                optional(column("boss_id")),
            ),
            unique_keys=(
                UniqueKey("themes_boss_id_key", ("boss_id",), deferrable=True),
            ),
            description="The look and the people of a floor.",
        ),
        key("themes", "boss_id", "enemies"),
    )


def _enemies() -> Table:
    resistances = MapShape(CHANCE)
    cap = replace(column("level_cap", NullableShape(INTEGER)), nullable=True)
    return replace(
        refers(
            table(
                "enemies",
                "Enemy",
                described(column("id", ID), "Its id."),
                column("rarity", RARITY),
                replace(
                    column("max_hp", NumberShape(integer=True, minimum=1)), key="maxHP"
                ),
                described(cap, "Highest level it spawns at; null for no cap."),
                optional(column("theme_id")),
                optional(column("evolves_from_id")),
                optional(column("trophy_id")),
                column("is_boss", BooleanShape(), Boolean()),
                described(column("ability", ABILITY, Json()), "What it can do."),
                optional(column("resistances", resistances, Json())),
                optional(column("colors", ArrayShape(ID, min_items=1), Json())),
                replace(
                    column("spawned_on", StringShape(format="date-time"), Timestamp()),
                    owner=Owner.ONCE,
                ),
                live(column("updated_at", _moment(), Timestamp()), "now()"),
                live(column("kills", INTEGER, BigInt()), "0"),
            ),
            key("enemies", "theme_id", "themes"),
            key("enemies", "evolves_from_id", "enemies"),
            key("enemies", "trophy_id", "items"),
        ),
        indexes=(
            Index("enemies_ability_idx", (IndexColumn("ability"),), method="gin"),
            Index("enemies_theme_id_idx", (IndexColumn("theme_id"),)),
        ),
        checks=(
            Check("enemies_rarity_check", "rarity IN ('common', 'rare', 'epic')"),
            Check("enemies_id_check", "id ~ '^[a-z_]+$'", portable=False),
        ),
        description="An enemy that a player can meet.",
    )


def _drops(enemies: Table) -> Table:
    drops = rows_of(
        enemies,
        "drops",
        "EnemyDrop",
        column("item_id"),
        described(column("chance", CHANCE, Numeric(4, 3)), "0 to 1."),
    )
    keys = (*drops.foreign_keys, key("enemies_drops", "item_id", "items"))
    return replace(drops, foreign_keys=keys, description="What it may leave behind.")


def _tag() -> Column:
    return added(column("value", StringShape(min_length=2)))


def _pools() -> Table:
    return replace(
        refers(
            table(
                "floor_pools",
                "FloorPool",
                column("theme_id"),
                column("floor", NumberShape(integer=True, minimum=1), SmallInt()),
                column("size", INTEGER),
            ),
            key("floor_pools", "theme_id", "themes"),
        ),
        primary_key=("floor", "theme_id"),
    )


def _spawns() -> Table:
    pool = ForeignKey(
        "spawns_floor_theme_id_fkey",
        ("floor", "theme_id"),
        "floor_pools",
        ("floor", "theme_id"),
    )
    return refers(
        table(
            "spawns",
            "Spawn",
            column("id", NumberShape(integer=True), BigInt()),
            column("floor", INTEGER, SmallInt()),
            column("theme_id"),
            column("enemy", TEXT),
        ),
        pool,
        key("spawns", "theme_id", "themes"),
        key("spawns", "enemy", "enemies"),
    )
