"""Convert names between the conventions of JSON, SQL, Python and TypeScript."""

import re
from itertools import pairwise
from unicodedata import normalize

from seedc.text.nouns import singular_noun

_WORD = re.compile(r"U+(?!l)|U?l+|d+")
_SEAM = re.compile(r"(?<=[ld])(?=U)|(?<=U)(?=Ul)")
_LAST_WORD = re.compile(r"[A-Z]+$|[A-Z]?[^\W_A-Z]*$")


def words(name: str) -> list[str]:
    """Split a name into its words: `maxHP_2` gives `max`, `HP`, `2`."""
    plain = normalize("NFKC", name)
    return [plain[slice(*m.span())] for m in _WORD.finditer(_kinds(plain))]


def snake_case(name: str) -> str:
    """Return the name as `snake_case`; digits stay with the word before them.

    It is in the normal form in which Python reads names (PEP 3131): `ﬁre` is `fire`.
    """
    plain = normalize("NFKC", name)
    kinds = _kinds(plain)
    seams = [0, *(m.start() for m in _SEAM.finditer(kinds)), len(plain)]
    parts = (plain[a:b] for a, b in pairwise(seams))
    joined = "".join(c if _is_word(c) else "_" for c in "_".join(parts))
    return re.sub("_+", "_", joined).strip("_").lower()


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
    found = _LAST_WORD.search(noun)
    last = found[0] if found else ""
    one = singular_noun(last.lower())
    if last.isupper():
        one = one.upper()
    return noun.removesuffix(last) + last[:1] + one[1:]


def _kinds(name: str) -> str:
    """Return a letter for each character: upper, lower or caseless, digit, or none."""
    return "".join(
        "d" if c.isdecimal() else "U" if c.isupper() else "l" if _is_word(c) else "_"
        for c in name
    )


def _is_word(character: str) -> bool:
    # Marks are parts of words in many scripts, which `\w` does not know.
    return character != "_" and f"_{character}".isidentifier()
