"""How deeply JSON values may be nested.

Less than what the parser takes, so that whatever walks a value later may call
itself for each level.
"""

from collections.abc import Iterable

from seedc.model.json_value import JsonValue

MOST_LEVELS = 100
"""Arrays and objects inside one another."""


def nests_too_deeply(value: JsonValue) -> bool:
    """Say whether a value has more than `MOST_LEVELS` arrays or objects in a chain."""
    level = _nested([value])
    for _ in range(MOST_LEVELS):
        level = _nested(part for outer in level for part in _parts(outer))
    return bool(level)


def _nested(values: Iterable[JsonValue]) -> list[JsonValue]:
    return [value for value in values if isinstance(value, list | dict)]


def _parts(value: JsonValue) -> Iterable[JsonValue]:
    match value:
        case list():
            return value
        case dict():
            return value.values()
        case _:
            return ()
