"""Convert names between the conventions of JSON, SQL, Python and TypeScript."""

import re

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+")
_IRREGULAR = {
    "axes": "axis",
    "children": "child",
    "indices": "index",
    "lives": "life",
    "mice": "mouse",
    "sizes": "size",
    "prizes": "prize",
}
_UNCOUNTED = frozenset({"data", "lore", "series", "species", "loot", "gear"})


def words(name: str) -> list[str]:
    """Split a name into its words: `maxHP_2` gives `max`, `HP`, `2`."""
    return _WORD.findall(name)


def snake_case(name: str) -> str:
    """Return the name as `snake_case`; digits stay with the word before them."""
    joined = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return re.sub(r"\W+|_+", "_", joined).strip("_").lower()


def pascal_case(name: str) -> str:
    """Return the name as `PascalCase`: `floor_pools` gives `FloorPools`."""
    return "".join(word[:1].upper() + word[1:] for word in words(name))


def camel_case(name: str) -> str:
    """Return the name as `camelCase`: `floor_pools` gives `floorPools`."""
    pascal = pascal_case(name)
    return pascal[:1].lower() + pascal[1:]


def singular(noun: str) -> str:
    """Return the singular of an English plural, or the word itself.

    Only the last word of a compound counts: `floor_pools` gives `floor_pool`.
    """
    head, last = _split_last_word(noun)
    lower = last.lower()
    if lower in _UNCOUNTED:
        return noun
    return head + _IRREGULAR.get(lower, _regular_singular(last))


def _split_last_word(noun: str) -> tuple[str, str]:
    at = max(noun.rfind("_"), *(m.start() - 1 for m in re.finditer("[A-Z]", noun)), -1)
    return noun[: at + 1], noun[at + 1 :]


def _regular_singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("dies"):
        return word[:-3] + "y"
    if re.search(r"(ss|x|ch|sh|z|us)es$", word):
        return word[:-2]
    if word.endswith("s") and not re.search(r"(ss|us|is)$", word):
        return word[:-1]
    return word
