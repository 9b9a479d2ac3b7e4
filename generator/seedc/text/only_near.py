"""Find the one name that a misspelt one must have meant, if there is one.

`seedc.text.near` guesses and a person decides; here nobody looks again, so that only
one slip counts, and only where no other name is as near:

- another case, separator or Unicode form: `Long-Sword` for `long_sword`
- a letter too many, too few, or changed places: `swrod` for `sword`
- another letter, in a word of five or more: `potiom` for `potion`

A number is never a slip, as `level_2` is not `level_1`; nor is a word that is too
short to be known by the rest of it: `potion_s` is not `potion_m`.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import final

_FEW = 100
_LONGEST = 64
_MOST_CHARACTERS = 200
_SHORTEST_WORD = 4
_SHORTEST_WITH_OTHER_LETTER = 5

_NUMBER = re.compile(r"\d+")
_SEPARATORS = str.maketrans("_-.", "   ")
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+")


def only_near(name: str, candidates: Collection[str]) -> str | None:
    """Return the one candidate that is a slip away from the name, or None.

    Args:
        name: A name that is no candidate itself.
        candidates: All names that are known. Who asks often for the same gives them
            as a frozenset, which is looked through only once.
    """
    return _only_near(name, frozenset(candidates))


@lru_cache(maxsize=4096)
def _only_near(name: str, candidates: frozenset[str]) -> str | None:
    if not candidates:
        return None
    known = _known(candidates)
    alike = known.by_letters.get(_letters(name), ())
    folded = [near for near in alike if _fold(near) == _fold(name)]
    found = set(folded or alike)
    if not folded:
        found.update(_slips(name, known))
    numbers = _NUMBER.findall(name)
    found = {near for near in found if _NUMBER.findall(near) == numbers}
    return found.pop() if len(found) == 1 else None


@final
@dataclass(frozen=True, slots=True)
class _Known:
    """Names by what is left of them without case and separators."""

    names: frozenset[str]
    alphabet: str
    by_letters: dict[str, list[str]]


@lru_cache(maxsize=16)
def _known(names: frozenset[str]) -> _Known:
    known = _Known(names, "".join(sorted({*"".join(names)})), {})
    for name in names:
        known.by_letters.setdefault(_letters(name), []).append(name)
    return known


def _fold(name: str) -> str:
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", name).casefold()


def _letters(name: str) -> str:
    return "".join(_fold(name).translate(_SEPARATORS).split())


def _slips(name: str, known: _Known) -> Iterator[str]:
    # Comparing takes time by the product of both, and nobody types more than that.
    if len(name) > _LONGEST or len(known.alphabet) > _MOST_CHARACTERS:
        return
    for near in _within_one_edit(name, known):
        if _is_slip(name, near):
            yield near


def _within_one_edit(name: str, known: _Known) -> set[str]:
    """Return the names that one edit makes: Damerau's four, over an alphabet."""
    ends = [(name[:i], name[i:]) for i in range(len(name) + 1)]
    near = {a + b[1:] for a, b in ends}
    near |= {a + b[1] + b[0] + b[2:] for a, b in ends if b[1:]}
    # Of few names it takes less time to try each than to try each letter.
    if len(known.names) <= _FEW:
        near |= {other for other in known.names if _has_other_letter(name, other)}
    else:
        near |= {f"{a}{char}{b}" for a, b in ends for char in known.alphabet}
        near |= {f"{a}{char}{b[1:]}" for a, b in ends if b for char in known.alphabet}
    return near & known.names


def _has_other_letter(name: str, other: str) -> bool:
    """Say whether a name becomes another by one letter more, or by another letter."""
    if len(other) - len(name) not in {0, 1}:
        return False
    at = _common(name, other)
    return name[at + len(name) + 1 - len(other) :] == other[at + 1 :]


def _is_slip(name: str, near: str) -> bool:
    start = _common(name, near)
    room = min(len(name), len(near)) - start
    end = min(room, _common(name[::-1], near[::-1]))
    differs = (name[start : len(name) - end], near[start : len(near) - end])
    replaced = len(differs[0]) == len(differs[1]) == 1
    least = _SHORTEST_WITH_OTHER_LETTER if replaced else _SHORTEST_WORD
    words = [_word_around(text, start, len(text) - end) for text in (name, near)]
    return None not in words and max(len(word or "") for word in words) >= least


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next(
        (i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other))
    )


def _word_around(text: str, start: int, end: int) -> str | None:
    """Return the word that holds a span, or touches it where it is empty."""
    found = (m for m in _WORD.finditer(text) if m.start() <= start and end <= m.end())
    return next((match[0] for match in found), None)
