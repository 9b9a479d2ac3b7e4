"""Laws of converting names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.text.names import camel_case, pascal_case, singular, snake_case, words

NAMES = st.text("abcxyzABCXYZ019_", max_size=12)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("maxHP_2", ["max", "HP", "2"]),
        ("floor_pools", ["floor", "pools"]),
        ("HTTPServer", ["HTTP", "Server"]),
        ("", []),
        ("__", []),
        ("größeÄnderung", ["größe", "Änderung"]),
        ("हिन्दी_漢字", ["हिन्दी", "漢字"]),
        ("cafe\u0301", ["caf\u00e9"]),
        ("\ufb01re", ["fire"]),
    ],
)
def test_words(name: str, expected: list[str]) -> None:
    """A name falls into words at capitals, digits and what is no letter."""
    assert expected == words(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("maxHP", "max_hp"),
        ("HTTPServer", "http_server"),
        ("floorPools", "floor_pools"),
        ("item2", "item2"),
        ("item2Count", "item2_count"),
        ("floor-pools", "floor_pools"),
        ("_a__b_", "a_b"),
        ("größeÄnderung", "größe_änderung"),
        ("हिन्दी", "हिन्दी"),
        ("cafe\u0301", "caf\u00e9"),
        ("\uff4d\uff41\uff58 \u2103", "max_c"),
        ("\U0001f409", ""),
        ("", ""),
    ],
)
def test_snake_case(name: str, expected: str) -> None:
    """Words are joined by one underscore; digits stay with the word before them."""
    assert expected == snake_case(name)


@pytest.mark.parametrize(
    ("name", "pascal", "camel"),
    [
        ("floor_pools", "FloorPools", "floorPools"),
        ("max_hp_2", "MaxHp2", "maxHp2"),
        ("maxHP", "MaxHP", "maxHP"),
        ("", "", ""),
    ],
)
def test_pascal_and_camel_case(name: str, pascal: str, camel: str) -> None:
    """Every word begins with a capital, the first one only in PascalCase."""
    assert (pascal, camel) == (pascal_case(name), camel_case(name))


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("items", "item"),
        ("enemies", "enemy"),
        ("dies", "die"),
        ("boxes", "box"),
        ("classes", "class"),
        ("branches", "branch"),
        ("bonuses", "bonus"),
        ("status", "status"),
        ("class", "class"),
        ("basis", "basis"),
        ("children", "child"),
        ("Children", "Child"),
        ("enemyChildren", "enemyChild"),
        ("ENEMIES", "ENEMY"),
        ("people", "person"),
        ("wolves", "wolf"),
        ("knives", "knife"),
        ("caves", "cave"),
        ("heroes", "hero"),
        ("shoes", "shoe"),
        ("zombies", "zombie"),
        ("analyses", "analysis"),
        ("bases", "base"),
        ("houses", "house"),
        ("caches", "cache"),
        ("mazes", "maze"),
        ("quizzes", "quiz"),
        ("lenses", "lens"),
        ("lens", "lens"),
        ("news", "news"),
        ("menus", "menu"),
        ("sizes", "size"),
        ("loot", "loot"),
        ("species", "species"),
        ("floor_pools", "floor_pool"),
        ("floorPools", "floorPool"),
        ("item", "item"),
        ("", ""),
    ],
)
def test_singular(noun: str, expected: str) -> None:
    """The last word of a compound becomes singular, if it is a plural."""
    assert expected == singular(noun)


@given(NAMES)
def test_snake_case_is_stable(name: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """A name in `snake_case` stays as it is."""
    once = snake_case(name)
    assert once == snake_case(once)


@given(NAMES)
def test_pascal_case_keeps_all_but_the_underscores(name: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Changing the case loses no letter and no digit."""
    assert name.replace("_", "").lower() == pascal_case(name).lower()
