"""Lower a JSON Schema to the shape of its values.

{"type": ["integer", "null"], "minimum": 0}
-> NullableShape(NumberShape(integer=True, minimum=0))
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import cast, final

from seedc.dialect.names import (
    definition_name,
    is_named,
    member_name,
    named_definitions,
)
from seedc.dialect.node import Library, Node
from seedc.dialect.types import is_nullable, types_of
from seedc.dialect.view import View, view
from seedc.model.json_value import JsonScalar, JsonValue
from seedc.model.reference import Lookup
from seedc.model.shape import (
    AnyShape,
    ArrayShape,
    BooleanShape,
    ConstShape,
    Definition,
    EnumShape,
    Field,
    MapShape,
    Named,
    NullableShape,
    NullShape,
    Number,
    NumberShape,
    ObjectShape,
    Shape,
    StringFormat,
    StringShape,
    TupleShape,
    UnionShape,
)

_FORMATS: Mapping[str, StringFormat] = {
    "uuid": "uuid",
    "date": "date",
    "date-time": "date-time",
    "time": "time",
}

_INSIDE = {"object": "Object", "array": "Item"}
"""What the type in a union of several types is called, after the union's own name."""


def reference_text(schema: View) -> str | None:
    """Return `items.id` where a schema has a plain `x-references`."""
    given = schema.get("x-references")
    return given if isinstance(given, str) else None


def lookup_of(schema: View) -> Lookup | None:
    """Return the compile-time reference of a schema, if it has one."""
    match schema.get("x-references"):
        case list() as targets:
            return Lookup(targets=tuple(map(str, targets)))
        case {"by": str() as by, "targets": dict() as targets}:
            return Lookup(by=by, choices={k: str(v) for k, v in targets.items()})
        case _:
            return None


def shape_of(schema: View, name: str) -> Shape:
    """Return the shape of a schema's values.

    Args:
        schema: The schema.
        name: Name in code for what it holds, should that need one.
    """
    definition = schema.definition()
    if definition is None or not is_named(view(schema.library, definition)):
        return _anonymous(schema, name)
    named = definition_name(schema.library, definition)
    shape = Named(named, reference_text(schema), lookup_of(schema))
    nullable = is_nullable(view(schema.library, definition))
    return NullableShape(shape) if nullable else shape


def definitions_of(library: Library) -> tuple[Definition, ...]:
    """Return all the definitions of the schema files that code gives a name."""
    found: dict[str, Definition] = {}
    for path, document in sorted(library.items()):
        root = Node(path, (), document.value)
        for definition in named_definitions(library, root):
            name = definition_name(library, definition)
            shape = _without_null(_anonymous(view(library, definition), name))
            if isinstance(shape, EnumShape | ObjectShape | UnionShape):
                found[name] = shape
    return tuple(found[name] for name in sorted(found))


def _without_null(shape: Shape) -> Shape:
    return shape.shape if isinstance(shape, NullableShape) else shape


def _anonymous(schema: View, name: str) -> Shape:
    nullable, shape = _split_null(schema, name)
    return NullableShape(shape) if nullable else shape


def _split_null(schema: View, name: str) -> tuple[bool, Shape]:
    if schema.where("const"):
        return False, _const(schema.get("const"))
    values = schema.get("enum")
    if isinstance(values, list):
        return _enum(schema, name, values)
    if arms := schema.arms():
        return _union(schema, name, arms)
    return _by_type(schema, name)


def _by_type(schema: View, name: str) -> tuple[bool, Shape]:
    types = types_of(schema)
    plain = [t for t in types if t != "null"]
    if types and not plain:
        return False, NullShape()
    if not plain:
        return False, AnyShape()
    if len(plain := _distinct(plain)) == 1:
        return "null" in types, _of_type(schema, plain[0], name)
    arms = tuple(_of_type(schema, t, name + _INSIDE.get(t, "")) for t in plain)
    return "null" in types, UnionShape(name, arms)


def _distinct(types: list[str]) -> list[str]:
    # Every integer is a number.
    return [t for t in types if t != "integer" or "number" not in types]


def _const(value: JsonValue) -> Shape:
    if value is None:
        return NullShape()
    return AnyShape() if isinstance(value, dict | list) else ConstShape(value)


def _enum(schema: View, name: str, values: list[JsonValue]) -> tuple[bool, Shape]:
    nullable = None in values
    plain = [v for v in values if v is not None]
    kinds = {type(v) for v in plain}
    if kinds in ({str}, {int}):
        members = cast("tuple[str, ...] | tuple[int, ...]", tuple(plain))
        text = schema.text("description")
        return nullable, EnumShape(
            name, members, text, reference_text(schema), lookup_of(schema)
        )
    if kinds <= {str, int, bool, Decimal}:
        consts = tuple(ConstShape(cast("str | int | Decimal", v)) for v in plain)
        return nullable, UnionShape(name, consts)
    return nullable, AnyShape()


def _union(schema: View, name: str, arms: tuple[View, ...]) -> tuple[bool, Shape]:
    plain = [arm for arm in arms if types_of(arm) != ("null",)]
    nullable = len(plain) < len(arms)
    if len(plain) == 1:
        return nullable, _referring(_arm(schema, plain[0], name), schema)
    whole = tuple(schema.with_arm(arm) for arm in plain)
    tag = discriminator(whole)
    shapes = tuple(
        _arm(schema, a, _arm_name(name, w, tag, i))
        for i, (a, w) in enumerate(zip(plain, whole, strict=True))
    )
    return nullable, UnionShape(name, shapes, tag, schema.text("description"))


