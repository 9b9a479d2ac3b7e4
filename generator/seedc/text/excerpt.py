"""Show values in messages: as JSON, and not too long."""

import json
from decimal import Decimal
from functools import lru_cache

from seedc.model.json_value import JsonValue
from seedc.text.json_text import json_text
from seedc.text.secrets import redact

_LONGEST = 40
_TELLING = 1000
"""Characters that tell a secret, of which only the first are shown, from other text."""

_encode = json.JSONEncoder(ensure_ascii=False).encode


def excerpt(value: JsonValue) -> str:
    """Return a value as JSON on one line, cut where it is long."""
    match value:
        case Decimal():
            text = str(value)
        case str():
            text = _quoted(value)
        case list() | dict():
            text = redact(json_text(value)[:_TELLING])
        case _:
            text = json.dumps(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


# Of many problems alike, most show the same words.
@lru_cache(maxsize=1024)
def _quoted(value: str) -> str:
    return _encode(redact(value[:_TELLING])[: _LONGEST + 1])
