"""A schema takes a value: its types, its members and its items do not exclude all."""

from collections.abc import Iterator

from seedc.dialect.node import Library, root_node
from seedc.dialect.types import types_of
from seedc.dialect.view import View, view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.model.json_value import Pointer
from seedc.text.json_place import schema_value
from seedc.text.near import one_of

Problem = tuple[Pointer, str, str]


def possible_shapes(document: SchemaDocument, library: Library) -> Iterator[Diagnostic]:
    """Yield what in a schema file no value can be."""
    for node in schemas_below(root_node(document)):
        here = view(library, node)
        found = (*_types(here), *_refused(here), *_members(here), *_items(here))
        for pointer, message, hint in found:
            place = schema_value(document, (*node.pointer, *pointer))
            yield Diagnostic("impossible-schema", message, place, help=hint)


def _types(here: View) -> Iterator[Problem]:
    if "type" not in here.node.value:
        return
    wanted = {*types_of(here)}
    for other in (n for n in here.layers[1:] if "type" in n.value):
        there = types_of(View(here.library, (other,)))
        # Every integer is a number.
        same = wanted & {*there} or ({"integer", "number"} <= wanted | {*there})
        if not same:
            message = f"no value is {one_of(sorted(wanted))} and also {one_of(there)}"
            yield ("type",), message, "remove it, or refer to another definition"
            return


def _refused(here: View) -> Iterator[Problem]:
    required, properties = (
        here.node.value.get("required"),
        here.node.value.get("properties"),
    )
    for i, key in enumerate(required if isinstance(required, list) else []):
        if isinstance(properties, dict) and properties.get(str(key)) is False:
            message = f"`{key}` is required, and its schema is false"
            yield ("required", i), message, "remove it here, or in `properties`"


def _members(here: View) -> Iterator[Problem]:
    own = here.node.value
    most, least = own.get("maxProperties"), own.get("minProperties")
    count = len(here.required())
    if isinstance(most, int) and most < count:
        message = f"{count} properties are required, more than {most}"
        yield ("maxProperties",), message, f"write at least {count}"
    open_ended = here.says(_OPENING) or bool(here.arms())
    known = len(here.properties())
    if isinstance(least, int) and known and not open_ended and least > known:
        message = f"the object has only {known} properties, fewer than {least}"
        yield ("minProperties",), message, f"write at most {known}"


_OPENING = frozenset(
    {"additionalProperties", "unevaluatedProperties", "patternProperties"}
    | {"if", "dependentSchemas"}
)


def _items(here: View) -> Iterator[Problem]:
    least = here.node.value.get("minItems")
    if not isinstance(least, int):
        return
    heads = here.get("prefixItems")
    if here.get("items") is False and isinstance(heads, list) and least > len(heads):
        message = f"the list has only {len(heads)} items, fewer than {least}"
        yield ("minItems",), message, f"write at most {len(heads)}"
    values = here.below("items").get("enum") if here.where("items") else None
    unique = here.get("uniqueItems") is True and not heads
    if unique and isinstance(values, list) and least > len(values):
        message = f"there are only {len(values)} different items, fewer than {least}"
        yield ("minItems",), message, f"write at most {len(values)}"
