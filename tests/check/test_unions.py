"""A union that no alternative fits is one problem, about the one that was meant."""

from pathlib import Path

import pytest

from tests.check.items import INTEGER, TEXT, found, objects

HEAL = objects(
    {"kind": {"const": "heal"}, "amount": INTEGER}, required=["kind", "amount"]
)
BURN = objects({"kind": {"const": "burn"}, "turns": INTEGER}, required=["kind"])
NULL = {"type": "null"}
EFFECT = {"oneOf": [HEAL, BURN]}
DEFINITIONS = {
    "Heal": HEAL,
    "Burn": BURN,
    "Effect": {"oneOf": [{"$ref": "#/$defs/Heal"}, {"$ref": "#/$defs/Burn"}]},
    "Tree": {
        "oneOf": [
            objects({"kind": {"const": "leaf"}, "n": INTEGER}, required=["kind", "n"]),
            objects(
                {
                    "kind": {"const": "both"},
                    "all": {"type": "array", "items": {"$ref": "#/$defs/Tree"}},
                },
                required=["kind", "all"],
            ),
        ]
    },
}
REFERRED = {"$ref": "#/$defs/Effect"}
TREE = {"$ref": "#/$defs/Tree"}
SHARED = {
    "allOf": [objects({"note": TEXT})],
    "oneOf": [HEAL, BURN],
}
RANGE = {"type": "integer", "minimum": 1}
BY_ENUM = {
    "oneOf": [
        objects({"kind": {"enum": ["a", "b"]}, "n": INTEGER}, required=["kind"]),
        objects({"kind": {"enum": ["c"]}, "t": TEXT}, required=["kind"]),
    ]
}
BY_KEYS = {
    "anyOf": [
        objects({"a": INTEGER}, required=["a"]),
        objects({"b": INTEGER}, required=["b"]),
    ]
}
PART_TAGGED = {"anyOf": [HEAL, objects({"free": TEXT}, required=["free"])]}
TWO_TAGS = {
    "oneOf": [
        objects({"kind": {"const": "a"}, "size": {"const": 1}, "n": INTEGER}),
        objects({"kind": {"const": "a"}, "size": {"const": 2}, "t": TEXT}),
        objects({"kind": {"const": "b"}, "size": {"const": 1}, "n": TEXT}),
    ]
}
CONSTANTS = {"oneOf": [{"const": "low"}, {"const": "high"}, INTEGER]}
AUTO = {"anyOf": [{"const": "auto"}, RANGE]}

CASES: list[tuple[object, object, str, object]] = [
    # the tag chooses
    (
        EFFECT,
        {"kind": "heal", "amount": "5"},
        'expected an integer, found the string "5"',
        '"5"',
    ),
    (EFFECT, {"kind": "heal"}, "missing property `amount`", None),
    (EFFECT, {"kind": "burn", "amount": 5}, "unknown property `amount`", '"amount"'),
    (
        REFERRED,
        {"kind": "burn", "turns": 1.5},
        "expected an integer, found the number 1.5",
        "1.5",
    ),
    # an unknown tag, a missing one, a misspelt one
    (
        EFFECT,
        {"kind": "heel", "amount": 1},
        '"heel" is not one of the allowed values',
        '"heel"',
    ),
    (EFFECT, {"kind": 7, "x": 1}, "7 is not one of the allowed values", "7"),
    (EFFECT, {"kind": None}, "null is not one of the allowed values", "null"),
    (EFFECT, {"amount": 1}, "missing property `kind`, which says what this is", None),
    (EFFECT, {}, "missing property `kind`, which says what this is", None),
    (EFFECT, {"kimd": "heal", "amount": 1}, "unknown property `kimd`", '"kimd"'),
    (EFFECT, {"kimd": "x"}, "unknown property `kimd`", '"kimd"'),
    # other types
    (EFFECT, "heal", 'expected an object, found the string "heal"', '"heal"'),
    (
        {"oneOf": [HEAL, BURN, NULL]},
        5,
        "expected an object or null, found the number 5",
        "5",
    ),
    (
        {"anyOf": [REFERRED, NULL]},
        5,
        "expected an object or null, found the number 5",
        "5",
    ),
    (
        {"anyOf": [REFERRED, NULL]},
        {"kind": "heel"},
        '"heel" is not one of the allowed values',
        '"heel"',
    ),
    ({"anyOf": [REFERRED, NULL]}, {"kind": "heal"}, "missing property `amount`", None),
    # scalars
    (CONSTANTS, "hihg", '"hihg" is not one of the allowed values', '"hihg"'),
    (CONSTANTS, True, "expected a string or an integer, found true", "true"),
    (AUTO, 0, "0 is less than the minimum 1", "0"),
    (AUTO, "aut", '"aut" is not one of the allowed values', '"aut"'),
    (
        {"anyOf": [INTEGER, {"type": "number", "maximum": 1}]},
        "1",
        'expected a number, found the string "1"',
        '"1"',
    ),
    (
        {"anyOf": [{"type": "string", "minLength": 2}, NULL]},
        "",
        "0 characters, fewer than the 2 that it needs",
        '""',
    ),
    # inside lists, maps, rows, definitions that refer to themselves
    (
        {"type": "array", "items": EFFECT},
        [{"kind": "burn"}, {"kind": "brun"}],
        '"brun" is not one of the allowed values',
        '"brun"',
    ),
    (
        {"type": "object", "additionalProperties": EFFECT},
        {"x": {"kind": "brun"}},
        '"brun" is not one of the allowed values',
        '"brun"',
    ),
    (
        objects({"deep": EFFECT}),
        {"deep": {"kind": "brun"}},
        '"brun" is not one of the allowed values',
        '"brun"',
    ),
    (
        TREE,
        {
            "kind": "both",
            "all": [
                {"kind": "leaf", "n": 1},
                {"kind": "both", "all": [{"kind": "leaf", "n": "2"}]},
            ],
        },
        'expected an integer, found the string "2"',
        '"2"',
    ),
    (
        TREE,
        {"kind": "both", "all": [{"kind": "leef", "n": 1}]},
        '"leef" is not one of the allowed values',
        '"leef"',
    ),
    (
        SHARED,
        {"note": "x", "kind": "heal", "amount": "5"},
        'expected an integer, found the string "5"',
        '"5"',
    ),
    (SHARED, {"note": 1, "kind": "burn"}, "expected a string, found the number 1", "1"),
    (
        SHARED,
        {"note": "x", "kind": "burn", "amount": 5},
        "unknown property `amount`",
        '"amount"',
    ),
    # tags of several values, in some alternatives only, and two of them
    (
        BY_ENUM,
        {"kind": "b", "n": "1"},
        'expected an integer, found the string "1"',
        '"1"',
    ),
    (BY_ENUM, {"kind": "d"}, '"d" is not one of the allowed values', '"d"'),
    (
        PART_TAGGED,
        {"kind": "heal", "amount": "1"},
        'expected an integer, found the string "1"',
        '"1"',
    ),
    (PART_TAGGED, {"free": 1}, "expected a string, found the number 1", "1"),
    (
        TWO_TAGS,
        {"kind": "a", "size": 2, "t": 1},
        "expected a string, found the number 1",
        "1",
    ),
    # the nearest
    (BY_KEYS, {}, "missing property `a` or `b`", None),
    (BY_KEYS, {"b": "1"}, 'expected an integer, found the string "1"', '"1"'),
    (
        {
            "anyOf": [
                {"type": "array", "items": INTEGER},
                {"type": "array", "items": TEXT},
            ]
        },
        ["a", "b", 3],
        "expected a string, found the number 3",
        "3",
    ),
]


