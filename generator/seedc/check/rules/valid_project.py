"""The project file says only what `dialect/project.schema.json` knows."""

import json
import re
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
from seedc.text.position import place_at

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator


def valid_project(document: ProjectDocument) -> Iterator[Diagnostic]:
    """Yield what is wrong with a project file."""
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
    return Diagnostic(code, message, _key_place(source, keys), help=violation.help)


def _key_place(source: Source, keys: tuple[str, ...]) -> Place:
    """Return where a key stands: its own line, else that of its table.

    The TOML parser of the standard library keeps no places.
    """
    for depth in range(len(keys), 0, -1):
        table = re.escape(".".join(keys[: depth - 1]))
        key = re.escape(keys[depth - 1])
        header = rf"^\[{table}\][^\[]*?" if depth > 1 else r"\A[^\[]*?"
        inside = rf"{header}^[ \t]*({key})[ \t]*[=.]"
        itself = rf"^\[({re.escape('.'.join(keys[:depth]))})[\].]"
        for pattern in (inside, itself):
            if match := re.search(pattern, source.text, re.MULTILINE):
                return place_at(source, match.start(1), match.end(1))
    return Place(source.path, 1, 1)
