"""Make the fixes of problems in TOML files."""

import json
import re
import tomllib

from seedc.model.diagnostic import Fix
from seedc.model.json_value import JsonObject
from seedc.model.source import Source
from seedc.text.repair import edit
from seedc.text.toml_place import key_spans
from seedc.text.toml_walk import Keys

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def rename_toml_key(
    source: Source, keys: Keys, name: str, expected: JsonObject
) -> Fix | None:
    """Return the fix that gives a key another name, wherever it is written.

    Args:
        source: The file.
        keys: The names of its tables, then its own.
        name: The name that is meant.
        expected: What the file then says, dates as text.

    Returns:
        The fix; None if the file would say anything else.
    """
    written = name if _BARE.fullmatch(name) else json.dumps(name)
    spans = key_spans(source, keys)
    edits = tuple(edit(source, span.start, span.end, written) for span in spans)
    text = source.text
    for span in reversed(spans):
        text = text[: span.start] + written + text[span.end :]
    try:
        said = json.loads(json.dumps(tomllib.loads(text), default=str))
    except ValueError:  # a table of the new name is there already
        return None
    return Fix(f"rename `{keys[-1]}` to `{name}`", edits) if said == expected else None