def _arm(schema: View, arm: View, name: str) -> Shape:
    # What stands beside the alternatives belongs to each of them.
    beside = schema.where("properties") is not None
    return _anonymous(schema.with_arm(arm), name) if beside else shape_of(arm, name)


def _referring(shape: Shape, schema: View) -> Shape:
    """Return a shape with the reference that stands beside its alternatives."""
    if not schema.where("x-references"):
        return shape
    match shape:
        case NullableShape():
            return NullableShape(_referring(shape.shape, schema))
        case StringShape() | NumberShape() | EnumShape() | Named():
            text, lookup = reference_text(schema), lookup_of(schema)
            return replace(shape, references=text, lookup=lookup)
        case _:
            return shape


def _arm_name(name: str, arm: View, tag: str | None, index: int) -> str:
    if title := arm.node.value.get("title"):
        return member_name("", str(title))
    if tag is not None:
        return member_name(name, str(arm.properties()[tag].get("const")))
    return f"{name}{chr(ord('A') + index % 26)}"


def discriminator(arms: tuple[View, ...]) -> str | None:
    """Return the required property that has a distinct `const` in every arm."""
    if not arms or any("object" not in types_of(arm) for arm in arms):
        return None
    for key in arms[0].properties():
        tags = [_tag(arm, key) for arm in arms]
        if None not in tags and len(set(tags)) == len(tags):
            return key
    return None


def _tag(arm: View, key: str) -> JsonScalar:
    schema = arm.properties().get(key)
    if schema is None or key not in arm.required():
        return None
    value = schema.get("const")
    return value if isinstance(value, str | int) else None


def _of_type(schema: View, json_type: str, name: str) -> Shape:
    match json_type:
        case "string":
            return _string(schema)
        case "integer" | "number":
            return _number(schema, integer=json_type == "integer")
        case "boolean":
            return BooleanShape()
        case "array":
            return _array(schema, name)
        case _:
            return _object(schema, name)


def _string(schema: View) -> Shape:
    return StringShape(
        format=_FORMATS.get(schema.text("format")),
        min_length=_count(schema, "minLength"),
        max_length=_count(schema, "maxLength"),
        pattern=schema.text("pattern") or None,
        references=reference_text(schema),
        lookup=lookup_of(schema),
    )


def _number(schema: View, *, integer: bool) -> Shape:
    return NumberShape(
        integer=integer,
        floating=schema.table("x-column").get("type") == "double precision",
        minimum=_bound(schema, "minimum"),
        maximum=_bound(schema, "maximum"),
        exclusive_minimum=_bound(schema, "exclusiveMinimum"),
        exclusive_maximum=_bound(schema, "exclusiveMaximum"),
        multiple_of=_bound(schema, "multipleOf"),
        references=reference_text(schema),
        lookup=lookup_of(schema),
    )


def _count(schema: View, keyword: str) -> int | None:
    value = schema.get(keyword)
    return None if value is None else int(cast("Number", value))


def _bound(schema: View, keyword: str) -> Number | None:
    return cast("Number | None", schema.get(keyword))


def _array(schema: View, name: str) -> Shape:
    if (heads := schema.where("prefixItems")) is not None:
        count = len(cast("list[JsonValue]", heads.value["prefixItems"]))
        below = [schema.below("prefixItems", i) for i in range(count)]
        if schema.get("items") is False:
            return TupleShape(tuple(shape_of(item, name) for item in below))
        return ArrayShape(AnyShape())
    items = shape_of(schema.below("items"), name) if schema.where("items") else None
    return ArrayShape(
        items or AnyShape(),
        min_items=_count(schema, "minItems"),
        max_items=_count(schema, "maxItems"),
        unique=schema.get("uniqueItems") is True,
    )


@final
@dataclass(frozen=True, slots=True)
class _Open:
    """What an object says of keys that are no properties."""

    values: Shape | None


def _object(schema: View, name: str) -> Shape:
    properties = schema.properties()
    extra = _extra(schema, name)
    if not properties and not schema.where("properties"):
        return MapShape(extra.values or AnyShape())
    required = schema.required()
    fields = tuple(
        Field(
            key=key,
            shape=shape_of(member, member_name(name, key, plural=_is_list(member))),
            required=key in required,
            description=member.text("description"),
            deprecated=member.get("deprecated") is True,
            public=member.table("x-column").get("visibility") != "server",
        )
        for key, member in properties.items()
    )
    return ObjectShape(name, fields, schema.text("description"), extra.values)


def _is_list(schema: View) -> bool:
    return "array" in types_of(schema)


def _extra(schema: View, name: str) -> _Open:
    patterns = schema.table("patternProperties")
    shapes = [
        shape_of(schema.below("patternProperties", p), name + "Value") for p in patterns
    ]
    given = schema.get("additionalProperties")
    if isinstance(given, dict):
        shapes.append(shape_of(schema.below("additionalProperties"), name + "Value"))
    if given is True or len(set(map(repr, shapes))) > 1:
        return _Open(AnyShape())
    return _Open(shapes[0] if shapes else None)
