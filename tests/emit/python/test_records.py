"""Records take the seeds' own JSON, exactly, and refuse what the schema forbids."""

import json
from decimal import Decimal

import pytest
from pydantic import ValidationError

from seedc.model.json_value import JsonObject
from tests.emit.python.golden.dungeon.records import Enemy, Item, MeleeAbility
from tests.emit.python.golden.odd.records import Base, Node, OddKeys, Open

GOBLIN = """{
  "id": "goblin", "rarity": "common", "maxHP": 20, "level_cap": null, "is_boss": false,
  "ability": {"kind": "melee", "damage": 3},
  "resistances": {"fire": 0.25},
  "spawned_on": "2026-01-13T00:00:00Z",
  "drops": [{"item_id": "sword", "chance": 0.250}],
  "tags": ["small"]
}"""
SWORD = """{"id": "sword", "name": "Sword", "price": %s}"""


def read(text: str) -> object:
    """Read JSON with exact numbers."""
    value: object = json.loads(text, parse_float=Decimal)
    return value


def goblin(**changes: object) -> dict[str, object]:
    """Return the goblin's JSON with other values."""
    given = read(GOBLIN)
    assert isinstance(given, dict)
    return given | changes


def test_a_record_is_read_with_its_child_rows() -> None:
    """Child rows are a list in the record, as in the file."""
    enemy = Enemy.model_validate(goblin())
    assert [drop.item_id for drop in enemy.drops] == ["sword"]
    assert enemy.tags == ["small"]


def test_a_record_is_written_as_it_was_read() -> None:
    """Keys of the file, absent members and null come back as they were."""
    enemy = Enemy.model_validate(goblin())
    again = enemy.model_dump(by_alias=True, exclude_unset=True)
    assert again | {"spawned_on": "2026-01-13T00:00:00Z"} == goblin()


@pytest.mark.parametrize("price", ["1.10", "0.00", "999999.99", "1000000.49"])
def test_numbers_stay_exact(price: str) -> None:
    """A decimal keeps its digits, zeros at the end too."""
    item = Item.model_validate(read(SWORD % price))
    assert str(item.price) == price


def test_a_union_is_told_apart_by_its_discriminator() -> None:
    """The arm that the constant names is the class that comes out."""
    ability = Enemy.model_validate(goblin()).ability
    assert ability == MeleeAbility(kind="melee", damage=3)


@pytest.mark.parametrize(
    "bad",
    [
        {"id": ""},
        {"id": "Goblin"},
        {"rarity": "mythic"},
        {"maxHP": 0},
        {"max_hp": 20},
        {"ability": {"kind": "ranged", "damage": 3}},
        {"ability": {"kind": "melee"}},
        {"resistances": {"fire": 2}},
        {"colors": []},
        {"drops": None},
        {"drops": [{"item_id": "sword", "chance": Decimal("1.1")}]},
        {"tags": ["x"]},
        {"spawned_on": "2026-01-13T00:00:00"},
        {"updated_at": "2026-01-13T00:00:00Z"},
        {"unknown": 1},
    ],
    ids=str,
)
def test_what_the_schema_forbids_is_refused(bad: dict[str, object]) -> None:
    """Bounds, closed objects and the live system's columns are no suggestions."""
    with pytest.raises(ValidationError):
        Enemy.model_validate(goblin(**bad))


@pytest.mark.parametrize("price", ["-0.01", "1000000.5", "1.105"])
def test_bounds_of_decimals_are_exact(price: str) -> None:
    """A bound with a fraction holds to the last digit."""
    with pytest.raises(ValidationError):
        Item.model_validate(read(SWORD % price))


@pytest.mark.parametrize("key", ["id", "level_cap", "drops"])
def test_a_required_member_must_be_there(key: str) -> None:
    """Null is a value; to be absent is none."""
    given = goblin()
    del given[key]
    with pytest.raises(ValidationError):
        Enemy.model_validate(given)


def test_a_record_does_not_change() -> None:
    """Records are values."""
    enemy = Enemy.model_validate(goblin())
    with pytest.raises(ValidationError, match="frozen"):
        enemy.max_hp = 3  # type: ignore[misc]  # that is the law


def test_any_key_has_an_attribute() -> None:
    """Keys that are no identifiers, or reserved, have a name nearby."""
    given = {"max-hp": 1, "class": "c", "2nd": {"name": "n"}, 'it\'s "so"': True}
    keys = OddKeys.model_validate({**given, "__private": [], "model_dump": "d"})
    assert (keys.max_hp, keys.class_, keys.it_s_so) == (1, "c", True)
    assert (keys.field_2nd, keys.private) == (Node(name="n"), [])
    assert keys.field_model_dump == "d"


def test_a_shape_may_contain_itself() -> None:
    """Recursive definitions are recursive classes."""
    given = {"name": "a", "children": [{"name": "b"}], "tree": ["x", {"y": None}]}
    node = Node.model_validate(given)
    assert node.model_dump(exclude_unset=True) == given


def test_an_open_object_checks_its_other_values() -> None:
    """Other keys are kept, and their values have the declared shape."""
    assert Open.model_validate({"a": True, "b": 2}).model_extra == {"b": 2}
    with pytest.raises(ValidationError):
        Open.model_validate({"a": True, "b": "two"})


def test_a_pattern_may_look_ahead() -> None:
    """Patterns that Rust's regular expressions refuse are left to Python's."""
    given: JsonObject = {"id": 1, "int": 1, "language": None, "stepsTaken": []}
    assert Base.model_validate({**given, "looks": 'ab"\\'}).looks == 'ab"\\'
    with pytest.raises(ValidationError):
        Base.model_validate({**given, "looks": "b"})
