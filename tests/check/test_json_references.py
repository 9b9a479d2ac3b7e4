"""A reference is found wherever a value stands: in lists, maps, unions, rows."""

from pathlib import Path

import pytest

from tests.check.items import INTEGER, ITEM, TEXT, found, objects, rows

NODE = {"Node": objects({"item": ITEM, "next": {"$ref": "#/$defs/Node"}})}
ONE_OF = {
    "oneOf": [
        objects({"kind": {"const": "item"}, "of": ITEM}, required=["kind"]),
        objects({"kind": {"const": "text"}, "of": TEXT}, required=["kind"]),
    ]
}
BY = {"type": "string", "x-references": {"by": "kind", "targets": {"item": "items.id"}}}
LISTS = {"anyOf": [{"type": "array", "items": ITEM}, TEXT]}
TUPLE = {"type": "array", "prefixItems": [INTEGER, ITEM], "items": False}
MAP = {"type": "object", "additionalProperties": {"type": "array", "items": ITEM}}
BESIDE = {"x-references": "items.id", "anyOf": [TEXT, {"type": "null"}]}

CASES: list[tuple[object, object]] = [
    (ITEM, "@"),
    (BESIDE, "@"),
    ({"anyOf": [ITEM, {"type": "null"}]}, "@"),
    ({"anyOf": [ITEM, INTEGER]}, "@"),
    ({"type": "array", "items": ITEM}, ["a", "@"]),
    (MAP, {"x": ["a", "@"]}),
    (TUPLE, [1, "@"]),
    (LISTS, ["@"]),
    (objects({"deep": objects({"item": ITEM})}), {"deep": {"item": "@"}}),
    (objects({"x": INTEGER}, additionalProperties=ITEM), {"y": "@"}),
    (ONE_OF, {"kind": "item", "of": "@"}),
    ({"$ref": "#/$defs/Node"}, {"next": {"next": {"item": "@"}}}),
    (rows(objects({"item": ITEM})), [{"item": "a"}, {"item": "@"}]),
    (rows(ITEM), ["a", "@"]),
    (rows(objects({"in": {"type": "array", "items": ITEM}})), [{"in": ["@"]}]),
    (objects({"kind": TEXT, "of": BY}), {"kind": "item", "of": "@"}),
    ({"type": "string", "x-references": ["items.id", "items.other"]}, "@"),
]


@pytest.mark.parametrize(("kind", "value"), CASES)
def test_a_dangling_reference_is_found(
    tmp_path: Path, kind: object, value: object
) -> None:
    """The one value that leads nowhere is the one that is shown."""
    properties = {"v": kind, "other": TEXT}
    records = [{"id": "a", "v": value}]
    used = {"$defs": NODE} if isinstance(kind, dict) and "$ref" in kind else {}
    (problem,) = found(tmp_path, properties, records, **used)
    assert (problem.code, problem.place.length) == ("dangling-reference", len('"@"'))
    assert '"@"' in problem.message


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ONE_OF, {"kind": "text", "of": "@"}),
        ({"anyOf": [ITEM, TEXT]}, "@"),
        ({"anyOf": [{"type": "array", "items": ITEM}, {"type": "array"}]}, ["@"]),
        (objects({"kind": TEXT, "of": BY}), {"kind": "item", "of": "a"}),
    ],
)
def test_what_may_be_meant_otherwise_is_no_reference(
    tmp_path: Path, kind: object, value: object
) -> None:
    """Nothing is refused that some alternative allows."""
    assert found(tmp_path, {"v": kind}, [{"id": "a", "v": value}]) == []


def test_no_table_for_a_kind_is_a_problem(tmp_path: Path) -> None:
    """A value whose sibling chooses no target should be null."""
    kind = objects({"kind": TEXT, "of": BY})
    records = [{"id": "a", "v": {"kind": "gold", "of": "x"}}]
    (problem,) = found(tmp_path, {"v": kind}, records)
    assert problem.message == 'nothing says which table "x" refers to'
