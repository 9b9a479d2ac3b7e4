"""Find letters of other scripts that look like those of Latin.

Source: Unicode Technical Standard 39, confusables.txt, of which these are the letters
of Cyrillic and Greek that stand on common keyboards.
"""

import unicodedata
from collections.abc import Iterable

_LATIN = str.maketrans(
    "аеіјорсухѕһАВЕІЈКМНОРСТХЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",  # noqa: RUF001, they are meant
    "aeijopcyxshABEIJKMHOPCTXSoABEZHIKMNOPTYX",
)


def look_alike(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that a name looks just like, or None."""
    plain = name.translate(_LATIN)
    return plain if plain != name and plain in candidates else None


def odd_letter(name: str) -> str:
    """Say which letter of a name, that looks like another one, is the first."""
    letter = next(char for char in name if ord(char) in _LATIN)
    code = f"U+{ord(letter):04X} {unicodedata.name(letter)}"
    return f"the letter `{letter}` ({code}) looks like `{letter.translate(_LATIN)}`"
