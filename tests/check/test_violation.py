"""Each keyword that a value breaks is said in words about the value."""

from pathlib import Path

import pytest

from tests.check.items import INTEGER, TEXT, found, objects, said

UNION = {
    "oneOf": [
        objects({"kind": {"const": "heal"}, "amount": INTEGER}, required=["kind"]),
        objects({"kind": {"const": "burn"}}, required=["kind"]),
    ]
}
NULLABLE = {"type": ["string", "null"]}
TWICE = {"oneOf": [{"type": "integer"}, {"type": "number"}]}
SHORT_KEYS = {"propertyNames": {"maxLength": 1}}
SETS = {"uniqueItems": True}

TYPES = [
    (INTEGER, "12", 'expected an integer, found the string "12"'),
    (INTEGER, 1.5, "expected an integer, found the number 1.5"),
    (INTEGER, True, "expected an integer, found true"),
    (INTEGER, None, "expected an integer, found null"),
    (TEXT, [], "expected a string, found an array"),
    (TEXT, {}, "expected a string, found an object"),
    (NULLABLE, 1, "expected null or a string, found the number 1"),
    (UNION, "heal", 'expected an object, found the string "heal"'),
]
LIMITS = [
    ({"minimum": 1}, 0, "0 is less than the minimum 1"),
    ({"maximum": 1}, 2, "2 is more than the maximum 1"),
    ({"exclusiveMinimum": 1}, 1, "1 is not more than 1"),
    ({"exclusiveMaximum": 1}, 1, "1 is not less than 1"),
    ({"multipleOf": 5}, 7, "7 is not a multiple of 5"),
    ({"minLength": 1}, "", "0 characters, fewer than the 1 that it needs"),
    ({"maxLength": 1}, "ab", "2 characters, more than the 1 that it may have"),
    ({"minItems": 2}, [1], "1 item, fewer than the 2 that it needs"),
    ({"maxProperties": 0}, {"a": 1}, "1 member, more than the 0 that it may have"),
    (SETS, [1, 2, 1.0], "the array holds 1.0 twice"),
    (SETS, [{"a": 1, "b": 2}, {"b": 2, "a": 1}], "the array holds {"),
    (SETS, [True, 1, "1", True], "the array holds true twice"),
]
CLOSED = {"type": "object", "additionalProperties": False}
WHOLE = [
    ({"type": "string", "enum": ["a"]}, 5, "expected a string, found the number 5"),
    ({"type": "string", "const": "a"}, 5, "expected a string, found the number 5"),
    ({"type": "integer", "minimum": 5}, 1.5, "expected an integer, found the number"),
    ({"type": "integer", "maximum": 1}, 1.5, "expected an integer, found the number"),
    ({"enum": [1, 2], "maximum": 2}, 3, "3 is not one of the allowed values"),
]
OTHERS = [
    (
        {"type": "object", "additionalProperties": False},
        {"a": 1},
        "unknown property `a`",
    ),
    ({"enum": ["a"]}, "b", '"b" is not one of the allowed values'),
    ({"const": "a"}, "b", 'expected "a", found "b"'),
    ({"pattern": "^a$"}, "b", '"b" does not match the pattern `^a$`'),
    ({"format": "date"}, "x", '"x" is no valid date'),
    ({"not": {"const": 13}}, 13, "the number 13 breaks the schema's `not`"),
    (False, 1, "expected nothing here, found the number 1"),
    (TWICE, 1, "the number 1 fits more than one alternative of `oneOf`"),
    (UNION, {"kind": "heel"}, '"heel" is not one of the allowed values'),
    (UNION, {"kind": "heal", "amuont": 1}, "unknown property `amuont`"),
    (UNION, {}, "missing property `kind`"),
    (SHORT_KEYS, {"ab": 1}, "invalid key: 2 characters, more than the 1"),
]


@pytest.mark.parametrize(
    ("kind", "value", "message"), [*TYPES, *LIMITS, *WHOLE, *OTHERS]
)
def test_a_broken_keyword_is_one_problem(
    tmp_path: Path, kind: object, value: object, message: str
) -> None:
    """One mistake is one problem, in words about the value."""
    (problem,) = found(tmp_path, {"v": kind}, [{"id": "a", "v": value}])
    assert problem.message.startswith(message)


def test_a_wrong_type_behind_a_reference(tmp_path: Path) -> None:
    """What a definition allows is not said of a value of another type either."""
    few = {"$defs": {"Few": {"type": "integer", "enum": [1, 2], "minimum": 1}}}
    records = [{"id": "a", "v": "b"}, {"id": "b", "v": 0}]
    problems = found(tmp_path, {"v": {"$ref": "#/$defs/Few"}}, records, **few)
    assert [problem.code for problem in problems] == ["wrong-type", "not-in-enum"]


@pytest.mark.parametrize(
    ("allowed", "value", "help_"),
    [
        (["common", "rare"], "comon", 'did you mean "common"?'),
        (["common", "rare"], "Rare", 'did you mean "rare"?'),
        (["common", "rare"], "zzz", 'allowed: `"common"` or `"rare"`'),
        ([1, 2], 3, "allowed: `1` or `2`"),
    ],
)
def test_what_is_allowed_is_said(
    tmp_path: Path, allowed: list[object], value: object, help_: str
) -> None:
    """The nearest value is offered, or all of them."""
    (problem,) = found(tmp_path, {"v": {"enum": allowed}}, [{"id": "a", "v": value}])
    assert problem.help == help_


def test_properties_of_all_parts_of_a_schema_are_offered(tmp_path: Path) -> None:
    """What could have been meant may stand in a part or behind a `$ref`."""
    parts = {
        "$ref": "#/$defs/A",
        "allOf": [objects({"middle": INTEGER})],
        "properties": {"first": INTEGER},
    }
    definitions = {"A": objects({"last": INTEGER})}
    records = [{"id": "a", "v": {"lsat": 1}}, {"id": "b", "v": {"midle": 1}}]
    problems = found(tmp_path, {"v": parts}, records, **{"$defs": definitions})
    assert said(problems) == [
        ("unknown-property", "unknown property `lsat`"),
        ("unknown-property", "unknown property `midle`"),
    ]
    hints = [problem.help for problem in problems]
    assert hints == ["did you mean `last`?", "did you mean `middle`?"]


def test_all_records_are_looked_at(tmp_path: Path) -> None:
    """Neither a broken record nor a broken property hides another."""
    records = [{"id": "a", "n": "x", "m": "y"}, {"id": "b"}, {"id": "c", "n": "z"}]
    problems = found(tmp_path, {"n": INTEGER, "m": INTEGER}, records)
    places = [(p.place.line, p.place.column) for p in problems]
    assert places == [(5, 22), (5, 32), (7, 22)]


def test_a_record_of_many_mistakes_shows_a_thousand(tmp_path: Path) -> None:
    """What a person reads is bounded, and so is the time that it takes."""
    kind = {"type": "array", "items": INTEGER}
    problems = found(tmp_path, {"v": kind}, [{"id": "a", "v": ["x"] * 20_000}])
    assert len(problems) == 1000
