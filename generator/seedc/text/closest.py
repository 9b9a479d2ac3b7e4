"""Find the texts most like another, as `difflib.get_close_matches` does, in less time.

What `difflib` finds to be equal is a common subsequence; so most texts are set aside
by the length of the longest one, which takes a step for each of their letters.
"""

from collections.abc import Collection, Mapping
from difflib import SequenceMatcher


def closest(
    name: str, candidates: Collection[str], most: int, cutoff: float
) -> tuple[str, ...]:
    """Return the candidates most like a name, the most like first.

    Args:
        name: The name; no candidate itself.
        candidates: What it is compared with.
        most: How many to return.
        cutoff: Ratio of equal letters from which a candidate is like the name.
    """
    masks = _masks(name)
    bounds = [(_bound(name, masks, each), each) for each in candidates]
    likely = sorted((b for b in bounds if b[0] >= cutoff), reverse=True)
    matcher = SequenceMatcher(None, "", name if likely else "")
    found: list[tuple[float, str]] = []
    least = cutoff
    for bound, candidate in likely:
        if bound < least:
            break
        matcher.set_seq1(candidate)
        if (ratio := matcher.ratio()) >= least:
            found = sorted([*found, (ratio, candidate)], reverse=True)[:most]
            least = found[-1][0] if len(found) == most else cutoff
    return tuple(candidate for _, candidate in found)


def _masks(name: str) -> Mapping[str, int]:
    """Return where each letter stands in a name, as bits."""
    masks: dict[str, int] = {}
    for at, char in enumerate(name):
        masks[char] = masks.get(char, 0) | 1 << at
    return masks


def _bound(name: str, masks: Mapping[str, int], other: str) -> float:
    """Return what the ratio of equal letters is at most.

    The longest common subsequence is counted with a bit for each letter of the name:
    H. Hyyrö, Bit-parallel LCS-length computation revisited, 2004.
    """
    full = rest = (1 << len(name)) - 1
    for char in other:
        if same := rest & masks.get(char, 0):
            rest = ((rest + same) | (rest - same)) & full
    common = len(name) - rest.bit_count()
    return 2.0 * common / (len(name) + len(other))
