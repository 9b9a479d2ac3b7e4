"""Laws of following `$ref`."""

import pytest

from seedc.dialect.node import Node, Unresolved, resolve, root_node
from seedc.model.json_value import JsonObject, Pointer
from tests.lower.schemas import PATH, library

ITEMS: JsonObject = {
    "$defs": {"a/b": {"type": "string"}, "m~n": {}, "c d": {}, "no": False}
}
FILES = library(items=ITEMS, shared={"$defs": {"Rank": {"enum": ["a"]}}})
KNOWN = tuple(f"#/$defs/{name}" for name in ("a/b", "m~n", "c d", "no"))
SHARED = "schemas/shared.schema.json"


def follow(reference: str) -> Node | Unresolved:
    """Follow a reference that stands in the file of the items."""
    return resolve(FILES, Node(PATH, ("x",), {"$ref": reference}))


@pytest.mark.parametrize(
    ("reference", "path", "pointer"),
    [
        ("#", PATH, ()),
        ("#/$defs/a~1b", PATH, ("$defs", "a/b")),
        ("#/$defs/m~0n", PATH, ("$defs", "m~n")),
        ("#/$defs/c%20d", PATH, ("$defs", "c d")),
        ("shared.schema.json", SHARED, ()),
        ("./shared.schema.json#/$defs/Rank", SHARED, ("$defs", "Rank")),
    ],
)
def test_found(reference: str, path: str, pointer: Pointer) -> None:
    """A reference leads to a file of the folder and a schema in it."""
    found = follow(reference)
    assert isinstance(found, Node)
    assert (path, pointer) == (found.path, found.pointer)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("https://x.org/a.json", Unresolved("outside", "https://x.org/a.json")),
        ("/a.json", Unresolved("outside", "/a.json")),
        ("../a.json", Unresolved("outside", "../a.json")),
        ("%2e%2e/a.json", Unresolved("outside", "%2e%2e/a.json")),
        (
            "a.json",
            Unresolved("file", "a.json", ("items.schema.json", "shared.schema.json")),
        ),
        ("#/$defs/z", Unresolved("pointer", "#/$defs/z", KNOWN)),
        ("#anchor", Unresolved("pointer", "#anchor", KNOWN)),
    ],
)
def test_unresolved(reference: str, expected: Unresolved) -> None:
    """What leads nowhere says why, and what could have stood there."""
    assert expected == follow(reference)


def test_false() -> None:
    """The schema `false` is one that nothing fulfils."""
    assert root_node(FILES[PATH]).at("$defs", "no").value == {"not": {}}
