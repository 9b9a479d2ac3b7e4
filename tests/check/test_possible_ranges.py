"""Between the bounds of a schema there is a value."""

from pathlib import Path

import pytest

from tests.check.shown import shown, text_at
from tests.check.small import SCHEMA, small

Schema = dict[str, object]


def _bounded(kind: str, **bounds: float) -> Schema:
    return {"type": kind, **bounds}


POSSIBLE = [
    _bounded("integer", minimum=3, maximum=3),
    _bounded("integer", exclusiveMinimum=3, exclusiveMaximum=5),
    _bounded("number", exclusiveMinimum=3, exclusiveMaximum=4),
    _bounded("number", minimum=0.1, maximum=0.3, multipleOf=0.25),
    _bounded("integer", minimum=1, maximum=7, multipleOf=7),
    _bounded("integer", minimum=1, maximum=3, multipleOf=1.5),
    _bounded("string", minLength=2, maxLength=2),
    {"type": "array", "items": {"type": "integer"}, "minItems": 0, "maxItems": 0},
    {"type": ["integer", "null"], "minimum": -5, "maximum": 0},
]
IMPOSSIBLE = [
    (
        _bounded("integer", minimum=10, maximum=5),
        "integer of at least 10 and at most 5",
    ),
    (
        _bounded("integer", exclusiveMinimum=3, exclusiveMaximum=4),
        "integer over 3 and below 4",
    ),
    (_bounded("number", exclusiveMinimum=3, maximum=3), "number over 3 and at most 3"),
    (
        _bounded("number", minimum=0.1, maximum=0.2, multipleOf=0.25),
        "multiple of 0.25 of at least 0.1 and at most 0.2",
    ),
    (
        _bounded("integer", minimum=1, maximum=2, multipleOf=1.5),
        "multiple of 1.5 of at least 1 and at most 2",
    ),
    (
        _bounded("string", minLength=5, maxLength=3),
        "text of at least 5 and at most 3 characters",
    ),
    (
        {"type": "array", "items": {}, "minItems": 2, "maxItems": 1},
        "list of at least 2 and at most 1 items",
    ),
    (
        {"type": "object", "additionalProperties": {}, "minProperties": 2}
        | {"maxProperties": 1},
        "object of at least 2 and at most 1 members",
    ),
    (
        {"type": "array", "contains": {}, "minContains": 3, "maxContains": 2},
        "list with at least 3 and at most 2 items that `contains` describes",
    ),
]


@pytest.mark.parametrize("schema", POSSIBLE)
def test_bounds_leave_a_value(tmp_path: Path, schema: Schema) -> None:
    """One value is enough."""
    assert small(tmp_path, {"a": schema}) == []


@pytest.mark.parametrize(("schema", "what"), IMPOSSIBLE)
def test_bounds_leave_none(tmp_path: Path, schema: Schema, what: str) -> None:
    """Bounds that cross are one problem, at one of them, and the other is noted."""
    (problem,) = small(tmp_path, {"a": schema})
    assert (problem.code, problem.message) == (
        "impossible-schema",
        f"there is no {what}",
    )
    assert text_at(tmp_path, problem.place) in {str(v) for v in schema.values()}
    assert text_at(tmp_path, problem.notes[0].place) in map(str, schema.values())


def test_bounds_of_what_is_referred_to_hold_too(tmp_path: Path) -> None:
    """A bound beside a `$ref` meets those of its target, and is where it is told."""
    problems = small(
        tmp_path,
        {"a": {"$ref": "#/$defs/Level", "minimum": 200}},
        defs={"Level": {"type": "integer", "minimum": 1, "maximum": 100}},
    )
    message = "there is no integer of at least 200 and at most 100"
    assert shown(tmp_path, problems) == [("impossible-schema", "200", message)]
    assert text_at(tmp_path, problems[0].notes[0].place) == "100"


def test_a_definition_is_told_once_and_not_where_it_is_used(tmp_path: Path) -> None:
    """Three uses of one mistake are one problem."""
    use = {"$ref": "#/$defs/Level"}
    problems = small(
        tmp_path,
        {"a": use, "b": use, "c": {"allOf": [use]}},
        defs={"Level": {"type": "integer", "minimum": 9, "maximum": 1}},
    )
    assert [(p.code, p.place.path) for p in problems] == [("impossible-schema", SCHEMA)]


def test_bounds_of_two_parts_meet(tmp_path: Path) -> None:
    """What stands in two branches of an `allOf` holds together."""
    parts = [{"minimum": 5}, {"maximum": 4}]
    problems = small(tmp_path, {"a": {"type": "integer", "allOf": parts}})
    message = "there is no integer of at least 5 and at most 4"
    assert shown(tmp_path, problems) == [("impossible-schema", "4", message)]
