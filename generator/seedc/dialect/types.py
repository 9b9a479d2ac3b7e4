"""JSON types that a schema speaks of."""

from seedc.dialect.view import View


def types_of(schema: View) -> tuple[str, ...]:
    """Return the JSON types that a schema speaks of; none if it says nothing."""
    given = schema.get("type")
    if isinstance(given, str):
        return (given,)
    if isinstance(given, list):
        return tuple(str(t) for t in given)
    for keyword, implied in (("properties", "object"), ("items", "array")):
        if schema.where(keyword):
            return (implied,)
    return ()


def is_nullable(schema: View) -> bool:
    """Say whether a schema takes null."""
    values = schema.get("enum")
    if isinstance(values, list):
        return None in values
    if arms := schema.arms():
        return any("null" in types_of(arm) for arm in arms)
    return "null" in types_of(schema)
