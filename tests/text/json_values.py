"""Random JSON values and texts of them."""

import json
from collections.abc import Iterator
from decimal import Decimal

from hypothesis import strategies as st

from seedc.model.json_value import JsonValue, Pointer

TEXTS = st.text(st.characters(codec="utf-8"), max_size=6)
DECIMALS = st.from_regex(r"-?(0|[1-9][0-9]{0,20})\.[0-9]{1,20}", fullmatch=True).map(
    Decimal
)
SCALARS: st.SearchStrategy[JsonValue] = st.one_of(
    st.none(), st.booleans(), st.integers(), TEXTS, DECIMALS
)
VALUES: st.SearchStrategy[JsonValue] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4)
    ),
    max_leaves=12,
)
SPACES = st.text(" \t\n\r", max_size=3)


def spaced(value: JsonValue, space: str) -> str:
    """Return a value as JSON text with space wherever it may stand."""
    match value:
        case dict():
            parts = (
                f"{space}{json.dumps(k)}{space}:{space}{spaced(v, space)}{space}"
                for k, v in value.items()
            )
            return f"{{{','.join(parts) or space}}}"
        case list():
            items = (f"{space}{spaced(v, space)}{space}" for v in value)
            return f"[{','.join(items) or space}]"
        case Decimal():
            return str(value)
        case _:
            return json.dumps(value)


def parts(value: JsonValue) -> Iterator[tuple[Pointer, JsonValue]]:
    """Yield all that is in a value, with the way to it."""
    yield (), value
    match value:
        case dict():
            below: list[tuple[str | int, JsonValue]] = list(value.items())
        case list():
            below = list(enumerate(value))
        case _:
            below = []
    for step, inner in below:
        yield from (((step, *way), part) for way, part in parts(inner))
