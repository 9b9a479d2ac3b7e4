"""Nothing that only servers may see leaves a JSON column, wherever it stands in it."""

import json
from pathlib import Path

import pytest

from seedc.database.connect import opened
from seedc.database.statements import ask
from seedc.postgres.literal import quote_text
from seedc.script.cache_query import cache_query
from tests.support.live_tables import load
from tests.support.projects import schema, seed

pytestmark = pytest.mark.postgres

TEXT = {"type": "string"}
SECRET = {**TEXT, "x-column": {"visibility": "server"}}
HIDING = {"type": "object", "properties": {"a": TEXT, "s": SECRET}}
NODE = {
    "type": "object",
    "properties": {
        "text": TEXT,
        "s": SECRET,
        "next": {"type": "array", "items": {"$ref": "#/$defs/Node"}},
    },
}


def arm(kind: str, **properties: object) -> object:
    """Return an arm of a union, which its `kind` tells from the others."""
    return {
        "type": "object",
        "properties": {"kind": {"const": kind}, **properties},
        "required": ["kind"],
    }


UNION = {"oneOf": [arm("x", v=SECRET), arm("y", v=TEXT), arm("z", deep=HIDING)]}

CASES: dict[str, tuple[object, object, object]] = {
    "plain": (True, {"s": [None, 1.5]}, {"s": [None, 1.5]}),
    "object": (HIDING, {"a": "1", "s": "S"}, {"a": "1"}),
    "empty": (HIDING, {"s": "S"}, {}),
    "nested": (
        {"type": "object", "properties": {"o": HIDING, "s": TEXT}},
        {"o": {"a": "1", "s": "S"}, "s": "shown"},
        {"o": {"a": "1"}, "s": "shown"},
    ),
    "array": (
        {"type": "array", "items": HIDING},
        [{"s": "S"}, {"a": "1", "s": "S"}, {}],
        [{}, {"a": "1"}, {}],
    ),
    "map": (
        {"type": "object", "additionalProperties": HIDING},
        {"s": {"s": "S"}, "": {"a": "1"}, "0": {"s": "S"}},
        {"s": {}, "": {"a": "1"}, "0": {}},
    ),
    "tuple": (
        {"type": "array", "prefixItems": [TEXT, HIDING], "items": False},
        ["t", {"s": "S", "a": "1"}],
        ["t", {"a": "1"}],
    ),
    "extra": (
        {**HIDING, "additionalProperties": HIDING},
        {"s": "S", "t": {"s": "S", "a": "2"}},
        {"t": {"a": "2"}},
    ),
    "nullable": (
        {"type": "array", "items": {"oneOf": [HIDING, {"type": "null"}]}},
        [None, {"s": "S"}],
        [None, {}],
    ),
    "union": (
        {"type": "array", "items": UNION},
        [
            {"kind": "x", "v": "S"},
            {"kind": "y", "v": "shown"},
            {"kind": "z", "deep": {"s": "S"}},
        ],
        [{"kind": "x"}, {"kind": "y", "v": "shown"}, {"kind": "z", "deep": {}}],
    ),
    "recursion": (
        {"$ref": "#/$defs/Node"},
        {"text": "1", "s": "S", "next": [{"s": "S", "next": [{"s": "S"}, {}]}]},
        {"text": "1", "next": [{"next": [{}, {}]}]},
    ),
    "odd keys": (
        {"type": "object", "properties": {"x'\"\\ {},": HIDING, "é\u2028": SECRET}},
        {"x'\"\\ {},": {"s": "S", "a": "1"}, "é\u2028": "S"},
        {"x'\"\\ {},": {"a": "1"}},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_only_what_is_public_is_told(database: str, tmp_path: Path, name: str) -> None:
    """The rest of the value is as it was, numbers and nulls too."""
    shape, value, shown = CASES[name]
    assert _told(database, tmp_path, shape, value) == shown


@pytest.mark.parametrize(
    ("shape", "value", "shown"),
    [
        (HIDING, ["S"], None),
        (HIDING, "S", None),
        (HIDING, {"a": "1", "new": "S"}, {"a": "1"}),
        (HIDING, {"a": {"s": "what no seed says"}}, {"a": {"s": "what no seed says"}}),
        ({"type": "array", "items": HIDING}, {"s": "S"}, None),
        ({"type": "array", "items": HIDING}, [{"a": "1"}, "S"], None),
        ({"type": "array", "prefixItems": [HIDING], "items": False}, [{}, "S"], None),
        (UNION, {"kind": "w", "v": "S"}, None),
        (UNION, {"v": "S"}, None),
        (UNION, {"kind": "y", "v": "1", "new": "S"}, None),
        (UNION, 1, None),
    ],
)
def test_what_fits_no_shape_is_left_out(
    new_database: str, tmp_path: Path, shape: object, value: object, shown: object
) -> None:
    """The live system may write what its schema does not know: that is not told."""
    assert isinstance(shape, dict)
    live = {**shape, "x-column": {"owner": "live"}}
    files = {
        "schemas/items.schema.json": schema({"v": live}),
        "seeds/items.json": seed({"id": "a"}),
    }
    catalog = load(new_database, tmp_path, files)
    query = cache_query(catalog, catalog.table("items"), "public")
    with opened(new_database) as connection:
        text = quote_text(json.dumps(value))
        ask(connection, f"UPDATE items SET v = {text}")  # noqa: S608, quoted
        told = json.loads(ask(connection, str(query)).rows[0][1] or "")
    assert told == {"id": "a"} | ({} if shown is None else {"v": shown})


def _told(database: str, root: Path, shape: object, value: object) -> object:
    """Return what the cache has of a value, in a required column and in a list."""
    rows = {
        "type": "array",
        "items": {"type": "object", "properties": {"v": shape}},
        "x-column": {"store": "rows"},
    }
    defs = {"$defs": {"Node": NODE}} if shape == {"$ref": "#/$defs/Node"} else {}
    files = {
        "schemas/items.schema.json": schema(
            {"v": shape, "w": shape, "rows": rows}, required=["id", "v"], **defs
        ),
        "seeds/items.json": seed({"id": "a", "v": value, "rows": [{"v": value}, {}]}),
    }
    catalog = load(database, root, files)
    query = cache_query(catalog, catalog.table("items"), "public")
    with opened(database) as connection:
        told = json.loads(ask(connection, str(query)).rows[0][1] or "")
    assert told["rows"] == [{"v": told["v"]}, {}]
    assert "w" not in told
    return told["v"]