@pytest.mark.parametrize(("kind", "value", "message", "shown"), CASES)
def test_a_union_is_one_problem(
    tmp_path: Path, kind: object, value: object, message: str, shown: str | None
) -> None:
    """It says what is wrong with what was meant, at that very place."""
    records = [{"id": "a", "v": value}]
    (problem,) = found(tmp_path, {"v": kind}, records, **_definitions(kind))
    assert problem.message == message
    line = (tmp_path / problem.place.path).read_text().splitlines()[4]
    start = problem.place.column - 1
    assert line[start : start + problem.place.length] == (shown or "{")


def _definitions(kind: object) -> dict[str, object]:
    """Return the definitions that a schema needs, as one without use is a problem."""
    if TREE["$ref"] in str(kind):
        return {"$defs": {"Tree": DEFINITIONS["Tree"]}}
    others = {name: DEFINITIONS[name] for name in ("Heal", "Burn", "Effect")}
    return {"$defs": others} if REFERRED["$ref"] in str(kind) else {}


@pytest.mark.parametrize(
    ("value", "help_"),
    [
        ({"kind": "heel"}, 'did you mean "heal"?'),
        ({"kind": "zzz"}, 'allowed: `"heal"` or `"burn"`'),
        ({}, 'give it `"heal"` or `"burn"`'),
        ({"kimd": "heal", "amount": 1}, "did you mean `kind`?"),
    ],
)
def test_the_known_tags_are_said(tmp_path: Path, value: object, help_: str) -> None:
    """The nearest one, or all of them."""
    (problem,) = found(tmp_path, {"v": EFFECT}, [{"id": "a", "v": value}])
    assert problem.help == help_


def test_two_mistakes_in_a_union_are_two_problems(tmp_path: Path) -> None:
    """Neither hides the other."""
    value = {"kimd": "heal", "amount": "1"}
    problems = found(tmp_path, {"v": EFFECT}, [{"id": "a", "v": value}])
    assert [p.code for p in problems] == ["unknown-property", "wrong-type"]


def test_unions_in_child_rows(tmp_path: Path) -> None:
    """An item of a list that becomes rows has its own place."""
    rows = {
        "type": "array",
        "items": objects({"effect": EFFECT}),
        "x-column": {"store": "rows"},
    }
    value = [{"effect": {"kind": "burn"}}, {"effect": {"kind": "brun"}}]
    (problem,) = found(tmp_path, {"v": rows}, [{"id": "a", "v": value}])
    assert problem.message == '"brun" is not one of the allowed values'
