"""Print the objects and unions inside JSON columns as TypedDicts and aliases."""

import keyword
import re

from seedc.emit.python.code import (
    WIDTH,
    Group,
    call,
    docstring,
    prefixed,
    quoted,
    render,
)
from seedc.emit.python.json_types import (
    Names,
    either,
    json_type,
    map_type,
    mentions,
)
from seedc.emit.python.symbols import Symbols
from seedc.model.shape import (
    AnyShape,
    Field,
    ObjectShape,
    UnionShape,
)


def print_json_shape(
    shape: ObjectShape | UnionShape, symbols: Symbols, later: Names
) -> str:
    """Return the definition of an object or a union.

    Args:
        shape: What to define.
        symbols: Spelling of names from outside.
        later: Names that the module defines with this one or after it: at run time
            they do not exist yet.
    """
    match shape:
        case UnionShape():
            return _alias(shape, either(shape.arms, symbols, later), symbols)
        case ObjectShape(fields=()):
            values = shape.extra or AnyShape()
            return _alias(shape, [map_type(values, symbols, later)], symbols)
        case ObjectShape() if _fits_a_class(shape, symbols):
            return _typed_dict_class(shape, symbols)
        case ObjectShape():
            return _typed_dict_call(shape, symbols, later)


def _alias(shape: ObjectShape | UnionShape, types: list[str], symbols: Symbols) -> str:
    start = f"{shape.name}: {symbols['TypeAlias']} = "
    line = " | ".join(types)
    if len(start + line) > WIDTH and len(types) > 1:
        inner = line if len(line) + 4 <= WIDTH else "\n    | ".join(types)
        line = f"(\n    {inner}\n)"
    return _documented(start + line, shape)


def _documented(definition: str, shape: ObjectShape | UnionShape) -> str:
    if not shape.description:
        return definition
    return f"{definition}\n{docstring(shape.description)}"


def _fits_a_class(shape: ObjectShape, symbols: Symbols) -> bool:
    """Say whether the keys can stand in a class body, where each hides its like."""
    keys = {field.key for field in shape.fields}
    return not keys & _words(shape, symbols) and all(map(_is_plain, keys))


def _is_plain(key: str) -> bool:
    return key.isidentifier() and not keyword.iskeyword(key) and key[:2] != "__"


def _words(shape: ObjectShape, symbols: Symbols) -> set[str]:
    types = " ".join(_member_type(field, symbols) for field in shape.fields)
    without_strings = re.sub(r"""(["'])(?:\\.|(?!\1).)*\1""", "", types)
    return set(re.findall(r"(?<![\w.])\w+", without_strings))


def _member_type(field: Field, symbols: Symbols) -> str:
    own = json_type(field.shape, symbols)
    return own if field.required else f"{symbols['NotRequired']}[{own}]"


def _typed_dict_class(shape: ObjectShape, symbols: Symbols) -> str:
    head = f"class {shape.name}({symbols['TypedDict']}):"
    lines = [head]
    if shape.description:
        lines += [f"    {docstring(shape.description, 4)}", ""]
    for field in shape.fields:
        lines.append(f"    {field.key}: {_member_type(field, symbols)}")
        if field.description:
            lines.append(f"    {docstring(field.description, 4)}")
    return "\n".join(lines)


def _typed_dict_call(shape: ObjectShape, symbols: Symbols, later: Names) -> str:
    members = tuple(
        f"{quoted(field.key)}: {_member_value(field, symbols, later)}"
        for field in shape.fields
    )
    code = call(symbols["TypedDict"], quoted(shape.name), Group("{", members, "}"))
    return _documented(render(prefixed(f"{shape.name} = ", code)), shape)


def _member_value(field: Field, symbols: Symbols, later: Names) -> str:
    own = json_type(field.shape, symbols)
    value = quoted(own) if mentions(field.shape, later) else own
    return value if field.required else f"{symbols['NotRequired']}[{value}]"
