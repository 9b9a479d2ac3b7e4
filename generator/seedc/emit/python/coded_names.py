"""Names that datamodel-code-generator has no reason to change.

Enemy -> T456e656d79, max-hp -> m6d61782d6870

It renames what meets a name that it imports, what meets a type, and what differs from
another in symbols alone. It is given coded names, and they are read again from what
it made.
"""

import re

_TYPE = re.compile(r"T(?:[0-9a-f]{2})+")
_MEMBER = re.compile(r"m(?:[0-9a-f]{2})*x")


def type_code(name: str) -> str:
    """Return the code of the name of a type."""
    return f"T{name.encode().hex()}"


def type_name(code: str) -> str | None:
    """Return the name of a type from its code, or None if this is no code."""
    return bytes.fromhex(code[1:]).decode() if _TYPE.fullmatch(code) else None


def part_code(place: str) -> str:
    """Return a code for a type without a name, from where it stands."""
    return f"P{place.encode().hex()}"


def member_code(key: str) -> str:
    """Return the code of the key of a member."""
    return f"m{key.encode().hex()}x"


def member_key(code: str) -> str:
    """Return the key of a member from its code."""
    assert _MEMBER.fullmatch(code), f"{code} is no member"  # noqa: S101
    return bytes.fromhex(code[1:-1]).decode()
