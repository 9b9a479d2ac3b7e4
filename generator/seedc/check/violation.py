"""What a value does wrong by its JSON Schema."""

from dataclasses import dataclass
from typing import final

from seedc.model.json_value import JsonValue, Pointer


@final
@dataclass(frozen=True, slots=True)
class Violation:
    """A keyword that a value breaks.

    Attributes:
        code: The problem's code.
        message: What was found and expected.
        pointer: Where, from the value that was validated.
        at_key: Whether the place is the key and not the value.
        help: The fix, or None.
        meant: What alone can have been meant by the key, or by the value if it is
            text; None if nothing or several can.
        missing: The property that is not there, or None if the problem is another.
    """

    code: str
    message: str
    pointer: Pointer
    at_key: bool = False
    help: str | None = None
    meant: str | None = None
    missing: str | None = None


def at(root: JsonValue, pointer: Pointer) -> JsonValue:
    """Return the value at a pointer, or None where there is none."""
    for step in pointer:
        if isinstance(root, dict):
            root = root.get(str(step))
        elif isinstance(root, list) and isinstance(step, int):
            root = root[step] if step < len(root) else None
    return root
