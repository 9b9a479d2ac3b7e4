"""Write JSON values as text, numbers exactly as they are."""

import json
from collections.abc import Callable
from decimal import Decimal
from json import encoder

from seedc.model.json_value import JsonValue

_encoder = json.JSONEncoder(ensure_ascii=False)


def _make_fast() -> Callable[[JsonValue], str]:
    """Return the encoder without its setting up, which costs more than small values."""
    make = getattr(encoder, "c_make_encoder", None)
    quote = getattr(encoder, "c_encode_basestring", None)
    if make is None or quote is None:  # a Python without the C part
        return _encoder.encode
    # The first None: no search for circles, as parsed JSON has none.
    settings = (None, _encoder.default, quote, None, ": ", ", ", False, False, True)
    encode = make(*settings)
    return lambda value: "".join(encode(value, 0))


_fast = _make_fast()


def json_text(value: JsonValue) -> str:
    """Return a value as JSON on one line, its keys in their own order."""
    try:
        return _fast(value)
    except TypeError:  # a Decimal, which the standard encoder does not know
        return _exact(value)


def _exact(value: JsonValue) -> str:
    match value:
        case dict():
            members = (f"{_fast(k)}: {_exact(v)}" for k, v in value.items())
            return f"{{{', '.join(members)}}}"
        case list():
            return f"[{', '.join(map(_exact, value))}]"
        case Decimal():
            return str(value)
        case _:
            return _fast(value)


def json_lines(value: JsonValue, indent: str = "") -> str:
    """Return a value as JSON over several lines, indented by two spaces."""
    inner = f"{indent}  "
    match value:
        case dict() if value:
            parts = [f"{_fast(k)}: {json_lines(v, inner)}" for k, v in value.items()]
            opening, closing = "{", "}"
        case list() if value:
            parts = [json_lines(item, inner) for item in value]
            opening, closing = "[", "]"
        case _:
            return json_text(value)
    lines = f",\n{inner}".join(parts)
    return f"{opening}\n{inner}{lines}\n{indent}{closing}"
