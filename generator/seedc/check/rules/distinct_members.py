"""The members of each object have names of their own in Python.

JSON and TypeScript keep the file's own keys, so that only records can mix up
`foo-bar` and `foo_bar`, which both become `foo_bar`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from seedc.check.located import located_shapes
from seedc.check.names import Use
from seedc.dialect.node import Library
from seedc.dialect.view import View
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.shape import ObjectShape
from seedc.model.table import Owner, Table
from seedc.text.python_names import member_attribute, record_attribute

_Member: TypeAlias = tuple[str, Use]
"""The key of a member, and its name in Python with its place."""


def distinct_members(
    catalog: Catalog, library: Library, names: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Yield the members of records, and of what these hold, that meet.

    Args:
        catalog: The catalog.
        library: The schema files.
        names: Names that the project gives to members (`Enemy.maxHp`).
    """
    lists: dict[str, list[str]] = {}
    for table in catalog.tables:
        if table.parent is not None:
            lists.setdefault(table.parent.table, []).append(table.parent.key)
    for table in catalog.tables:
        members = _of_table(table, lists.get(table.name, []), names)
        yield from _meeting(table.class_name, members, library)
    for shape, schema in located_shapes(catalog, library):
        if isinstance(shape, ObjectShape):
            members = _of_object(shape, schema, names)
            yield from _meeting(shape.name, members, library)


def _of_table(
    table: Table, lists: Iterable[str], names: Mapping[str, str]
) -> Iterator[_Member]:
    for column in table.columns:
        if column.key is not None and column.owner is not Owner.LIVE:
            given = names.get(f"{table.class_name}.{column.key}", column.attribute)
            name = record_attribute(given)
            yield column.key, Use(name, table.schema_path, column.pointer)
    for key in lists:
        name = _attribute(table.class_name, key, names)
        yield key, Use(name, table.schema_path, ("properties", key))


def _of_object(
    shape: ObjectShape, schema: View, names: Mapping[str, str]
) -> Iterator[_Member]:
    for key, member in schema.properties().items():
        name = _attribute(shape.name, key, names)
        yield key, Use(name, member.node.path, member.node.pointer)


def _attribute(owner: str, key: str, names: Mapping[str, str]) -> str:
    given = names.get(f"{owner}.{key}")
    return member_attribute(key) if given is None else record_attribute(given)


def _meeting(
    owner: str, members: Iterable[_Member], library: Library
) -> Iterator[Diagnostic]:
    first: dict[str, Use] = {}
    for key, use in members:
        other = first.setdefault(use.name, use)
        if other is not use:
            yield Diagnostic(
                "name-collision",
                f"two members of `{owner}` are named `{use.name}` in Python",
                use.place(library),
                notes=(Note("the other one", other.place(library)),),
                help="rename one, or give it a name in `[targets.python]`:"
                f' `names = {{ "{owner}.{key}" = "..." }}`',
            )
