"""Names that the target adds."""

import pytest

from seedc.text.typescript_names import (
    free_name,
    id_name,
    index_name,
    keys_name,
    rows_name,
    values_name,
)


@pytest.mark.parametrize(
    ("enum", "values"),
    [
        ("Rarity", "RARITIES"),
        ("EnemyTier", "ENEMY_TIERS"),
        ("CharacterClass", "CHARACTER_CLASSES"),
        ("QuestStatus", "QUEST_STATUSES"),
        ("Display", "DISPLAYS"),
        ("Box", "BOXES"),
        ("ItemTags", "ITEM_TAGS"),
    ],
)
def test_values_are_named_in_the_plural(enum: str, values: str) -> None:
    """The array of an enumeration's values has the plural of its name."""
    assert values_name(enum) == values


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("enemies", "enemies"),
        ("floor_pools", "floorPools"),
        ("class", "classRows"),
        ("2d_maps", "_2DMaps"),
    ],
)
def test_rows_are_named_like_their_table(table: str, rows: str) -> None:
    """The array of a table's rows has the table's name, if JavaScript allows it."""
    assert rows_name(table) == rows


def test_an_id_does_not_repeat_its_record() -> None:
    """The type of a key is named for its record, once."""
    assert id_name("Enemy", "id") == "EnemyId"
    assert id_name("Enemy", "enemy_id") == "EnemyId"


def test_the_map_never_takes_the_name_of_the_record() -> None:
    """`ByKey` means the keyed record, even if the key is called key."""
    assert index_name("floors", "number") == "floorsByNumber"
    assert index_name("constants", "key") == "constantsById"


def test_the_union_of_keys_is_no_id() -> None:
    """A key called key has the name already."""
    assert keys_name("Enemy", "id") == "EnemyKey"
    assert keys_name("Constant", "key") == "ConstantKeyType"


def test_the_catalog_has_the_first_right_to_a_name() -> None:
    """A name of ours that is taken grows; it is never numbered."""
    assert free_name("Brand", {"Brand", "BrandType"}, "Type") == "BrandTypeType"
