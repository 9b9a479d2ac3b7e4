"""The singular of English nouns, in lower case.

The rules are those of spelling; what follows none of them is listed.
"""

import re
from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _paired(words: str) -> Mapping[str, str]:
    """Return singulars by plural, from a text in which each plural comes first."""
    several, one = words.split()[::2], words.split()[1::2]
    return MappingProxyType(dict(zip(several, one, strict=True)))


_UNCOUNTED = _listed("""
    alias analytics atlas barracks bias canvas chaos clothes cosmos crossroads data
    economics gallows gas gear headquarters lens loot lore mathematics means news
    physics politics scissors series species
""")
_IRREGULAR = _paired("""
    aliases alias  analyses analysis  appendices appendix  atlases atlas  axes axis
    biases bias  cacti cactus  canvases canvas  children child  codices codex
    crises crisis  criteria criterion  diagnoses diagnosis  feet foot  fungi fungus
    gases gas  geese goose  hypotheses hypothesis  indices index  lenses lens
    lives life  matrices matrix  men man  mice mouse  oases oasis  oxen ox
    parentheses parenthesis  people person  phenomena phenomenon  quizzes quiz
    radii radius  synopses synopsis  teeth tooth  theses thesis  topazes topaz
    vertices vertex  vortices vortex  women woman
""")
_IN_F = _listed("""
    calf dwarf elf half hoof leaf loaf scarf self sheaf shelf thief werewolf wharf wolf
""")
_IN_FE = _listed("housewife knife penknife wife")
_WITH_S = _listed("""
    abuse excuse fuse muse recluse ruse use
    ache avalanche cache headache niche quiche tranche
    aloe canoe floe foe hoe horseshoe oboe shoe snowshoe toe woe
    brownie calorie cookie faerie genie hoodie movie newbie pixie prairie rookie selfie
    valkyrie zombie
    alibi emoji guru kiwi menu safari samurai ski taxi tsunami wiki
""")
"""What takes an `s` though its end looks as if it took more, or had it already."""

_IN_VES = {
    f"{noun.rstrip('e').removesuffix('f')}ves": noun for noun in chain(_IN_F, _IN_FE)
}


def singular_noun(word: str) -> str:
    """Return the singular of a plural, or the word itself."""
    if word in _UNCOUNTED:
        return word
    if listed := _IRREGULAR.get(word) or _IN_VES.get(word):
        return listed
    return word[:-1] if word[:-1] in _WITH_S and word[-1] == "s" else _regular(word)


def _regular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("dies"):
        return f"{word[:-3]}y"
    if re.search(r"(ss|x|ch|sh|tz|o|(?<![ao])us)es$", word):
        return word[:-2]
    if word.endswith("s") and not re.search(r"(ss|us|is)$", word):
        return word[:-1]
    return word
