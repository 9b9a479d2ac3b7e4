"""No bytes make the compiler fail, whichever file they are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.profile import fuzz
from tests.fuzz.sound import problems
from tests.fuzz.strategies import broken
from tests.support.projects import ENVELOPE, MINIMAL, schema, seed

PROPERTIES = {
    "n": {"type": "number", "x-column": {"type": "numeric(4,2)"}, "minimum": 0},
    "kind": {"enum": ["sword", "bow"]},
    "next": {"type": "string", "x-references": "items.id"},
    "drops": {
        "type": "array",
        "x-column": {"store": "rows"},
        "items": {
            "type": "object",
            "x-table": {"primaryKey": "k"},
            "required": ["k"],
            "properties": {"k": {"type": "string"}, "of": {"$ref": "#/$defs/Node"}},
        },
    },
    "any": True,
}
NODE = {"type": "object", "properties": {"in": {"$ref": "#/$defs/Node"}}}
FILES = {
    "seedc.toml": f"{MINIMAL}sqlite = {{}}\n\n[severity]\nunexpected-file = 'off'\n",
    "schemas/items.schema.json": schema(
        PROPERTIES,
        x_table={
            "unique": [["n", "kind"]],
            "indexes": [{"columns": [{"column": "n", "order": "desc"}]}],
            "checks": {"cheap": "n < 10.5 OR kind IN ('bow') AND length(id) > 1"},
        },
        **{"$defs": {"Node": NODE}},
    ),
    "seeds/items.json": seed(
        {"id": "a", "n": 1.5, "kind": "bow", "next": "b", "any": [1, {"x": None}]},
        '{ "id": "b", "n": 1.10, "drops": [{ "k": "\\u00e9", "of": { "in": {} } }] }',
    ),
    "rules/cheap.sql": "-- nothing is dear\nSELECT id FROM items WHERE n > 100\n",
}


@pytest.mark.parametrize("path", FILES)
@fuzz(60)
@given(st.data())
def test_broken_files(path: str, data: st.DataObject) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """A valid file that was cut, doubled and mixed up compiles or has problems."""
    text = data.draw(broken(FILES[path]))
    content = bytearray(text.encode())
    for at, byte in data.draw(_bytes(len(content))):
        content[at] = byte
    problems({**FILES, path: bytes(content)})


def _bytes(size: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    if not size:
        return st.just([])
    return st.lists(
        st.tuples(st.integers(0, size - 1), st.integers(0, 255)), max_size=2
    )


@pytest.mark.parametrize("path", FILES)
@fuzz(40)
@given(content=st.binary(max_size=200))
def test_any_bytes(path: str, content: bytes) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """So does a file of any bytes at all."""
    problems({**FILES, path: content})


def test_the_project_is_sound() -> None:
    """The files that are broken here have no problem when they are whole."""
    assert ENVELOPE in FILES["seeds/items.json"]
    assert list(problems(FILES)) == []
