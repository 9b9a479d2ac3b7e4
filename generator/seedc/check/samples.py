"""Hold values that stand in a schema against a schema."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

import jsonschema_rs

from seedc.check.violation import Violation
from seedc.check.violations import violations
from seedc.dialect.closed import closed_schema
from seedc.dialect.node import Library, Node
from seedc.model.document import SchemaDocument
from seedc.model.json_value import JsonValue, Pointer
from seedc.model.source import Place
from seedc.text.json_place import schema_key, schema_value


@final
@dataclass(frozen=True, slots=True)
class Sample:
    """A value that stands in a schema file.

    Attributes:
        pointer: Where.
        value: The value.
    """

    pointer: Pointer
    value: JsonValue


def faults(
    document: SchemaDocument, library: Library, node: Node, sample: Sample
) -> Iterator[tuple[Place, Violation]]:
    """Yield what is wrong with a value, one thing for each place in it.

    Args:
        document: The file that the value stands in.
        library: The schema files.
        node: The schema to hold it against.
        sample: The value.
    """
    schema = closed_schema(library, node)
    try:
        validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    except ValueError:  # a pattern that cannot be used, as `portable_patterns` says
        return
    errors = validator.iter_errors(sample.value)
    told: set[Pointer] = set()
    for violation in violations(errors, sample.value, schema):
        if violation.pointer in told:
            continue
        told.add(violation.pointer)
        place = schema_key if violation.at_key else schema_value
        yield place(document, (*sample.pointer, *violation.pointer)), violation
