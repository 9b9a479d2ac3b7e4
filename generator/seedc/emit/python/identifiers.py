"""Choose Python names that nothing else has."""

import keyword
from collections.abc import Iterable

from seedc.text.python_names import MODEL_RESERVED


def first_free(candidates: Iterable[str], taken: set[str]) -> str:
    """Return the first candidate that is not taken, and take it.

    A reserved word gets an underscore, as it does in the name of a column, and so does
    the last candidate as long as it is taken.
    """
    longest = ""
    for candidate in candidates:
        reserved = keyword.iskeyword(candidate) or candidate in MODEL_RESERVED
        name = f"{candidate}_" if reserved else candidate
        if name not in taken:
            taken.add(name)
            return name
        longest = f"{name}_"
    return first_free([longest], taken)
