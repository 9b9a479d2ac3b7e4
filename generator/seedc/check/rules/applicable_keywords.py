"""Every keyword speaks of a type that the value may have, and of what is beside it.

JSON Schema passes over a `minLength` of an integer, and over a `then` without its `if`.
"""

from collections.abc import Iterator, Mapping, Sequence

from seedc.dialect.node import Library, root_node
from seedc.dialect.types import value_types
from seedc.dialect.view import View, view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.text.json_place import schema_key
from seedc.text.near import all_of, one_of

_SPEAK_OF: Mapping[str, tuple[str, ...]] = {
    "string": (
        *("minLength", "maxLength", "pattern", "format"),
        *("contentEncoding", "contentMediaType"),
    ),
    "number": (
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
        "multipleOf",
    ),
    "array": (
        *("items", "prefixItems", "contains", "minContains", "maxContains"),
        *("minItems", "maxItems", "uniqueItems"),
    ),
    "object": (
        *("properties", "patternProperties", "additionalProperties"),
        *("unevaluatedProperties", "propertyNames", "required", "minProperties"),
        *("maxProperties", "dependentRequired", "dependentSchemas"),
    ),
}
_TYPE_OF = {keyword: kind for kind, names in _SPEAK_OF.items() for keyword in names}
_BESIDE = {
    "then": ("if",),
    "else": ("if",),
    "if": ("then", "else"),
    "minContains": ("contains",),
    "maxContains": ("contains",),
}


def applicable_keywords(
    document: SchemaDocument, library: Library
) -> Iterator[Diagnostic]:
    """Yield the keywords of a schema file that say nothing about any value."""
    for node in schemas_below(root_node(document)):
        reasons = (*_foreign(view(library, node)), *_alone(node.value))
        for keywords, reason, hint in reasons:
            verb = "have" if keywords[1:] else "has"
            yield Diagnostic(
                "keyword-without-effect",
                f"{all_of(keywords)} {verb} no effect {reason}",
                schema_key(document, (*node.pointer, keywords[0])),
                help=hint,
            )


Reason = tuple[Sequence[str], str, str]


def _foreign(here: View) -> Iterator[Reason]:
    """Yield the keywords of another type than that of the values.

    Where several speak of one other type, it may be the `type` that is wrong.
    """
    spoken = [k for k in here.node.value if k in _TYPE_OF]
    types = value_types(here) if spoken else ()
    # Every integer is a number.
    known = {"number" if kind == "integer" else kind for kind in types}
    # That a record is an object, another law says.
    if not known or (not here.node.pointer and "x-table" in here.node.value):
        return
    for kind in dict.fromkeys(_TYPE_OF[keyword] for keyword in spoken):
        keywords = [k for k in spoken if _TYPE_OF[k] == kind]
        if kind not in known:
            reason = f"on values of type {one_of(types)}"
            yield keywords, reason, f'remove it, or write "type": "{kind}"'


def _alone(value: Mapping[str, object]) -> Iterator[Reason]:
    for keyword, others in _BESIDE.items():
        if keyword in value and not any(other in value for other in others):
            hint = f"add {one_of(others)}, or remove it"
            yield (keyword,), f"without {one_of(others)}", hint
