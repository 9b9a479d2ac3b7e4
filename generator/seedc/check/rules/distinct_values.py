"""The values of each enumeration have names of their own in Python.

JSON and TypeScript have the values alone; a member of a `StrEnum` has a name as well.
"""

from collections.abc import Iterator
from typing import cast

from seedc.check.located import located_shapes
from seedc.dialect.node import Library, Node
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.json_value import JsonValue
from seedc.model.shape import EnumShape
from seedc.model.source import Place
from seedc.text.enum_members import member_names
from seedc.text.json_place import schema_value


def distinct_values(catalog: Catalog, library: Library) -> Iterator[Diagnostic]:
    """Yield the values whose members would meet, each pair once."""
    for shape, schema in located_shapes(catalog, library):
        where = schema.where("enum")
        if isinstance(shape, EnumShape) and where is not None:
            for name, value, other in _meeting(shape):
                yield Diagnostic(
                    "name-collision",
                    f"two values of `{shape.name}` are named `{name}` in Python",
                    _place(library, where, value),
                    notes=(Note("the other one", _place(library, where, other)),),
                    help="rename one",
                )


def _meeting(shape: EnumShape) -> Iterator[tuple[str, str, str]]:
    values = [value for value in shape.values if isinstance(value, str)]
    first: dict[str, str] = {}
    for name, value in zip(member_names(values), values, strict=True):
        other = first.setdefault(name, value)
        if other != value:
            yield name, value, other


def _place(library: Library, node: Node, value: str) -> Place:
    values = cast("list[JsonValue]", node.value["enum"])
    pointer = (*node.pointer, "enum", values.index(value))
    return schema_value(library[node.path], pointer)
