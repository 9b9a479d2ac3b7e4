"""Print the module of SQLAlchemy models."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.emit.layout import lay_out
from seedc.emit.python.code import (
    call,
    docstring,
    prefixed,
    quoted,
    render,
)
from seedc.emit.python.columns import print_column
from seedc.emit.python.constraint_classes import deferrable_class, translated_class
from seedc.emit.python.custom import Custom, with_types
from seedc.emit.python.enums import Enums
from seedc.emit.python.json_types import json_type
from seedc.emit.python.module import print_module
from seedc.emit.python.relations import Relations, relations_of
from seedc.emit.python.relationships import print_relationships
from seedc.emit.python.scope import DEFAULT_SCHEMA, Scope
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


def print_models(
    catalog: Catalog, enums: Enums, custom: Custom, schema: str, header: str
) -> str:
    """Return the text of `models.py`.

    Args:
        catalog: The catalog.
        enums: Its enumerations.
        custom: What the project types otherwise.
        schema: Schema of Postgres that the tables are in.
        header: The module's docstring.
    """
    catalog = with_types(catalog, custom)
    shapes = _json_shapes(catalog)
    names = {*enums, *(name for own in shapes.values() for name in own)}
    relations = relations_of(catalog)
    symbols = Symbols(
        frozenset({*names, *_own_names(catalog), *relations.names}),
        {**dict.fromkeys(enums, ".enums"), **custom.modules},
    )
    scope = _scope(catalog, symbols, custom, schema, relations)
    body = lay_out(
        "python/models.py.jinja",
        base=scope.base,
        json_type=scope.json_type if _has_json(catalog) else "",
        deferrable=deferrable_class(catalog, scope.deferrable_key, symbols),
        translated=translated_class(catalog, scope.translated_check, symbols),
        metadata=_metadata(scope),
        spell=symbols,
        models=[_model(t, shapes[t.name], scope) for t in catalog.tables],
    )
    imports = symbols.imports(body, _annotations(shapes, symbols))
    return print_module("models", header, f"{_LAZY}\n\n{imports}", body)


def _has_json(catalog: Catalog) -> bool:
    return any(isinstance(c.type, Json) for t in catalog.tables for c in t.columns)


def _metadata(scope: Scope) -> str:
    """Return the statement that makes the metadata.

    Postgres would name primary keys so by itself, but migration tools ask the metadata.
    """
    items = ['naming_convention={"pk": "%(table_name)s_pkey"}']
    if scope.schema != DEFAULT_SCHEMA:
        items.insert(0, f"schema={quoted(scope.schema)}")
    return render(prefixed("metadata = ", call(scope.sa("MetaData"), *items)), 4)


def _scope(
    catalog: Catalog,
    symbols: Symbols,
    custom: Custom,
    schema: str,
    relations: Relations,
) -> Scope:
    return Scope(
        catalog,
        symbols,
        custom,
        schema,
        relations,
        base=symbols.own("Base", "ModelBase"),
        json_type=symbols.own("PortableJSON", "PortableJSONType"),
        deferrable_key=symbols.own("DeferrableUnique", "DeferrableUniqueConstraint"),
        translated_check=symbols.own("PortableCheck", "PortableCheckConstraint"),
    )


def _own_names(catalog: Catalog) -> Iterator[str]:
    """Yield the names of classes and attributes that the tables bring."""
    for table in catalog.tables:
        yield table.class_name
        yield from (column.attribute for column in table.columns)


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


def _model(table: Table, shapes: JsonShapes, scope: Scope) -> _Model:
    columns = tuple(print_column(column, table, scope) for column in table.columns)
    text = table.description or f"A row of `{table.name}`."
    return _Model(
        json_types=tuple(_print_json_shapes(shapes, scope.symbols)),
        class_name=table.class_name,
        docstring=docstring(text, 4),
        table_name=quoted(table.name),
        arguments=print_table_arguments(table, scope),
        columns=columns,
        relationships=tuple(print_relationships(table, scope)),
    )


def _print_json_shapes(shapes: JsonShapes, symbols: Symbols) -> Iterator[str]:
    names = list(shapes)
    for i, name in enumerate(names):
        yield print_json_shape(shapes[name], symbols, frozenset(names[i:]))
