"""Print the module of SQLAlchemy models."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.emit.layout import lay_out
from seedc.emit.python.code import docstring, quoted
from seedc.emit.python.columns import print_column
from seedc.emit.python.enums import Enums
from seedc.emit.python.json_types import json_type
from seedc.emit.python.links import Link, links_of
from seedc.emit.python.module import print_module
from seedc.emit.python.relationships import print_relationships
from seedc.emit.python.scope import Scope
from seedc.emit.python.shapes import named_shapes
from seedc.emit.python.symbols import Symbols
from seedc.emit.python.table_arguments import print_table_arguments
from seedc.emit.python.typed_dicts import print_json_shape
from seedc.model.catalog import Catalog
from seedc.model.column_type import Json
from seedc.model.shape import EnumShape, ObjectShape, UnionShape
from seedc.model.table import Table

_LAZY = "from __future__ import annotations"

JsonShapes = dict[str, ObjectShape | UnionShape]
"""Objects and unions of JSON columns by name, in the order of the module."""


@final
@dataclass(frozen=True, slots=True)
class _Model:
    """A table as the template shows it: its JSON types, then its class."""

    json_types: tuple[str, ...]
    class_name: str
    docstring: str
    table_name: str
    arguments: str
    columns: tuple[str, ...]
    relationships: tuple[str, ...]


def print_models(catalog: Catalog, enums: Enums, header: str) -> str:
    """Return the text of `models.py`."""
    links = links_of(catalog)
    shapes = _json_shapes(catalog)
    scope = _scope(catalog, enums, links, {n for s in shapes.values() for n in s})
    body = lay_out(
        "python/models.py.jinja",
        base=scope.base,
        json_type=scope.json_type if _has_json(catalog) else "",
        spell=scope.symbols,
        models=[_model(t, shapes[t.name], links, scope) for t in catalog.tables],
    )
    annotations = _annotations(shapes, scope.symbols)
    imports = scope.symbols.imports(body, annotations)
    return print_module(header, f"{_LAZY}\n\n{imports}", body)


def _has_json(catalog: Catalog) -> bool:
    return any(isinstance(c.type, Json) for t in catalog.tables for c in t.columns)


def _scope(
    catalog: Catalog, enums: Enums, links: tuple[Link, ...], shapes: set[str]
) -> Scope:
    classes = {table.class_name for table in catalog.tables}
    attributes = {c.attribute for table in catalog.tables for c in table.columns}
    relationships = {name for link in links for name in (link.forward, link.back)}
    taken = frozenset({*classes, *shapes, *enums, *attributes, *relationships})
    symbols = Symbols(taken, dict.fromkeys(enums, ".enums"))
    return Scope(
        catalog,
        symbols,
        base=symbols.own("Base", "ModelBase"),
        json_type=symbols.own("PortableJSON", "PortableJSONType"),
    )


def _json_shapes(catalog: Catalog) -> dict[str, JsonShapes]:
    """Return what each table's JSON columns hold, each shape at its first table."""
    seen: set[str] = set()
    found: dict[str, JsonShapes] = {}
    for table in catalog.tables:
        columns = [c.shape for c in table.columns if isinstance(c.type, Json)]
        own = {
            name: shape
            for name, shape in named_shapes(columns, catalog).items()
            if not isinstance(shape, EnumShape) and name not in seen
        }
        # Classes first: what an alias holds must exist when Python reaches it.
        found[table.name] = dict(
            sorted(own.items(), key=lambda item: _is_alias(item[1]))
        )
        seen |= own.keys()
    return found


def _is_alias(shape: ObjectShape | UnionShape) -> bool:
    return isinstance(shape, UnionShape) or not shape.fields


def _annotations(shapes: dict[str, JsonShapes], symbols: Symbols) -> Iterator[str]:
    for own in shapes.values():
        for shape in own.values():
            if isinstance(shape, UnionShape):
                yield from (json_type(arm, symbols) for arm in shape.arms)
            else:
                yield from (json_type(f.shape, symbols) for f in shape.fields)


def _model(
    table: Table, shapes: JsonShapes, links: tuple[Link, ...], scope: Scope
) -> _Model:
    columns = tuple(print_column(column, table, scope) for column in table.columns)
    text = table.description or f"A row of `{table.name}`."
    return _Model(
        json_types=tuple(_print_json_shapes(shapes, scope.symbols)),
        class_name=table.class_name,
        docstring=docstring(text, 4),
        table_name=quoted(table.name),
        arguments=print_table_arguments(table, scope),
        columns=columns,
        relationships=tuple(print_relationships(table, links, scope)),
    )


def _print_json_shapes(shapes: JsonShapes, symbols: Symbols) -> Iterator[str]:
    names = list(shapes)
    for i, name in enumerate(names):
        yield print_json_shape(shapes[name], symbols, frozenset(names[i:]))
