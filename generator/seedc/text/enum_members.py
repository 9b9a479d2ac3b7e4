"""Name the members of a Python enumeration after their values.

fire, raw-magic      FIRE, RAW_MAGIC
C, C++               C, C_PLUS_SIGN_PLUS_SIGN
kg, Kg, k_g          kg, Kg, k_LOW_LINE_g
"""

import keyword
from collections.abc import Sequence
from unicodedata import normalize

from seedc.text.python_names import as_word, character_name, spelled_out

_TAKEN = frozenset({*dir(str), "mro", "name", "value"})


def member_names(values: Sequence[str]) -> list[str]:
    """Return names for the members of an enumeration, one for each value.

    A member is its value in capitals, and symbols part words. Where that makes two
    names meet, symbols are spelled out for the whole enumeration; where even that is
    not enough, every character is kept or spelled out, and so is its case. That the
    names are distinct then is the law of `distinct_values`.
    """
    names: list[str] = []
    for spell in (_in_capitals, _spelled_out, _exactly):
        names = [normalize("NFKC", spell(value)) for value in values]
        if len(set(names)) == len(names):
            break
    return names


def _in_capitals(value: str) -> str:
    return as_word(value, "value").upper()


def _spelled_out(value: str) -> str:
    return as_word(spelled_out(value), "value").upper()


def _exactly(value: str) -> str:
    spelled = "".join(c if _stays(c) else f"_{character_name(c)}_" for c in value)
    name = spelled.strip("_") or "EMPTY"
    # A member may not hide what every string or every member can do.
    usable = name.isidentifier() and not keyword.iskeyword(name)
    return name if usable and name not in _TAKEN else f"VALUE_{name}"


def _stays(character: str) -> bool:
    """Say whether Python leaves a character of a name as it is, wherever it stands."""
    if character == "_" or not f"_{character}".isidentifier():
        return False
    return normalize("NFKC", f"e{character}") == f"e{character}"
