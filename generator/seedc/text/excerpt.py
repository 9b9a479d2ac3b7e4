"""Show values in messages: as JSON, and not too long."""

import json
from decimal import Decimal

from seedc.model.json_value import JsonValue
from seedc.text.json_text import json_text

_LONGEST = 40


def excerpt(value: JsonValue) -> str:
    """Return a value as JSON on one line, cut where it is long."""
    match value:
        case Decimal():
            text = str(value)
        case str():
            text = json.dumps(value[: _LONGEST + 1], ensure_ascii=False)
        case list() | dict():
            text = json_text(value)
        case _:
            text = json.dumps(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
