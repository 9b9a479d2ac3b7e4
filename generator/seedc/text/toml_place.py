"""Places of keys in TOML sources."""

from collections.abc import Sequence
from functools import lru_cache

from seedc.model.source import Place, Source
from seedc.text.json_walk import Span
from seedc.text.position import place_at
from seedc.text.toml_walk import Keys, toml_keys


def key_place(source: Source, keys: Keys) -> Place:
    """Return where a key stands first; of one that is not there, where its table does.

    Args:
        source: The file, which is TOML.
        keys: The names of its tables, then its own.
    """
    spans = _spans(source.text)
    there = (keys[:depth] for depth in range(len(keys), 0, -1))
    span = next((spans[part][0] for part in there if part in spans), None)
    if span is None:
        return Place(source.path, 1, 1)
    return place_at(source, span.start, span.end)


def key_spans(source: Source, keys: Keys) -> Sequence[Span]:
    """Return where a key stands: in each header and each pair that names it."""
    return _spans(source.text).get(keys, ())


@lru_cache(maxsize=2)
def _spans(text: str) -> dict[Keys, list[Span]]:
    found: dict[Keys, list[Span]] = {}
    for key in toml_keys(text):
        found.setdefault(key.keys, []).append(key.span)
    return found
