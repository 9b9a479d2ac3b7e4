"""Seed files that are too deep, too large or too many of something."""

from pathlib import Path

import pytest

from tests.hostile.bounded import ANY, SCHEMA, SEED, check, data, value
from tests.support.projects import schema, seed

DEEP = 100_000
MILLION = 1_000_000
HUNDRED_MB = 100_000_000
TEN_MB = 10_000_000

NESTED = {
    "lists": value("[" * DEEP + "]" * DEEP),
    "objects": value('{"a":' * DEEP + "1" + "}" * DEEP),
    "lists-that-never-close": value("[" * DEEP),
    "data": data("[" * DEEP + "]" * DEEP),
    "envelope": data("[]", f'"renames": {"[" * DEEP}{"]" * DEEP}'),
    "file": '{"data":' * DEEP,
    "every-record": data(",".join(["[" * 500 + "]" * 500] * 300).join("[]")),
}
NUMBERS = {
    "digits": "1" * MILLION,
    "exponent": "1e1000000",
    "negative-exponent": "1e-1000000",
    "exponent-of-many-digits": f"1e{'9' * MILLION}",
    "fraction": f"0.{'1' * MILLION}",
    "zero-of-no-scale": "0e-1000000",
}


@pytest.mark.parametrize("text", NESTED.values(), ids=[*NESTED])
def test_a_hundred_thousand_levels(tmp_path: Path, text: str) -> None:
    """Depth is refused before anything follows it."""
    assert check(tmp_path, {SEED: text}) == {"nesting-too-deep"}


@pytest.mark.parametrize("text", NUMBERS.values(), ids=[*NUMBERS])
def test_endless_numbers(tmp_path: Path, text: str) -> None:
    """A number that Postgres cannot hold is refused before it is computed."""
    assert check(tmp_path, {SEED: value(text)}) == {"number-too-large"}


def test_a_string_of_a_hundred_megabytes(tmp_path: Path) -> None:
    """It is a value like any other."""
    assert check(tmp_path, {SEED: value(f'"{"x" * HUNDRED_MB}"')}) == set()


def test_a_long_string_in_the_wrong_place(tmp_path: Path) -> None:
    """It is not shown as a whole."""
    kinds = {"v": {"type": "integer"}, "w": {"enum": ["a"]}, "x": {"pattern": "^y"}}
    long = "x" * 5 * MILLION
    files = {
        SCHEMA: schema(kinds),
        SEED: seed({"id": "a", **dict.fromkeys("vwx", long)}),
    }
    assert check(tmp_path, files) == {"wrong-type", "not-in-enum", "pattern-mismatch"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (data(f'["{"x" * TEN_MB}'), "invalid-json"),
        (data(f"[{',' * TEN_MB}"), "invalid-json"),
        (" " * TEN_MB, "empty-file"),
        (value('"' + r"\u00zz" * MILLION + '"'), "invalid-json"),
        (value("x" * MILLION), "invalid-json"),
    ],
    ids=["no-end", "commas", "spaces", "escapes", "word"],
)
def test_megabytes_of_no_json(tmp_path: Path, text: str, code: str) -> None:
    """One problem at the first mistake."""
    assert check(tmp_path, {SEED: text}) == {code}


def _members(count: int) -> str:
    return ",".join(f'"k{i}":{i}' for i in range(count))


def test_a_million_keys(tmp_path: Path) -> None:
    """One object may have them."""
    assert check(tmp_path, {SEED: value(f"{{{_members(MILLION)}}}")}) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (seed(f'{{"id": "a", {_members(30_000)}}}'), "unknown-property"),
        (data("[]", _members(30_000)), "unknown-key"),
        (value("{" + ",".join(['"k":1'] * 30_000) + "}"), "duplicate-key"),
        (data("[]", *['"version": "1.0.0"'] * 30_000), "duplicate-key"),
    ],
    ids=["unknown", "envelope", "twice", "envelope-twice"],
)
def test_thousands_of_wrong_keys(tmp_path: Path, text: str, code: str) -> None:
    """Each is found, in a time that grows with their number and not its square."""
    assert check(tmp_path, {SEED: text}) == {code}


KEY = "k" * MILLION


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (seed({"id": "a", KEY: 1}), "unknown-property"),
        (value(f'{{"{KEY}": 1, "{KEY}": 2}}'), "duplicate-key"),
        (data("[]", f'"{KEY}": 1'), "unknown-key"),
    ],
    ids=["record", "twice", "envelope"],
)
def test_a_key_of_a_megabyte(tmp_path: Path, text: str, code: str) -> None:
    """It is told, and not echoed in full."""
    assert check(tmp_path, {SEED: text}) == {code}


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ('{"id":1}', "wrong-type"),
        ("1", "wrong-type"),
        ('{"id":"a"}', "duplicate-primary-key"),
        ('{"id":"a","idd":1}', "unknown-property"),
        ("{}", "missing-property"),
    ],
)
def test_thousands_of_wrong_records(tmp_path: Path, record: str, code: str) -> None:
    """What is said of them stays short."""
    text = data(f"[{','.join([record] * 20_000)}]")
    assert check(tmp_path, {SCHEMA: ANY, SEED: text}) >= {code}


def test_nothing_at_all(tmp_path: Path) -> None:
    """Empty files are told, and an empty project is a project."""
    assert check(tmp_path, {SCHEMA: "", SEED: ""}) == {"empty-file"}
    assert check(tmp_path, {SCHEMA: ANY, SEED: data("[]")}) == set()
