"""The standard library's C scanner, set up for exact JSON.

Numbers with a fraction or an exponent become Decimal, so that `1.10` stays
`1.10`; a key that stands twice in one object and NaN are refused.
"""

import json
from collections.abc import Callable
from decimal import Clamped, Context, Inexact, InvalidOperation, Overflow, Rounded
from json.scanner import make_scanner
from typing import NoReturn

from seedc.model.json_value import JsonObject, JsonValue

Scan = Callable[[str, int], tuple[JsonValue, int]]
"""Parse the value at an offset and return it with the offset behind it.

Raises:
    json.JSONDecodeError: The text there is no JSON.
    StopIteration: No value starts at the offset that it carries.
    DuplicateKeyError: An object has a key twice.
    NotFiniteError: NaN or an infinity.
    ArithmeticError: A number has more digits, or a larger exponent, than Postgres
        can hold.
    ValueError: An integer has more digits than Python converts (4300).
    RecursionError: The nesting is too deep.
"""


class DuplicateKeyError(Exception):
    """An object has the same key twice."""


class NotFiniteError(Exception):
    """NaN or an infinity stands where a number should."""


def _refuse_duplicates(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise DuplicateKeyError
    return members


def _refuse_constant(name: str) -> NoReturn:
    raise NotFiniteError(name)


# What Postgres can hold as `numeric` (PostgreSQL manual, table 8.2), so that every
# number that was read can be stored. With this precision the smallest exponent, which
# is `Emin - prec + 1`, is the last of its 16383 digits behind the point.
_NUMERIC = Context(
    prec=16384,
    Emax=131071,
    Emin=0,
    traps=[Clamped, Inexact, InvalidOperation, Overflow, Rounded],
)


def _scanner(*, duplicates: bool) -> Scan:
    decoder = json.JSONDecoder(
        object_pairs_hook=None if duplicates else _refuse_duplicates,
        parse_float=_NUMERIC.create_decimal,
        parse_constant=_refuse_constant,
    )
    # The stub takes the class of the scanner for that of its argument.
    return make_scanner(decoder)  # type: ignore[arg-type]


scan = _scanner(duplicates=False)
scan_with_duplicates = _scanner(duplicates=True)
"""As `scan`, but of a key that stands twice the last one wins."""
