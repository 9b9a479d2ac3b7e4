"""The project file says only what `dialect/project.schema.json` knows."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

import jsonschema_rs

from seedc.check.violation import Violation, violations
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import ProjectDocument
from seedc.model.json_value import JsonObject
from seedc.model.source import Place, Source
from seedc.text.json_depth import MOST_LEVELS, nests_too_deeply
from seedc.text.toml_place import key_place

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
        yield _diagnostic(violation, document.source)


@cache
def _compiled() -> "tuple[JsonObject, Draft202012Validator]":
    text = files("seedc.dialect").joinpath("project.schema.json").read_text("utf-8")
    schema = cast("JsonObject", json.loads(text))
    return schema, jsonschema_rs.Draft202012Validator(schema)


def _diagnostic(violation: Violation, source: Source) -> Diagnostic:
    keys = tuple(str(step) for step in violation.pointer)
    name = ".".join(keys)
    code, message = "invalid-option", f"`{name}`: {violation.message}"
    if violation.code == "unknown-property":
        code, message = "unknown-key", f"unknown key `{name}`"
    elif violation.code == "missing-property":
        message = violation.message.replace("property", "key")
        message += f" in `[{name}]`" if name else ""
    return Diagnostic(code, message, key_place(source, keys), help=violation.help)
