"""Name the relationships that foreign keys make, on both sides.

enemies.weak_element_id -> elements.id
-> Enemy.weak_element and Element.enemies_by_weak_element

A name depends on its own foreign key and on the columns of the two tables, so a
new key renames nothing. Where a name is taken, a longer one says more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.emit.python.identifiers import first_free
from seedc.model.catalog import Catalog
from seedc.model.reference import ForeignKey
from seedc.model.table import Table
from seedc.text.names import singular, snake_case
from seedc.text.python_names import MODEL_RESERVED, as_word

_ENDINGS = ("_id", "_key", "_code")
_ITEM = ("value",)  # The column of child rows that are scalars.


@final
@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key as two relationships.

    Attributes:
        table: The table that refers.
        key: Its foreign key.
        forward: Relationship of the referring class, to one row.
        back: Relationship of the class referred to, to the rows that refer.
        hangs: Whether the rows hang from the target as the items of a list.
        single: Whether at most one row refers to each target.
    """

    table: Table
    key: ForeignKey
    forward: str
    back: str
    hangs: bool
    single: bool


def links_of(catalog: Catalog) -> tuple[Link, ...]:
    """Return the links of a catalog, in the order of tables and foreign keys."""
    taken = {
        table.name: {*MODEL_RESERVED, *(c.attribute for c in table.columns)}
        for table in catalog.tables
    }
    keys = [(table, key) for table in catalog.tables for key in table.foreign_keys]
    forward = [first_free(_forward_names(t, k), taken[t.name]) for t, k in keys]
    back = _back_names_by_key(keys, taken)
    return tuple(
        Link(
            table,
            key,
            forward=forward[i],
            back=back[i],
            hangs=hangs_from(table, key),
            single=is_single(table, key),
        )
        for i, (table, key) in enumerate(keys)
    )


def hangs_from(table: Table, key: ForeignKey) -> bool:
    """Say whether a foreign key ties child rows to their parent."""
    return table.parent is not None and (key.table, key.columns) == (
        table.parent.table,
        table.parent.columns,
    )


def _back_names_by_key(
    keys: list[tuple[Table, ForeignKey]], taken: dict[str, set[str]]
) -> dict[int, str]:
    # Lists of child rows choose first: their names are the file's own.
    order = sorted(range(len(keys)), key=lambda i: not hangs_from(*keys[i]))
    return {
        i: first_free(_back_names(*keys[i]), taken[keys[i][1].table]) for i in order
    }


def _forward_names(table: Table, key: ForeignKey) -> Iterator[str]:
    target = one_of(key.table)
    stem = stem_of(table, key)
    if hangs_from(table, key):
        yield target
    if stem != key.columns[-1]:
        yield stem
    yield from _longer_names(stem, target)


def _back_names(table: Table, key: ForeignKey) -> Iterator[str]:
    name = one_of(table.name) if is_single(table, key) else snake_case(table.name)
    stem = stem_of(table, key)
    if table.parent is not None and hangs_from(table, key):
        yield as_word(table.parent.key, "field")
    if stem == one_of(key.table):
        yield name
    yield f"{name}_by_{stem}"
    yield f"{name}_by_{'_and_'.join(key.columns)}"
    yield f"{name}_rows_by_{'_and_'.join(key.columns)}"


def _longer_names(stem: str, target: str) -> Iterator[str]:
    if stem != target and not stem.endswith(f"_{target}"):
        yield f"{stem}_{target}"
    yield f"{stem}_row"
    yield f"{stem}_{target}_row"


def stem_of(table: Table, key: ForeignKey) -> str:
    """Return the part that a row of the target plays for the referring row."""
    item = table.parent is not None and table.parent.scalar and key.columns == _ITEM
    telling = [] if item else _telling_columns(key)
    if len(telling) != 1:
        return one_of(key.table)
    [(column, endings)] = telling
    name = table.column(column).attribute.rstrip("_")
    ending = next((e for e in endings if name.endswith(e)), "")
    return name.removesuffix(ending) or one_of(key.table)


def _telling_columns(key: ForeignKey) -> list[tuple[str, tuple[str, ...]]]:
    """Return the columns that say what a row refers for, with endings that say nothing.

    Of several columns these are the ones that are called otherwise in the target:
    (world, home) -> regions (world, name) is about a home.
    """
    if len(key.columns) == 1:
        return [(key.columns[0], _ENDINGS)]
    pairs = zip(key.columns, key.target, strict=True)
    return [(here, (*_ENDINGS, f"_{there}")) for here, there in pairs if here != there]


def one_of(table: str) -> str:
    """Return what one row of a table is called."""
    return snake_case(singular(table))


def is_single(table: Table, key: ForeignKey) -> bool:
    """Say whether at most one row refers to each target."""
    uniques = (table.primary_key, *(unique.columns for unique in table.unique_keys))
    return any(set(unique) <= set(key.columns) for unique in uniques)
