"""All cases of the suite, in its order."""

from tests.json_suite.encodings import ENCODINGS
from tests.json_suite.numbers import NUMBERS
from tests.json_suite.strings import STRINGS
from tests.json_suite.structure import STRUCTURE

CASES = tuple(
    sorted(STRUCTURE + NUMBERS + STRINGS + ENCODINGS, key=lambda case: case.name)
)
