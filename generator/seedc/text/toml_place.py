"""Places of keys in TOML sources, of which the standard library keeps none."""

import re

from seedc.model.source import Place, Source
from seedc.text.position import place_at


def key_place(source: Source, keys: tuple[str, ...]) -> Place:
    """Return where a key stands: its own line, else that of its table."""
    for depth in range(len(keys), 0, -1):
        table = re.escape(".".join(keys[: depth - 1]))
        key = re.escape(keys[depth - 1])
        header = rf"^\[{table}\][^\[]*?" if depth > 1 else r"\A[^\[]*?"
        inside = rf"{header}^[ \t]*({key})[ \t]*[=.]"
        itself = rf"^\[({re.escape('.'.join(keys[:depth]))})[\].]"
        for pattern in (inside, itself):
            if match := re.search(pattern, source.text, re.MULTILINE):
                return place_at(source, match.start(1), match.end(1))
    return Place(source.path, 1, 1)
