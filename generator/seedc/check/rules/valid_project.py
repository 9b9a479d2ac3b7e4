"""The project file says only what `dialect/project.schema.json` knows."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

import jsonschema_rs

from seedc.check.repair import mended, mends
from seedc.check.violation import Violation
from seedc.check.violations import violations
from seedc.model.diagnostic import Diagnostic, Fix
from seedc.model.document import ProjectDocument
from seedc.model.json_value import JsonObject
from seedc.model.source import Place
from seedc.text.json_depth import MOST_LEVELS, nests_too_deeply
from seedc.text.toml_place import key_place
from seedc.text.toml_repair import rename_toml_key

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator


def valid_project(document: ProjectDocument) -> Iterator[Diagnostic]:
    """Yield what is wrong with a project file."""
    if nests_too_deeply(document.values):
        message, hint = "the file is nested too deeply", f"keep to {MOST_LEVELS} levels"
        place = Place(document.source.path, 1, 1)
        yield Diagnostic("nesting-too-deep", message, place, help=hint)
        return
    schema, validator = _compiled()
    errors = validator.iter_errors(document.values)
    for violation in violations(errors, document.values, schema):
        yield _diagnostic(violation, document, validator)


@cache
def _compiled() -> "tuple[JsonObject, Draft202012Validator]":
    text = files("seedc.dialect").joinpath("project.schema.json").read_text("utf-8")
    schema = cast("JsonObject", json.loads(text))
    return schema, jsonschema_rs.Draft202012Validator(schema)


def _diagnostic(
    violation: Violation, document: ProjectDocument, validator: "Draft202012Validator"
) -> Diagnostic:
    keys = tuple(str(step) for step in violation.pointer)
    name = ".".join(keys)
    code, message = "invalid-option", f"`{name}`: {violation.message}"
    if violation.code == "unknown-property":
        code, message = "unknown-key", f"unknown key `{name}`"
    elif violation.code == "missing-property":
        message = violation.message.replace("property", "key")
        message += f" in `[{name}]`" if name else ""
    place = key_place(document.source, keys)
    fix = _fix(violation, document, validator)
    return Diagnostic(code, message, place, help=violation.help, fix=fix)


def _fix(
    violation: Violation, document: ProjectDocument, validator: "Draft202012Validator"
) -> Fix | None:
    meant, pointer = violation.meant, violation.pointer
    if meant is None or not violation.at_key:
        return None
    after = mended(document.values, pointer, meant, key=True)
    inside = (*pointer[:-1], meant)
    if not isinstance(after, dict) or not mends(
        validator, document.values, after, inside
    ):
        return None
    return rename_toml_key(document.source, tuple(map(str, pointer)), meant, after)
