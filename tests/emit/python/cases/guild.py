"""A catalog of all that relationships can lead to."""

from dataclasses import replace

from seedc.model.catalog import Catalog
from seedc.model.reference import ForeignKey
from seedc.model.table import Table, UniqueKey
from tests.emit.python.builders import (
    INTEGER,
    added,
    catalog,
    column,
    key,
    optional,
    refers,
    rows_of,
    table,
)


def guild() -> Catalog:
    """Return the catalog."""
    characters, quests = _characters(), table("quests", "Quest", column("id"))
    steps = rows_of(quests, "steps", "QuestStep", column("text"))
    return catalog(
        "guild",
        table("spells", "Spell", column("id")),
        _regions(),
        _guilds(),
        characters,
        _owned(characters, "favored_spells", "FavoredSpell", "spells"),
        _owned(characters, "apprentices", "Apprentice", "characters"),
        _loot(characters),
        _between("character_spells", "CharacterSpell", "character_id", "spell_id"),
        _between("forbidden_spells", "ForbiddenSpell", "character_id", "spell_id"),
        _between("friendships", "Friendship", "character_id", "friend_id"),
        _portraits(),
        _visits(),
        _duels(),
        quests,
        steps,
        _owned(steps, "hints", "QuestStepHint", "spells"),
        cycles=frozenset({"guilds_leader_id_fkey"}),
    )


TARGETS = {
    "character_id": "characters",
    "friend_id": "characters",
    "spell_id": "spells",
}


def _regions() -> Table:
    whole = table("regions", "Region", column("world"), column("name"))
    return replace(whole, primary_key=("world", "name"))


def _guilds() -> Table:
    guilds = table("guilds", "Guild", column("id"), optional(column("leader_id")))
    unique = UniqueKey("guilds_leader_id_key", ("leader_id",), deferrable=True)
    leader = key("guilds", "leader_id", "characters")
    return replace(refers(guilds, leader), unique_keys=(unique,))


def _characters() -> Table:
    """Return a table that refers to itself twice, and to one that refers to it."""
    names = ("guild_id", "mentor_id", "rival_id")
    return refers(
        table(
            "characters",
            "Character",
            column("id"),
            *(optional(column(name)) for name in names),
        ),
        key("characters", "guild_id", "guilds"),
        key("characters", "mentor_id", "characters"),
        key("characters", "rival_id", "characters"),
    )


def _owned(parent: Table, member: str, class_name: str, target: str) -> Table:
    """Return the rows of a list of ids."""
    value = added(column("value"))
    rows = rows_of(parent, member, class_name, value, scalar=True)
    return refers(rows, *rows.foreign_keys, key(rows.name, "value", target))


def _loot(characters: Table) -> Table:
    """Return the rows of a list of objects, which refer twice to one table."""
    items = (column("spell_id"), optional(column("fallback_spell_id")))
    rows = rows_of(characters, "loot", "CharacterLoot", *items)
    keys = (key(rows.name, item.name, "spells") for item in items)
    return refers(rows, *rows.foreign_keys, *keys)


def _between(name: str, class_name: str, *columns: str) -> Table:
    """Return a table whose key is two foreign keys."""
    whole = table(name, class_name, *map(column, columns), column("since", INTEGER))
    keys = (key(name, c, TARGETS[c]) for c in columns)
    return replace(refers(whole, *keys), primary_key=columns)


def _portraits() -> Table:
    return refers(
        table("portraits", "Portrait", column("character_id"), column("file")),
        key("portraits", "character_id", "characters"),
    )


def _visits() -> Table:
    """Return a table between two, one of which has a key of two columns."""
    columns = ("character_id", "world", "region")
    region = ForeignKey(
        "visits_world_region_fkey", ("world", "region"), "regions", ("world", "name")
    )
    visitor = key("visits", "character_id", "characters")
    whole = refers(table("visits", "Visit", *map(column, columns)), visitor, region)
    return replace(whole, primary_key=columns)


def _duels() -> Table:
    """Return a table that joins rows of one world: both keys have a column of it."""
    columns = ("world", "home", "away")
    keys = (
        ForeignKey(
            f"duels_world_{side}_fkey", ("world", side), "regions", ("world", "name")
        )
        for side in ("home", "away")
    )
    whole = refers(table("duels", "Duel", *map(column, columns)), *keys)
    return replace(whole, primary_key=columns)
