"""The patterns in a schema file, and whether records can be held against them."""

from collections.abc import Iterator

import jsonschema_rs

from seedc.dialect.node import root_node
from seedc.dialect.pattern import is_portable
from seedc.dialect.walk import schemas_below
from seedc.model.document import SchemaDocument
from seedc.model.source import Place
from seedc.text.json_place import schema_key, schema_value


def patterns_of(document: SchemaDocument) -> Iterator[tuple[str, Place]]:
    """Yield each regular expression of a schema file with its place."""
    for node in schemas_below(root_node(document)):
        pattern = node.value.get("pattern")
        if isinstance(pattern, str):
            yield pattern, schema_value(document, (*node.pointer, "pattern"))
        keys = node.value.get("patternProperties")
        for key in keys if isinstance(keys, dict) else ():
            pointer = (*node.pointer, "patternProperties", key)
            yield key, schema_key(document, pointer)


def are_usable(document: SchemaDocument) -> bool:
    """Say whether the validator takes every pattern, and can never try for ever.

    An engine that looks back or ahead may, and what is portable needs none.
    """
    return all(is_portable(p) or _is_taken(p) for p, _ in patterns_of(document))


def _is_taken(pattern: str) -> bool:
    try:
        jsonschema_rs.Draft202012Validator(
            {"pattern": pattern}, pattern_options=jsonschema_rs.RegexOptions()
        )
    except ValueError:  # what ValidationError is
        return False
    return True
