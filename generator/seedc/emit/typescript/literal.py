"""Print JSON values as JavaScript literals, exactly."""

import re
from functools import cache
from json import JSONEncoder

from seedc.model.json_value import JsonValue
from seedc.text.typescript_names import is_identifier

_encode = JSONEncoder(ensure_ascii=False).encode

# Line ends that only JavaScript knows, and what ends or swallows a <script> element.
_UNSAFE = re.compile("[\u2028\u2029]|<(?=/?script|!--)", re.IGNORECASE)


def string_literal(text: str) -> str:
    """Print a string; safe in a script element, too."""
    return _UNSAFE.sub(_escape, _encode(text))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


@cache
def member_name(key: str) -> str:
    """Print the key of a type's member."""
    return key if is_identifier(key) else string_literal(key)


@cache
def property_name(key: str) -> str:
    """Print the key of an object; a plain `__proto__` would set the prototype."""
    return '["__proto__"]' if key == "__proto__" else member_name(key)


def member_access(key: str) -> str:
    """Print access to a member: `.id`, or `["odd id"]`."""
    return f".{key}" if is_identifier(key) else f"[{string_literal(key)}]"


def object_literal(members: list[str]) -> str:
    """Print an object of printed members, on one line."""
    return f"{{ {', '.join(members)} }}" if members else "{}"


def literal(value: JsonValue) -> str:
    """Print any JSON value on one line; numbers as the file wrote them."""
    match value:
        case str():
            return string_literal(value)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case list():
            return f"[{', '.join(map(literal, value))}]"
        case dict():
            return object_literal(
                [f"{property_name(k)}: {literal(v)}" for k, v in value.items()]
            )
        case _:
            return str(value)
