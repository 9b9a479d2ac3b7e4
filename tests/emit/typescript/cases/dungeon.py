"""A package as users know it: tables that refer to each other, child rows, secrets."""

from decimal import Decimal

from seedc.model.project import TypescriptOptions
from seedc.model.shape import (
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
    UnionShape,
)
from seedc.model.table import Owner, Parent
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

RARITY = EnumShape(
    "Rarity",
    ("common", "uncommon", "rare", "epic", "legendary"),
    "How seldom a thing turns up, from common to one of a kind.",
)
ELEMENT = EnumShape("Element", ("fire", "frost"), "The damage elements.")
EFFECT = UnionShape(
    "Effect",
    (
        ObjectShape(
            "DamageEffect",
            (
                Field("kind", ConstShape("damage"), required=True),
                Field("element", Named("Element"), required=True),
                Field("amount", INTEGER, required=True, description="Hit points."),
                Field("formula", TEXT, required=False, public=False),
            ),
            "Takes hit points.",
        ),
        ObjectShape(
            "SummonEffect",
            (
                Field("kind", ConstShape("summon"), required=True),
                Field("enemy_id", StringShape(references="enemies.id"), required=True),
            ),
        ),
        ObjectShape(
            "SequenceEffect",
            (
                Field("kind", ConstShape("sequence"), required=True),
                Field("steps", ArrayShape(Named("Effect")), required=True),
            ),
            "Does one thing after the other.",
        ),
    ),
    "kind",
    "What an ability does.",
)
FORMULA = ObjectShape(
    "Formula", (Field("text", TEXT, required=True),), "Only servers know it."
)

ELEMENTS = table(
    "elements",
    "ElementProfile",
    column("id", Named("Element"), "The element itself."),
    column("color", StringShape(pattern="^#[0-9a-f]{6}$")),
    description="How an element looks.",
)
ITEMS = table(
    "items",
    "Item",
    column("id"),
    column("name", description="Name shown to players."),
    column("rarity", Named("Rarity"), required=False),
    column("weight", NUMBER, "In kilograms."),
    description="A thing that can be picked up.",
)
ENEMIES = table(
    "enemies",
    "Enemy",
    column("id"),
    column("name", description="Name shown to players."),
    column(
        "tier",
        EnumShape("EnemyTier", ("fodder", "soldier", "elite"), "Weight class."),
        "Weight class.",
    ),
    column("element", Named("Element", references="elements.id"), "Its nature."),
    column(
        "evolves_into",
        NullableShape(StringShape(references="enemies.id")),
        "What it becomes if it slays a player and survives; null if nothing does, "
        "which is the case for most.",
    ),
    column(
        "max_level",
        NullableShape(INTEGER),
        "No cap if null, inherited if absent.",
        required=False,
    ),
    column("spawn_rule", TEXT, public=False),
    column("formula", Named("Formula"), public=False),
    column("effects", ArrayShape(Named("Effect")), "What it can do, in order."),
    column("times_slain", INTEGER, "Counted live.", owner=Owner.LIVE),
    description="An enemy that a player can meet.",
    record_schema={
        "properties": {
            "id": {},
            "name": {},
            "tier": {},
            "element": {},
            "drops": {"description": "What it may leave."},
            "tags": {"description": "Words to find it by."},
        }
    },
)
ENEMY_DROPS = table(
    "enemies_drops",
    "EnemyDrop",
    added_column("enemy_id", TEXT),
    added_column("position"),
    column("item_id", StringShape(references="items.id")),
    column("chance", NUMBER, "From 0 to 1."),
    column("note", TEXT, public=False, required=False),
    key=("enemy_id", "item_id"),
    parent=Parent("enemies", "drops", ("enemy_id",), scalar=False, required=True),
    description="What it may leave.",
)
ENEMY_TAGS = table(
    "enemies_tags",
    "EnemyTag",
    added_column("enemy_id", TEXT),
    added_column("position"),
    added_column("value", TEXT),
    key=("enemy_id", "position"),
    parent=Parent("enemies", "tags", ("enemy_id",), scalar=True, required=False),
)
ENEMY_SECRETS = table(
    "enemies_secrets",
    "EnemySecret",
    added_column("enemy_id", TEXT),
    added_column("position"),
    added_column("value", TEXT),
    key=("enemy_id", "position"),
    parent=Parent("enemies", "secrets", ("enemy_id",), scalar=True, required=True),
    public=False,
)
BESTIARY = table(
    "bestiary",
    "BestiaryEntry",
    column("id", StringShape(references="enemies.id")),
    column("text"),
    description="What is known of an enemy; it shares the enemy's id.",
)
FLOORS = table(
    "floors",
    "Floor",
    column("number", NumberShape(integer=True, minimum=1)),
    column("spawns", MapShape(NumberShape(integer=True)), "Weight by enemy."),
    key=("number",),
)
POOLS = table(
    "floor_pools",
    "FloorPool",
    column("floor", NumberShape(integer=True, references="floors.number")),
    column("enemy_id", StringShape(references="enemies.id")),
    column("weight", NUMBER),
    column("spawn_rule_id", StringShape(references="spawn_rules.id")),
    key=("floor", "enemy_id"),
)
SPAWN_RULES = table(
    "spawn_rules", "SpawnRule", column("id"), column("sql"), public=False
)

DUNGEON = Case(
    catalog(
        [
            ELEMENTS,
            ITEMS,
            ENEMIES,
            ENEMY_DROPS,
            ENEMY_TAGS,
            ENEMY_SECRETS,
            BESTIARY,
            FLOORS,
            SPAWN_RULES,
            POOLS,
        ],
        [ELEMENT, RARITY, EFFECT, FORMULA],
    ),
    {
        "elements": [("fire", "#ff0000"), ("frost", "#0000ff")],
        "items": [
            ("sword", "Sword", "rare", Decimal("1.10")),
            ("twig", "Twig", None, Decimal("0.05")),
        ],
        "enemies": [
            (
                "goblin",
                "Goblin",
                "fodder",
                "fire",
                "hobgoblin",
                None,
                "never",
                {"text": "hp * 2"},
                [
                    {
                        "kind": "sequence",
                        "steps": [
                            {
                                "kind": "damage",
                                "element": "fire",
                                "amount": 3,
                                "formula": "secret",
                            },
                            {"kind": "summon", "enemy_id": "goblin"},
                        ],
                    }
                ],
                None,
            ),
            (
                "hobgoblin",
                "Hobgoblin",
                "elite",
                "frost",
                None,
                12,
                "never",
                {"text": "hp"},
                [],
                None,
            ),
        ],
        "enemies_drops": [
            ("goblin", 1, "sword", Decimal("0.5"), "server only"),
            ("goblin", 0, "twig", Decimal("0.25"), None),
        ],
        "enemies_tags": [("goblin", 0, "green"), ("goblin", 1, "small")],
        "enemies_secrets": [("goblin", 0, "afraid of cats")],
        "bestiary": [("goblin", "It smells.")],
        "floors": [(1, {"goblin": 3}), (2, {})],
        "floor_pools": [(1, "goblin", Decimal("0.75"), "night")],
    },
    TypescriptOptions("@game/dungeon", data="js", table_data={"bestiary": "none"}),
)
