"""Find the name that a misspelt one was probably meant to be."""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import final

from seedc.text.closest import closest

_MANY = 200
_SIMILAR = 0.66  # two letters of three, so that `kye` is near `key`


def nearest(name: str, candidates: Collection[str]) -> str | None:
    """Return the candidate nearest to the name, or None if none is near.

    Of many candidates only those are compared that begin or end most like the name,
    so that a typo in a large table costs milliseconds. Who asks often for the same
    candidates gives them as a frozenset, which is put in order only once.
    """
    return next(iter(_nearest(name, frozenset(candidates))), None)


def nearest_few(name: str, candidates: Collection[str]) -> tuple[str, ...]:
    """Return the three candidates nearest to the name, or as many as are near."""
    return _nearest(name, frozenset(candidates))


def did_you_mean(name: str, candidates: Collection[str]) -> str | None:
    """Return a help line with the nearest candidate, or None."""
    near = nearest(name, candidates)
    return f"did you mean `{near}`?" if near is not None else None


def one_of(names: Collection[str], most: int = 8) -> str:
    """List names in a sentence, at most `most` of them: `a`, `b` or `c`."""
    return _listed(names, "or", most)


def all_of(names: Collection[str], most: int = 8) -> str:
    """List names in a sentence, at most `most` of them: `a`, `b` and `c`."""
    return _listed(names, "and", most)


def _listed(names: Collection[str], last: str, most: int) -> str:
    shown = [f"`{name}`" for name in list(names)[:most]]
    if len(names) > most:
        return ", ".join(shown) + f" and {len(names) - most} more"
    return f" {last} ".join([", ".join(shown[:-1]), shown[-1]] if shown[1:] else shown)


@final
@dataclass(frozen=True, slots=True)
class _Names:
    """Names in order: as they are, from their ends, and without regard to case."""

    forward: list[str]
    backward: list[str]
    folded: dict[str, str]


@lru_cache(maxsize=64)
def _names(candidates: frozenset[str]) -> _Names:
    forward = sorted(candidates)
    backward = sorted(name[::-1] for name in candidates)
    return _Names(forward, backward, {n.casefold(): n for n in reversed(forward)})


@lru_cache(maxsize=4096)
def _nearest(name: str, candidates: frozenset[str]) -> tuple[str, ...]:
    names = _names(candidates)
    if (same := names.folded.get(name.casefold())) is not None:
        return (same,)
    pool = names.forward if len(names.forward) <= _MANY else _likely(name, names)
    # Beyond this length nobody mistypes a name, and comparing takes its square.
    if len(name) > _MANY:
        return ()
    short = [candidate for candidate in pool if len(candidate) <= _MANY]
    return closest(name, short, 3, _SIMILAR)


def _likely(name: str, names: _Names) -> list[str]:
    ends = [n[::-1] for n in _around(name[::-1], names.backward)]
    return sorted({*_around(name, names.forward), *ends})


def _around(name: str, ordered: list[str]) -> list[str]:
    at = bisect_left(ordered, name)
    return ordered[max(0, at - _MANY // 2) : at + _MANY // 2]
