"""Find what an error of the validator is about.

It leaves empty keys out of its paths, and takes keys such as `0` or `+1` for positions.
"""

from collections.abc import Iterator

from jsonschema_rs import ValidationError

from seedc.check.violation import at
from seedc.model.json_value import JsonObject, JsonValue, Pointer


def way_to(error: ValidationError, root: JsonValue) -> Pointer:
    """Return the way to what an error is about.

    Args:
        error: The error.
        root: The value that was validated.
    """
    ways = list(_ways(root, tuple(error.instance_path)))
    if len(ways) == 1:
        return ways[0]
    return next((w for w in ways if at(root, w) == error.instance), ways[0])


def _ways(value: JsonValue, steps: Pointer) -> Iterator[Pointer]:
    if not steps:
        yield ()
    elif isinstance(value, list):
        i = steps[0]
        if isinstance(i, int) and i < len(value):
            yield from ((i, *way) for way in _ways(value[i], steps[1:]))
    elif isinstance(value, dict):
        for key in _keys(value, steps[0]):
            yield from ((key, *way) for way in _ways(value[key], steps[1:]))
    if isinstance(value, dict) and "" in value:
        yield from (("", *way) for way in _ways(value[""], steps))


def _keys(value: JsonObject, step: str | int) -> list[str]:
    if isinstance(step, str):
        return [step] if step in value else []
    digits = ((key, key.removeprefix("+")) for key in value)
    return [key for key, text in digits if text.isdecimal() and int(text) == step]
