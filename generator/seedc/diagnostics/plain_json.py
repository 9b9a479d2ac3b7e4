"""JSON that is the same wherever it is printed."""

import json

from seedc.model.json_value import JsonValue


def plain_json(value: JsonValue) -> str:
    """Return a value without decimals as JSON on one line, all of it ASCII.

    Neither the encoding of a stream nor a terminal can make something else of it, and
    the runner of GitHub Actions, which obeys `##[` in any line of a log, finds none.
    """
    return json.dumps(value).replace("##[", r"##\u005b")
