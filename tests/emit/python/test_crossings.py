"""Relationships across a table are named after what they lead to."""

from dataclasses import replace

import pytest

from seedc.emit.python import emit
from seedc.emit.python.relations import relations_of
from seedc.model.catalog import Catalog
from seedc.model.project import PythonOptions
from seedc.model.reference import ForeignKey
from seedc.model.table import Table, UniqueKey
from tests.emit.python.builders import catalog, column, key, refers, rows_of, table
from tests.emit.python.cases.guild import guild

EXPECTED = """
characters.apprentice_characters: characters_apprentices.value
characters.characters_by_apprentices: characters_apprentices.character_id
characters.characters_by_friend: friendships.character_id
characters.favored_spell_rows: characters_favored_spells.value
characters.friend_characters: friendships.friend_id
characters.loot_fallback_spells: characters_loot.fallback_spell_id
characters.loot_spells: characters_loot.spell_id
characters.regions: visits.region
characters.spells: character_spells.spell_id
characters.spells_through_forbidden_spells: forbidden_spells.spell_id
quests_steps.hint_spells: quests_steps_hints.value
regions.away_regions_by_home: duels.away
regions.characters: visits.character_id
regions.home_regions_by_away: duels.home
spells.characters: character_spells.character_id
spells.characters_by_favored_spells: characters_favored_spells.character_id
spells.characters_by_loot: characters_loot.character_id
spells.characters_by_loot_fallback_spell: characters_loot.character_id
spells.characters_through_forbidden_spells: forbidden_spells.character_id
spells.quests_steps_by_hints: quests_steps_hints.quests_step_position
"""


def crossings_of(given: Catalog) -> list[str]:
    """Return all crossings: table and name, then the column that leads on."""
    return sorted(
        f"{c.near.table}.{c.name}: {c.table.name}.{c.far.columns[-1]}"
        for c in relations_of(given).crossings
    )


def owners(*columns: str) -> Table:
    """Build a table whose key is a hero and a pet."""
    whole = table("owners", "Owner", *map(column, ("hero_id", "pet_id", *columns)))
    keys = key("owners", "hero_id", "heroes"), key("owners", "pet_id", "pets")
    return replace(refers(whole, *keys), primary_key=("hero_id", "pet_id"))


def names_of(*tables: Table) -> set[str]:
    """Return the names of the crossings of tables."""
    crossings = relations_of(catalog("game", *tables)).crossings
    return {f"{c.near.table}.{c.name}" for c in crossings}


OPTIONS = PythonOptions("game")
HEROES = table("heroes", "Hero", column("id"))
PETS = table("pets", "Pet", column("id"))


def test_each_way_to_cross_has_its_name() -> None:
    """Both ends of each table between others say what they lead to."""
    assert crossings_of(guild()) == EXPECTED.split("\n")[1:-1]


def test_no_two_relationships_of_a_class_have_one_name() -> None:
    """Names of links and crossings are apart, and apart from columns."""
    relations, names = relations_of(guild()), set[tuple[str, str]]()
    found = [
        *((link.table.name, link.forward) for link in relations.links),
        *((link.key.table, link.back) for link in relations.links),
        *((c.near.table, c.name) for c in relations.crossings),
        *((t.name, c.attribute) for t in guild().tables for c in t.columns),
    ]
    names.update(found)
    assert len(names) == len(found)


def test_a_table_between_two_joins_them() -> None:
    """The obvious name, where nothing else has it."""
    assert names_of(HEROES, PETS, owners()) == {"heroes.pets", "pets.heroes"}


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        (["pets"], "pets_through_owners"),
        (["pets", "pets_through_owners"], "pets_through_owners_by_hero_id_and_pet_id"),
    ],
)
def test_a_column_of_the_name_comes_first(taken: list[str], expected: str) -> None:
    """A relationship gives way, and says more."""
    heroes = table("heroes", "Hero", column("id"), *map(column, taken))
    assert names_of(heroes, PETS, owners()) == {f"heroes.{expected}", "pets.heroes"}


def test_names_never_run_out() -> None:
    """Where all that can be said is taken, an underscore is left."""
    last = "pets_through_owners_by_hero_id_and_pet_id"
    taken = ("pets", "pets_through_owners", last, f"{last}_")
    heroes = table("heroes", "Hero", column("id"), *map(column, taken))
    assert f"heroes.{last}__" in names_of(heroes, PETS, owners())


def test_more_in_the_key_joins_nothing() -> None:
    """A key of two references and more is about more than these two."""
    stays = replace(owners("night"), primary_key=("hero_id", "pet_id", "night"))
    assert names_of(HEROES, PETS, stays) == set()


def test_a_unique_end_leads_to_a_single_row() -> None:
    """Where a row is joined to one at most, the relationship is that row."""
    unique = UniqueKey("owners_pet_id_key", ("pet_id",), deferrable=True)
    single = replace(owners(), unique_keys=(unique,))
    assert names_of(HEROES, PETS, single) == {"heroes.pets", "pets.hero"}


def test_an_item_that_refers_to_its_own_kind() -> None:
    """A list of ids of the same table has two ends, and both say so."""
    friends = rows_of(HEROES, "friends", "HeroFriend", column("value"), scalar=True)
    keys = (*friends.foreign_keys, key(friends.name, "value", "heroes"))
    assert names_of(HEROES, refers(friends, *keys)) == {
        "heroes.friend_heroes",
        "heroes.heroes_by_friends",
    }


def test_an_end_that_refers_back_is_told_apart() -> None:
    """Two ways lead from a hero to an owner, and the relationship names its own."""
    told = ("owned_hero_id", "owned_pet_id")
    whole = ForeignKey("heroes_owner_fkey", told, "owners", ("hero_id", "pet_id"))
    heroes = refers(table("heroes", "Hero", *map(column, ("id", *told))), whole)
    given = catalog("game", heroes, PETS, owners())
    (models,) = (f for f in emit(given, OPTIONS) if f.path.endswith("models.py"))
    assert b'primaryjoin="Hero.id == Owner.hero_id"' in models.content
