"""Every schema is written in the dialect: known keywords, with values that fit."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

import jsonschema_rs

from seedc.check.keyword_advice import advice_on, advice_on_value
from seedc.check.repair import Checked, fix_of
from seedc.check.rules.storable_text import may_hold_unstorable_text, storable_text
from seedc.check.violation import Violation, at
from seedc.check.violations import violations
from seedc.model.diagnostic import Diagnostic, Fix
from seedc.model.document import SchemaDocument
from seedc.model.json_value import JsonObject
from seedc.text.json_depth import MOST_LEVELS, nests_too_deeply
from seedc.text.json_place import schema_key, schema_value

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

_EXTENSIONS = frozenset({"x-table", "x-column", "x-references"})
_ADVISED = frozenset({"x-table", "x-column"})


def known_keywords(document: SchemaDocument) -> Iterator[Diagnostic]:
    """Yield what in a schema file the dialect does not know."""
    if nests_too_deeply(document.value):
        place = schema_value(document, ())
        hint = f"keep to {MOST_LEVELS} levels"
        message = "the schema is nested too deeply"
        yield Diagnostic("nesting-too-deep", message, place, help=hint)
        return
    if may_hold_unstorable_text(document.source):
        found = list(storable_text(document.value, document.source, document.start))
        if found:  # the validator cannot take text that is no Unicode
            yield from found
            return
    metaschema, validator = _dialect()
    errors = validator.iter_errors(document.value)
    checked = Checked(document.value, document.source, document.start, validator)
    for violation in violations(errors, document.value, metaschema):
        yield _diagnostic(violation, document, fix_of(violation, checked))


@cache
def _dialect() -> "tuple[JsonObject, Draft202012Validator]":
    text = files("seedc.dialect").joinpath("seedc.schema.json").read_text("utf-8")
    metaschema = cast("JsonObject", json.loads(text))
    validator = jsonschema_rs.Draft202012Validator(metaschema, validate_formats=True)
    return metaschema, validator


def _diagnostic(
    violation: Violation, document: SchemaDocument, fix: Fix | None
) -> Diagnostic:
    place = schema_key if violation.at_key else schema_value
    message, hint = violation.message, violation.help
    code = "invalid-schema"
    if violation.code == "unknown-property":
        inside = [step for step in violation.pointer if step in _EXTENSIONS]
        what = f"key in `{inside[-1]}`" if inside else "keyword"
        code = "unknown-key" if inside else "unknown-keyword"
        message = f"unknown {what}: `{violation.pointer[-1]}`"
        if not inside or violation.pointer[-2] in _ADVISED:
            value = at(document.value, violation.pointer)
            hint = advice_on(value, violation.pointer, _dialect()[0])
    elif violation.pointer[-1:] == ("required",):
        hint = 'list the names in the object around: "required": ["..."]'
    else:
        value = at(document.value, violation.pointer)
        hint = advice_on_value(value, violation.pointer) or hint
    where = place(document, violation.pointer)
    return Diagnostic(code, message, where, help=hint, fix=fix)
