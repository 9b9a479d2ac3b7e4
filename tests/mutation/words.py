"""Misspell words, as people do."""

from collections.abc import Collection
from random import Random


def misspelt(random: Random, word: str, taken: Collection[str]) -> str | None:
    """Return a word with one typo that is none of those taken, or None.

    Args:
        random: Chooses the typo.
        word: The word; of fewer than four letters none can be told from another.
        taken: Words that it must not become.
    """
    options = [w for w in _typos(word) if w not in taken and w != word]
    return random.choice(options) if options and len(word) > 3 else None


def _typos(word: str) -> list[str]:
    inner = range(1, len(word) - 1)
    swapped = [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in inner]
    dropped = [word[:i] + word[i + 1 :] for i in inner]
    doubled = [word[:i] + word[i] + word[i:] for i in inner]
    return [w for w in (*swapped, *dropped, *doubled) if w.strip("_. /#") == w]
