"""Find the name that a misspelt one was probably meant to be."""

from collections.abc import Collection
from difflib import get_close_matches

_MANY = 2000
_SIMILAR = 0.7


def nearest(name: str, candidates: Collection[str]) -> str | None:
    """Return the candidate nearest to the name, or None if none is near.

    Among thousands of candidates only those of about the same length that share
    the first or the last letter are compared, so that one typo in a large table
    costs milliseconds.
    """
    folded = {c.casefold(): c for c in sorted(candidates, reverse=True)}
    if (same := folded.get(name.casefold())) is not None:
        return same
    pool = sorted(candidates) if len(candidates) <= _MANY else _likely(name, candidates)
    found = get_close_matches(name, pool, n=1, cutoff=_SIMILAR)
    return found[0] if found else None


def did_you_mean(name: str, candidates: Collection[str]) -> str | None:
    """Return a help line with the nearest candidate, or None."""
    near = nearest(name, candidates)
    return f"did you mean `{near}`?" if near is not None else None


def one_of(names: Collection[str], most: int = 8) -> str:
    """List names in a sentence, at most `most` of them: `a`, `b` or `c`."""
    shown = [f"`{name}`" for name in list(names)[:most]]
    if len(names) > most:
        return ", ".join(shown) + f" and {len(names) - most} more"
    return " or ".join([", ".join(shown[:-1]), shown[-1]] if shown[1:] else shown)


def _likely(name: str, candidates: Collection[str]) -> list[str]:
    near_length = range(len(name) - 2, len(name) + 3)
    return sorted(
        c
        for c in candidates
        if len(c) in near_length and (c[:1] == name[:1] or c[-1:] == name[-1:])
    )
