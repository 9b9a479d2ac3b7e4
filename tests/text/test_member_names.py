"""What TypeScript calls the members of objects."""

import pytest

from seedc.text.member_names import cased


@pytest.mark.parametrize(
    ("key", "camel", "pascal", "snake"),
    [
        ("max_hp", "maxHp", "MaxHp", "max_hp"),
        ("maxHp", "maxHp", "MaxHp", "max_hp"),
        ("playerID", "playerID", "PlayerID", "player_id"),
        ("URLPath", "urlPath", "URLPath", "url_path"),
        ("Name", "name", "Name", "name"),
        ("MAX_HP", "maxHp", "MaxHp", "max_hp"),
        ("lvl_2_cap", "lvl2Cap", "Lvl2Cap", "lvl_2_cap"),
        ("max-hp", "maxHp", "MaxHp", "max_hp"),
        ("odd value", "oddValue", "OddValue", "odd_value"),
        ("Über_größe", "überGröße", "ÜberGröße", "über_größe"),
        ("2d", "2d", "2d", "2d"),
        ("_id", "_id", "_Id", "_id"),
        ("__proto__", "__proto__", "__Proto__", "__proto__"),
    ],
)
def test_cases(key: str, camel: str, pascal: str, snake: str) -> None:
    """Separators go, capitals within a word and underscores around it stay."""
    assert cased(key, "camelCase") == camel
    assert cased(key, "PascalCase") == pascal
    assert cased(key, "snake_case") == snake
    assert cased(key, "keep") == key


@pytest.mark.parametrize("key", ["", "_", "-", "$ref", "a.b", 'say "hi"'])
def test_what_is_no_word_stays(key: str) -> None:
    """A key of other characters is left as it is."""
    assert cased(key, "camelCase") == cased(key, "snake_case") == key
