"""Schemas that are endless, doubled or odd: problems in words, soon."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from tests.check.items import INTEGER, SCHEMA, SEED, TEXT, found, library, objects
from tests.support.projects import ENVELOPE, MINIMAL, problems_of, schema, seed

DIGITS = "1" * 1_000_000
NUMBERS = {
    "integer": DIGITS,
    "fraction": f"{DIGITS}.5",
    "long-fraction": f"0.{DIGITS}",
    "exponent": f"{DIGITS}e5",
    "negative-exponent": f"1e-{DIGITS}",
    "huge-exponent": f"1e{DIGITS}",
    "5000": "1" * 5000,
}
ODD_KEYS = [
    *("__proto__", "constructor", "$ref", "properties", "x-table", "a/b", "~0", "%2F"),
    *("", "1", "-", "\u200b", "\U0001f600", "\x7f", "select", "class", "x" * 5000),
]
COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "maxProperties")
BOUNDS = ("minimum", "maximum", "exclusiveMaximum", "multipleOf")


def _codes(problems: list[Diagnostic]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize("number", NUMBERS.values(), ids=[*NUMBERS])
@pytest.mark.parametrize("kind", [{"type": "number"}, INTEGER, {}])
def test_endless_numbers_are_refused(tmp_path: Path, kind: object, number: str) -> None:
    """A number that no database holds is one problem at its place."""
    record = f'{{ "id": "a", "t": "{DIGITS}", "v": {number} }}'
    (problem,) = found(tmp_path, {"t": TEXT, "v": kind}, [record])
    start = len('    { "id": "a", "t": "", "v": ') + len(DIGITS) + 1
    assert (problem.code, problem.place.column) == ("number-too-large", start)
    assert problem.place.length == len(number)


@pytest.mark.parametrize("number", ["1e5000", "1e131071", "1e-16000", "1" * 4300])
@pytest.mark.parametrize("keyword", [*COUNTS, *BOUNDS])
def test_schemas_of_huge_numbers_compile_or_not(
    tmp_path: Path, keyword: str, number: str
) -> None:
    """A bound beyond all targets is a problem of the schema, in any keyword."""
    text = schema({"v": {"type": ["integer", "string"], keyword: 0}})
    text = text.replace(f'"{keyword}": 0', f'"{keyword}": {number}')
    problems = problems_of(tmp_path, {SCHEMA: text, SEED: seed({"id": "a"})})
    assert {problem.code for problem in problems} <= {"invalid-schema"}


@pytest.mark.parametrize("levels", [150, 400, 900, 5000, 100_000])
@pytest.mark.parametrize("brackets", ["[]", "{}"])
def test_depth_is_refused_everywhere(
    tmp_path: Path, levels: int, brackets: str
) -> None:
    """In an envelope, a schema, the project file, and beside other problems."""
    opening = {"[]": "[", "{}": '{"items": '}[brackets]
    value = f"{opening * levels}{brackets}{brackets[1] * levels}"
    deep_schema = schema({"v": 0}).replace('"v": 0', f'"v": {value}')
    deep_seed = f'{{{ENVELOPE}, "renames": {value}, "data": []}}'
    deep_toml = f"{MINIMAL}x = {'[' * levels}{']' * levels}\n"
    plain = {SCHEMA: schema({}), SEED: seed({"id": "a"})}
    twice = {SEED: seed(f'{{"id": "a", "id": "b", "v": {value}}}')}
    for files in (
        {SCHEMA: deep_schema},
        {SEED: deep_seed},
        {"seedc.toml": deep_toml},
        twice,
    ):
        assert problems_of(tmp_path, {**plain, **files})


def _bomb(levels: int, keyword: str) -> str:
    """Return a library of definitions that each use the next one twice."""
    last: dict[str, object] = {f"D{levels}": objects({"x": INTEGER})}
    return library({f"D{i}": _twice(keyword, i + 1) for i in range(levels)} | last)


def _twice(keyword: str, to: int) -> dict[str, object]:
    reference = {"$ref": f"#/$defs/D{to}"}
    if keyword in {"allOf", "anyOf", "oneOf"}:
        return {keyword: [reference, reference]}
    if keyword == "prefixItems":
        return {"type": "array", keyword: [reference, reference], "items": False}
    if keyword == "properties":
        return objects({"a": reference, "b": reference})
    return {keyword: reference, "if": reference}


@pytest.mark.parametrize("keyword", ["allOf", "anyOf", "oneOf", "prefixItems", "not"])
@pytest.mark.parametrize("levels", [30, 300])
def test_schemas_that_double_are_refused(
    tmp_path: Path, keyword: str, levels: int
) -> None:
    """A thousand million copies are never made."""
    files = {
        SCHEMA: schema({"v": {"$ref": "bombs.schema.json#/$defs/D0"}}),
        SEED: seed({"id": "a", "v": {}}),
        "schemas/bombs.schema.json": _bomb(levels, keyword),
    }
    problems = problems_of(tmp_path, files)
    assert {problem.code for problem in problems} == {"invalid-schema"}


@pytest.mark.parametrize("levels", [30, 300])
def test_objects_that_double_have_names(tmp_path: Path, levels: int) -> None:
    """What code can name is no copy, and so nothing doubles."""
    files = {
        SCHEMA: schema({"v": {"$ref": "bombs.schema.json#/$defs/D0"}}),
        SEED: seed({"id": "a", "v": {"a": {"b": {"z": 1}}}}),
        "schemas/bombs.schema.json": _bomb(levels, "properties"),
    }
    assert _codes(problems_of(tmp_path, files)) == ["unknown-property"]


@pytest.mark.parametrize("key", ODD_KEYS)
def test_odd_keys_are_columns_or_problems(tmp_path: Path, key: str) -> None:
    """A property of any name is taken as what it is: a name."""
    properties = {key: INTEGER, "o": objects({key: INTEGER}, required=[key])}
    records = [{"id": "a", key: 1, "o": {key: 1}}, {"id": "b", "o": {key: "x"}}]
    codes = _codes(found(tmp_path, properties, records))
    assert set(codes) <= {"wrong-type", "invalid-schema", "name-too-long"}
    assert codes


@pytest.mark.parametrize("name", ["a/b", "c d", "\u00e9", "e~f%", "x.y", "0"])
def test_odd_names_of_definitions_are_found(tmp_path: Path, name: str) -> None:
    """A `$ref` spells them as JSON Pointer and URI do."""
    spelt = name.replace("~", "~0").replace("/", "~1").replace("%", "%25")
    kind = {"$ref": f"#/$defs/{spelt.replace(' ', '%20')}"}
    definitions = {name: {"enum": ["x", "y"]}, "Other": objects({"x": kind})}
    properties = {"v": kind, "o": {"$ref": "#/$defs/Other"}}
    records = [{"id": "a", "v": "x", "o": {"x": "y"}}, {"id": "b", "v": "z"}]
    codes = _codes(found(tmp_path, properties, records, **{"$defs": definitions}))
    assert set(codes) <= {"not-in-enum", "invalid-schema"}
    assert codes


def test_many_mistakes_take_no_longer_than_they_must(tmp_path: Path) -> None:
    """Thousands of typos, each in a table of thousands, are searched in no time."""
    properties = {"next": {"type": "string", "x-references": "items.id"}}
    ids = range(20_000)
    records = [{"id": f"item_{i:05}", "next": f"itme_{i:05}"} for i in ids]
    problems = found(tmp_path, properties, records)
    assert len(problems) == len(ids)
    assert str(problems[0].help).startswith("did you mean `item_00000`")


def test_long_chains_of_references_end(tmp_path: Path) -> None:
    """A chain of a thousand `$ref` is refused; a chain of objects is fine."""
    to = {i: {"$ref": f"#/$defs/D{i + 1}"} for i in range(1000)}
    plain = {f"D{i}": step for i, step in to.items()} | {"D1000": TEXT}
    named = {f"D{i}": objects({"n": to[i]}) for i in range(150)} | {"D150": TEXT}
    properties = {"v": {"$ref": "#/$defs/D0"}}
    for definitions, codes in ((plain, ["invalid-schema"]), (named, [])):
        given = {"$defs": definitions}
        assert _codes(found(tmp_path, properties, (), **given)) == codes


def _ref(to: str) -> dict[str, object]:
    return {"$ref": to}


A = _ref("#/$defs/A")
ENDLESS: dict[str, dict[str, object]] = {
    "itself": A,
    "all-of": {"allOf": [A]},
    "any-of": {"anyOf": [A, TEXT]},
    "not": {"not": A},
    "if": {"if": A},
    "items": {"type": "array", "items": A},
    "root": _ref("#"),
    "property": _ref("#/properties/v"),
}


@pytest.mark.parametrize("definition", ENDLESS.values(), ids=[*ENDLESS])
def test_schemas_that_refer_to_themselves(
    tmp_path: Path, definition: dict[str, object]
) -> None:
    """One that never ends is a problem in the schema file."""
    given = {"$defs": {"A": definition}}
    codes = _codes(found(tmp_path, {"v": A}, ({"id": "a", "v": [[[]]]},), **given))
    # The record itself has a name, and may hold others of its kind.
    assert set(codes) <= {"circular-ref", "endless-schema", "wrong-type"}
    assert codes


def test_a_chain_of_ten_thousand_references(tmp_path: Path) -> None:
    """So is one whose end is too far away."""
    chain = {f"D{i}": _ref(f"#/$defs/D{i + 1}") for i in range(10_000)}
    given = {"$defs": {**chain, "D10000": TEXT}}
    problems = found(tmp_path, {"v": _ref("#/$defs/D0")}, (), **given)
    assert _codes(problems) == ["invalid-schema"]


BACKTRACKING = ["^(a+)+$", "^(a|a)*$", "^(?:a*)*b$", "(x+x+)+y", "^(a?){30}a{30}$"]
ENDLESS_PATTERNS = ["a{1000000}", "((a{1,100}){1,100}){1,100}", "(" * 5000, "." * 10**5]


@pytest.mark.parametrize("pattern", BACKTRACKING)
def test_patterns_that_backtrack_for_ever(tmp_path: Path, pattern: str) -> None:
    """The engine takes a time that grows with the text and no faster."""
    properties = {"v": {"type": "string", "pattern": pattern}}
    records = [{"id": "a", "v": "a" * 20_000 + "!"}]
    codes = _codes(found(tmp_path, properties, records))
    assert codes in (["pattern-mismatch"], ["unportable-pattern"], ["invalid-schema"])


@pytest.mark.parametrize("pattern", ENDLESS_PATTERNS)
def test_patterns_without_end(tmp_path: Path, pattern: str) -> None:
    """A pattern that is too large to compile is a problem of the schema."""
    problems = found(tmp_path, {"v": {"type": "string", "pattern": pattern}})
    assert len(problems) == 1
    assert problems[0].place.path == SCHEMA


@pytest.mark.parametrize("check", ["(" * 5000 + "n > 1" + ")" * 5000, "NOT " * 9999])
def test_checks_without_end(tmp_path: Path, check: str) -> None:
    """An expression nested without an end in sight is a problem of the schema."""
    table = {"checks": {"c": check}}
    problems = found(tmp_path, {"n": INTEGER}, (), x_table=table)
    assert _codes(problems) == ["invalid-check"]


@pytest.mark.parametrize("text", ["\ud800", "a\x00b"])
def test_names_that_are_no_text(tmp_path: Path, text: str) -> None:
    """What no target can store is refused in a schema too, whatever it is."""
    texts = {"title": text, "description": text, "default": text}
    for properties in ({text: TEXT}, {"v": {**objects({}), **texts}}):
        codes = _codes(found(tmp_path, properties))
        assert "unstorable-text" in codes
