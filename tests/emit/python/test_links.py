"""Relationships are named after what they mean."""

from dataclasses import replace

import pytest

from seedc.emit.python.links import links_of
from seedc.model.reference import ForeignKey
from seedc.model.table import Table, UniqueKey
from tests.emit.python.builders import catalog, column, key, refers, rows_of, table


def elements() -> Table:
    """Build a table to refer to."""
    return table("elements", "Element", column("id"))


def enemies(*names: str) -> Table:
    """Build a table whose columns of these names refer to elements."""
    columns = [column("id"), *(column(name) for name in names)]
    keys = (key("enemies", n, "elements") for n in names)
    return refers(table("enemies", "Enemy", *columns), *keys)


def names_of(*tables: Table) -> list[tuple[str, str]]:
    """Return the names of both sides of each link."""
    return [(k.forward, k.back) for k in links_of(catalog("game", *tables))]


@pytest.mark.parametrize(
    ("column_name", "forward", "back"),
    [
        ("element_id", "element", "enemies"),
        ("weak_element_id", "weak_element", "enemies_by_weak_element"),
        ("affinity_key", "affinity", "enemies_by_affinity"),
        ("affinity", "affinity_element", "enemies_by_affinity"),
        ("element", "element_row", "enemies"),
        ("weak_element", "weak_element_row", "enemies_by_weak_element"),
    ],
)
def test_a_relationship_is_its_column_without_the_ending(
    column_name: str, forward: str, back: str
) -> None:
    """The column says what the row means to us; the other side says so too."""
    assert names_of(elements(), enemies(column_name)) == [(forward, back)]


def test_another_key_renames_nothing() -> None:
    """Names do not depend on what other keys there are."""
    one = names_of(elements(), enemies("element_id"))
    two = names_of(elements(), enemies("element_id", "weak_element_id"))
    assert two[: len(one)] == one


def test_a_column_of_the_name_comes_first() -> None:
    """A relationship gives way to a column, in words and not in numbers."""
    both = enemies("element_id")
    both = replace(both, columns=(*both.columns, column("element")))
    assert names_of(elements(), both) == [("element_row", "enemies")]


def test_a_back_name_gives_way_to_a_column() -> None:
    """So does the other side."""
    target = table("elements", "Element", column("id"), column("enemies"))
    assert names_of(target, enemies("element_id")) == [
        ("element", "enemies_by_element")
    ]


def test_a_reserved_word_gets_an_underscore() -> None:
    """A hero's `class_id` leads to `hero.class_`, and a class to its heroes."""
    classes = table("classes", "HeroClass", column("id"))
    heroes = refers(
        table("heroes", "Hero", column("id"), column("class_id")),
        key("heroes", "class_id", "classes"),
    )
    assert names_of(classes, heroes) == [("class_", "heroes")]


def test_child_rows_are_called_as_in_the_file() -> None:
    """The parent has its list under the property's own name."""
    parent = table("enemies", "Enemy", column("id"))
    drops = rows_of(parent, "drops", "EnemyDrop", column("item"))
    assert names_of(parent, drops) == [("enemy", "drops")]


def test_a_list_whose_name_is_no_word_gets_one() -> None:
    """A property may be called anything; its record has the same attribute."""
    parent = table("enemies", "Enemy", column("id"))
    rows = rows_of(parent, "0", "EnemyZero", column("item"))
    assert names_of(parent, rows) == [("enemy", "field_0")]


def test_a_list_of_references_leads_to_its_targets() -> None:
    """An item that is nothing but a reference is named after what it refers to."""
    parent = table("enemies", "Enemy", column("id"))
    weak_to = rows_of(parent, "weak_to", "EnemyWeakTo", column("value"), scalar=True)
    to_elements = key(weak_to.name, "value", "elements")
    keys = (*weak_to.foreign_keys, to_elements)
    assert names_of(elements(), parent, refers(weak_to, *keys)) == [
        ("enemy", "weak_to"),
        ("element", "enemies_weak_to"),
    ]


def test_a_unique_key_makes_a_single_row() -> None:
    """Where one row at most refers, the other side is one row."""
    unique = UniqueKey("enemies_element_id_key", ("element_id",), deferrable=True)
    single = replace(enemies("element_id"), unique_keys=(unique,))
    assert names_of(elements(), single) == [("element", "enemy")]


def test_a_composite_key_is_named_after_its_target() -> None:
    """Several columns have no name in common but the table they lead to."""
    pools = replace(
        table("floor_pools", "FloorPool", column("floor"), column("theme")),
        primary_key=("floor", "theme"),
    )
    spawns = refers(
        table("spawns", "Spawn", column("id"), column("floor"), column("theme")),
        ForeignKey("k", ("floor", "theme"), "floor_pools", ("floor", "theme")),
    )
    assert names_of(pools, spawns) == [("floor_pool", "spawns")]


def test_two_composite_keys_are_told_apart() -> None:
    """The column that is called otherwise in the target says what it is for."""
    regions = replace(
        table("regions", "Region", column("world"), column("name")),
        primary_key=("world", "name"),
    )
    duels = refers(
        table("duels", "Duel", *map(column, ("id", "world", "home", "away_name"))),
        ForeignKey("a", ("world", "home"), "regions", ("world", "name")),
        ForeignKey("b", ("world", "away_name"), "regions", ("world", "name")),
    )
    assert names_of(regions, duels) == [
        ("home_region", "duels_by_home"),
        ("away", "duels_by_away"),
    ]


def test_a_table_may_refer_to_itself_twice() -> None:
    """Each self-reference has two sides of its own."""
    heroes = table("heroes", "Hero", *map(column, ("id", "mentor_id", "rival_id")))
    keys = (key("heroes", name, "heroes") for name in ("mentor_id", "rival_id"))
    assert names_of(refers(heroes, *keys)) == [
        ("mentor", "heroes_by_mentor"),
        ("rival", "heroes_by_rival"),
    ]
