"""No integer inside JSON is larger than JavaScript reads, unless its schema says so."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_seeds, small

SAFE = 2**53 - 1
INTEGER = {"type": "integer"}


def stats(**members: object) -> dict[str, object]:
    """Return the properties of records whose JSON has some members."""
    return {"stats": {"type": "object", "properties": members}}


@pytest.mark.parametrize(
    ("sign", "bound", "text"),
    [
        ("", "maximum", str(SAFE + 1)),
        ("-", "minimum", str(SAFE + 1)),
        ("", "maximum", "1E+16"),
        ("", "maximum", "0.1E+17"),
    ],
)
def test_a_large_integer(sign: str, bound: str, text: str, tmp_path: Path) -> None:
    """It is refused where it stands, with the bound that would allow it."""
    value = sign + text
    record = f'{{"id": "a", "stats": {{"n": {value}}}}}'
    (problem,) = small(tmp_path, stats(n=INTEGER), record)
    shown = "1E+16" if "E" in value else value
    assert problem == Diagnostic(
        "value-does-not-fit",
        f"{shown} does not fit an integer in JSON (-{SAFE} to {SAFE})",
        in_seeds(5, 32, len(value)),
        help="JavaScript rounds beyond that; if it may be so large, say so in its"
        f' schema: `"{bound}": {shown}`',
    )


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (INTEGER, SAFE),
        (INTEGER, -SAFE),
        (INTEGER | {"maximum": 2**60}, 2**60),
        (INTEGER | {"exclusiveMinimum": -(2**60)}, 1 - 2**60),
        ({"type": "number"}, SAFE + 2),
        ({"type": ["integer", "string"]}, str(SAFE + 2)),
        ({"enum": [1, SAFE + 2]}, SAFE + 2),
        ({"const": SAFE + 2}, SAFE + 2),
        ({}, SAFE + 2),
    ],
)
def test_an_integer_that_is_kept(
    schema: dict[str, object], value: object, tmp_path: Path
) -> None:
    """What is small enough, has bounds, or is no integer by its schema is kept."""
    assert small(tmp_path, stats(n=schema), {"id": "a", "stats": {"n": value}}) == []


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "array", "items": INTEGER}, [1, SAFE + 1]),
        ({"type": "array", "prefixItems": [INTEGER], "items": False}, [SAFE + 1]),
        ({"type": "object", "additionalProperties": INTEGER}, {"any": SAFE + 1}),
        ({"type": ["integer", "null"]}, SAFE + 1),
        ({"anyOf": [INTEGER | {"maximum": 9}, INTEGER | {"minimum": 10}]}, SAFE + 1),
        (INTEGER | {"maximum": 2**60}, -SAFE - 1),
    ],
    ids=str,
)
def test_at_any_depth(schema: object, value: object, tmp_path: Path) -> None:
    """An integer is found wherever it stands in a value, once."""
    good = {"id": "a", "stats": {"n": None} if "null" in str(schema) else {}}
    bad = {"id": "b", "stats": {"n": value}}
    found = small(tmp_path, stats(n=schema), good, bad)
    assert [(p.code, p.place.line) for p in found] == [("value-does-not-fit", 6)]


def test_in_what_contains_itself(tmp_path: Path) -> None:
    """Definitions are followed as far as the value goes."""
    tree = {
        "type": "object",
        "properties": {
            "n": INTEGER,
            "below": {"type": "array", "items": {"$ref": "#/$defs/Tree"}},
        },
    }
    record = {"id": "a", "tree": {"below": [{"n": 1}, {"below": [{"n": SAFE + 1}]}]}}
    properties = {"tree": {"$ref": "#/$defs/Tree"}}
    (problem,) = small(tmp_path, properties, record, defs={"Tree": tree})
    assert (problem.code, problem.place.line) == ("value-does-not-fit", 5)


def test_in_json_of_child_rows(tmp_path: Path) -> None:
    """The JSON of rows that a list is stored as is JSON, too."""
    ways = {
        "type": "array",
        "x-column": {"store": "rows"},
        "items": {
            "type": "object",
            "properties": {"steps": {"type": "array", "items": INTEGER}},
        },
    }
    record = {"id": "a", "ways": [{}, {"steps": [1, SAFE + 1]}]}
    (problem,) = small(tmp_path, {"ways": ways}, {"id": "b"}, record)
    assert (problem.code, problem.place.line) == ("value-does-not-fit", 6)


def test_in_a_folder_of_files(tmp_path: Path) -> None:
    """The place is in the file that the record stands in."""
    envelope = '{"version": "1.0.0", "updated_at": "2026-01-13T00:00:00Z", "data": [\n'
    record = '{{"id": "{}", "stats": {{"n": {}}}}}\n]}}\n'
    files = {
        f"seeds/things/{name}.json": envelope + record.format(name, value)
        for name, value in (("a", 1), ("b", SAFE + 1), ("c", 2))
    }
    found = small(tmp_path, stats(n=INTEGER), files={**files})
    paths = [p.place.path for p in found if p.code == "value-does-not-fit"]
    assert paths == ["seeds/things/b.json"]


def test_a_reference_is_told_once(tmp_path: Path) -> None:
    """A value that repeats another is wrong only where it is first written."""
    properties = {
        "n": INTEGER,
        "stats": {
            "type": "object",
            "properties": {"n": INTEGER | {"x-references": "things.n"}},
        },
    }
    record = {"id": "a", "n": SAFE + 1, "stats": {"n": SAFE + 1}}
    found = small(tmp_path, properties, record, x_table={"unique": [["n"]]})
    assert [p.code for p in found] == ["value-does-not-fit"]
