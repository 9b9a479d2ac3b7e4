"""Walk the texts of a JSON value: its strings and its keys."""

from collections.abc import Callable, Iterator

from seedc.model.json_value import JsonValue, Pointer
from seedc.model.source import Place, Source
from seedc.text.json_place import key_place, value_place

Find = Callable[[Source, int, Pointer], Place]
"""Find the place of a text, given where the value starts that was walked."""


def texts(root: JsonValue) -> Iterator[tuple[Pointer, str, Find]]:
    """Yield each text at any depth with its pointer and what finds its place."""
    stack: list[tuple[Pointer, JsonValue]] = [((), root)]
    while stack:
        pointer, value = stack.pop()
        match value:
            case str():
                yield pointer, value, value_place
            case list():
                stack += [((*pointer, i), item) for i, item in enumerate(value)]
            case dict():
                yield from (((*pointer, key), key, key_place) for key in value)
                stack += [((*pointer, key), member) for key, member in value.items()]
            case _:
                continue
