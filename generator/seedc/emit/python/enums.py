"""Print the module of enumerations: a Literal alias each, and a StrEnum."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast, final

from seedc.emit.layout import lay_out
from seedc.emit.python.code import Group, docstring, literal, render
from seedc.emit.python.module import print_module
from seedc.emit.python.shapes import column_shapes, named_shapes
from seedc.emit.python.symbols import Symbols
from seedc.model.catalog import Catalog
from seedc.model.shape import EnumShape
from seedc.text.enum_members import member_names
from seedc.text.python_names import enum_class

Enums = Mapping[str, EnumShape]
"""Enumerations by name, sorted."""


@final
@dataclass(frozen=True, slots=True)
class _Printed:
    """An enumeration as the template shows it."""

    alias: str
    class_name: str
    docstring: str
    class_docstring: str
    members: tuple[str, ...]


def enums_of(catalog: Catalog) -> Enums:
    """Return every enumeration of a catalog, shared or not."""
    shapes = named_shapes((*catalog.definitions, *column_shapes(catalog)), catalog)
    enums = {n: s for n, s in shapes.items() if isinstance(s, EnumShape)}
    return dict(sorted(enums.items()))


def print_enums(enums: Enums, header: str) -> str:
    """Return the text of `enums.py`."""
    defined = {*enums, *map(enum_class, enums)}
    assert len(defined) == 2 * len(enums), "an enumeration ends in `Enum`"  # noqa: S101
    symbols = Symbols(frozenset(defined), {})
    printed = [_print_enum(enum, symbols) for enum in enums.values()]
    body = lay_out("python/enums.py.jinja", enums=printed, base=symbols["StrEnum"])
    return print_module("enums", header, symbols.imports(body), body)


def _print_enum(enum: EnumShape, symbols: Symbols) -> _Printed:
    values = tuple(literal(value) for value in enum.values)
    alias = Group(f"{enum.name} = {symbols['Literal']}[", values, "]")
    return _Printed(
        alias=render(alias),
        class_name=enum_class(enum.name),
        docstring=docstring(enum.description) if enum.description else "",
        class_docstring=docstring(f"The values of `{enum.name}`, by name.", 4),
        members=tuple(_members(enum)),
    )


def _members(enum: EnumShape) -> Iterator[str]:
    if all(isinstance(value, str) for value in enum.values):
        values = cast("tuple[str, ...]", enum.values)
        for name, value in zip(member_names(values), values, strict=True):
            yield f"{name} = {literal(value)}"
