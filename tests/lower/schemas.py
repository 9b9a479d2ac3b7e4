"""Short ways to lower one property."""

import json

from seedc.dialect.node import Library, root_node
from seedc.dialect.view import View, view
from seedc.lower.column_type import column_type
from seedc.lower.shape import definitions_of, shape_of
from seedc.model.column_type import ColumnType
from seedc.model.document import SchemaDocument
from seedc.model.json_value import JsonObject
from seedc.model.shape import Definition, Shape
from seedc.model.source import Source

PATH = "schemas/items.schema.json"


def library(**files: JsonObject) -> Library:
    """Return a library of schema files, by the names of their tables."""
    paths = {name: f"schemas/{name}.schema.json" for name in files}
    return {
        paths[name]: SchemaDocument(
            Source(paths[name], json.dumps(value, default=str)), 0, name, value
        )
        for name, value in files.items()
    }


def member(schema: JsonObject, **definitions: JsonObject) -> View:
    """Return the view of the property `x` of the table `items`."""
    whole: JsonObject = {
        "type": "object",
        "x-table": {},
        "properties": {"x": schema},
        "$defs": {**definitions},
    }
    files = library(items=whole)
    return view(files, root_node(files[PATH])).properties()["x"]


def shape(schema: JsonObject, **definitions: JsonObject) -> Shape:
    """Return the shape of a property, whose name in code is `ItemX`."""
    return shape_of(member(schema, **definitions), "ItemX")


def defined(schema: View) -> dict[str, Definition]:
    """Return the definitions beside a property."""
    return {d.name: d for d in definitions_of(schema.library)}


def type_of(schema: JsonObject, **definitions: JsonObject) -> ColumnType:
    """Return the type of a property's column."""
    here = member(schema, **definitions)
    return column_type(here, shape_of(here, "ItemX"), defined(here))
