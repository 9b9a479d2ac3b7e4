"""Name the relationships that lead across an association table.

floor_pools (floor, enemy_id) -> Floor.enemies and Enemy.floors
enemies.drops[].item_id       -> Enemy.drop_items and Item.enemies_by_drops

A row of such a table joins two others: its primary key consists of two foreign keys,
or it is an item of a list and refers to a row besides its parent. These names come
after all others, so that none of those depends on them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, permutations
from typing import final

from seedc.emit.python.identifiers import first_free
from seedc.emit.python.links import Link, hangs_from, is_single, one_of, stem_of
from seedc.model.catalog import Catalog
from seedc.model.reference import ForeignKey
from seedc.model.table import Table
from seedc.text.names import singular, snake_case
from seedc.text.python_names import MODEL_RESERVED, as_word


@final
@dataclass(frozen=True, slots=True)
class Crossing:
    """A relationship from one table across another to a third.

    Attributes:
        table: The table between.
        near: Its foreign key to the table whose class has the relationship.
        far: Its foreign key to the rows that the relationship holds.
        name: Name of the relationship.
        single: Whether it holds one row at most.
    """

    table: Table
    near: ForeignKey
    far: ForeignKey
    name: str
    single: bool


def crossings_of(catalog: Catalog, links: Sequence[Link]) -> tuple[Crossing, ...]:
    """Return the crossings of a catalog, in the order of tables and foreign keys."""
    taken = {
        table.name: {*MODEL_RESERVED, *(c.attribute for c in table.columns)}
        for table in catalog.tables
    }
    for link in links:
        taken[link.table.name].add(link.forward)
        taken[link.key.table].add(link.back)
    return tuple(
        Crossing(
            table,
            near,
            far,
            name=first_free(_names(table, near, far), taken[near.table]),
            single=is_single(table, near),
        )
        for table in catalog.tables
        for one, other in _joined(table)
        for near, far in ((one, other), (other, one))
    )


def _joined(table: Table) -> Iterator[tuple[ForeignKey, ForeignKey]]:
    """Yield the pairs of foreign keys of which each row joins the two targets."""
    hanging = [key for key in table.foreign_keys if hangs_from(table, key)]
    for one, other in permutations(table.foreign_keys, 2):
        first, second = set(one.columns), set(other.columns)
        if first <= second or second <= first:
            continue
        if one in hanging or (
            not hanging
            and first | second == set(table.primary_key)
            and one.name < other.name
        ):
            yield one, other


def _names(table: Table, near: ForeignKey, far: ForeignKey) -> Iterator[str]:
    plain = _item_names if table.parent is not None else _association_names
    names = list(plain(table, near, far))
    yield from names
    yield f"{names[-1]}_through_{snake_case(table.name)}"
    columns = "_and_".join(chain(near.columns, far.columns))
    yield f"{names[-1]}_through_{snake_case(table.name)}_by_{columns}"


def _association_names(
    table: Table, near: ForeignKey, far: ForeignKey
) -> Iterator[str]:
    name = _rows(stem_of(table, far), far, single=is_single(table, near))
    stem = stem_of(table, near)
    yield name if stem == one_of(near.table) else f"{name}_by_{stem}"


def _item_names(table: Table, near: ForeignKey, far: ForeignKey) -> Iterator[str]:
    assert table.parent is not None, "an item hangs from a record"  # noqa: S101
    single = is_single(table, near)
    if hangs_from(table, near):
        role = _role(singular(table.parent.key), table, far)
        yield _rows(role, far, single=single)
        # `favored_classes` are the items, which refer to these rows.
        yield f"{role}_row" if single else f"{role}_rows"
    else:
        name = _rows(one_of(far.table), far, single=single)
        yield f"{name}_by_{_role(table.parent.key, table, near)}"


def _role(member: str, table: Table, key: ForeignKey) -> str:
    """Return the part that a row plays for the record in whose list it stands."""
    stem, list_ = stem_of(table, key), as_word(member, "field")
    return list_ if stem == one_of(key.table) else f"{list_}_{stem}"


def _rows(role: str, key: ForeignKey, *, single: bool) -> str:
    """Return what the rows of a key's target are called that play a role."""
    one = one_of(key.table)
    many = one if single else snake_case(key.table)
    if role == one:
        return many
    return f"{role.removesuffix(f'_{one}')}_{many}"
