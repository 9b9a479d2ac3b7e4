"""Whatever bytes a file holds, reading it ends in values or in problems."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import Batch, Envelope
from seedc.model.source import Source
from seedc.read.seed_file import read_seed
from seedc.text.json_place import value_place
from tests.support.projects import problems_in, schema, seed, write_project

SEED = seed(
    {"id": "a", "n": 1.10, "l": [1, None, True], "o": {"x": {"y": "\u00e9\U0001f600"}}},
    '{ "id": "b", "n": -1e-7, "l": [[], {}], "t": "\\u0000\\ud83d \\"" }',
)
PROPERTIES = {
    "n": {"type": "number", "x-column": {"type": "numeric(4,2)"}},
    "l": {"type": "array", "items": {"anyOf": [{"type": "integer"}, {"type": "null"}]}},
    "o": {"$ref": "#/$defs/Node"},
    "t": {"type": "string", "maxLength": 5, "x-references": ["items.id", "items.t"]},
    "rows": {
        "type": "array",
        "x-column": {"store": "rows"},
        "items": {
            "type": "object",
            "x-table": {"primaryKey": "k", "unique": [["m"]]},
            "required": ["k"],
            "properties": {"k": {"enum": ["x", "y"]}, "m": {"type": "integer"}},
        },
    },
}
NODE = {"type": "object", "properties": {"x": {"$ref": "#/$defs/Node"}, "y": True}}
SCHEMA = schema(
    PROPERTIES,
    x_table={
        "primaryKey": ["id"],
        "unique": [["n"]],
        "indexes": [{"columns": [{"column": "n", "order": "desc"}], "where": "n > 1"}],
        "checks": {"positive": "n >= 0 OR n IS NULL"},
    },
    **{"$defs": {"Node": NODE}},
)

PIECES = [
    *'{}[]",:\\/#-+.0e\n\t \x00\x1f',
    *(
        "null",
        "true",
        "NaN",
        "-Infinity",
        "1e999999",
        "1" * 5000,
        '"',
        "'",
        "//",
        "\\u",
    ),
    *("\\ud800", "\u2028", "\ufeff", "[" * 200, "{" * 3, "]" * 3, '"id": 1,', '"$ref"'),
    *('"type": "null"', '"type": []', '"x-table": {}', '"properties": 1', '"not": {}'),
    *('"x-references": "a.b"', '"oneOf": []', '"items": false', '"required": ["q"]'),
]


@st.composite
def mutated(draw: st.DrawFn, text: str) -> bytes:
    """Cut, double, replace and insert in a valid file, then perhaps break its bytes."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        piece = draw(st.sampled_from(["", text[start:end] * 2, *PIECES]) | st.text())
        text = text[:start] + piece + text[end:]
    content = bytearray(text.encode("utf-8", "surrogatepass"))
    if content and draw(st.booleans()):
        content[draw(st.integers(0, len(content) - 1))] = draw(st.integers(0, 255))
    return bytes(content)


def _compile(seed_file: bytes, schema_file: bytes) -> list[Diagnostic]:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        files = {
            "seeds/items.json": seed_file,
            "schemas/items.schema.json": schema_file,
        }
        return problems_in(write_project(root, files))


@given(mutated(SEED))
def test_any_seed_file_compiles_or_has_problems(content: bytes) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """No bytes of a seed file make the compiler fail."""
    for problem in _compile(content, SCHEMA.encode()):
        assert problem.message


@given(mutated(SCHEMA))
def test_any_schema_compiles_or_has_problems(content: bytes) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """No bytes of a schema make the compiler fail."""
    for problem in _compile(SEED.encode(), content):
        assert problem.message


@given(st.binary(max_size=300))
def test_any_bytes_are_read(content: bytes) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Neither does a file that was never JSON."""
    assert _compile(content, content)


@example('{"data": [}')
@example('{"data": [{}, ]}')
@given(st.text() | mutated(SEED).map(lambda b: b.decode("utf-8", "replace")))
def test_places_of_records_are_within_the_file(text: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """A batch says where each of its records stands, also in broken files."""
    source = Source("seeds/items.json", text)
    for event in read_seed(source):
        match event:
            case Batch():
                assert len(event.records) == len(event.offsets)
                for offset in event.offsets:
                    assert value_place(source, offset, ()).line >= 1
            case Envelope():
                assert text[event.start] == "{"
            case Diagnostic():
                assert event.place.line <= text.count("\n") + 1


@pytest.mark.parametrize("name", ["seedc.toml", "seeds/items.json"])
def test_links_that_lead_in_a_circle_are_a_failing_world(
    tmp_path: Path, name: str
) -> None:
    """A file that nobody can open is not the fault of its content."""
    files = {"schemas/items.schema.json": SCHEMA, "seeds/items.json": SEED}
    root = write_project(tmp_path, files)
    (root / name).unlink()
    (root / name).symlink_to(root / name)
    with pytest.raises(OSError, match=r"loop|symbolic links"):
        problems_in(root)


def test_links_out_of_the_project_are_refused(tmp_path: Path) -> None:
    """A build reads nothing that is not in the project's folder."""
    secret = tmp_path / "secret.json"
    secret.write_text(SEED, "utf-8")
    files = {"schemas/items.schema.json": SCHEMA, "schemas/x.json": ""}
    root = write_project(tmp_path / "project", files)
    (root / "schemas/x.json").unlink()
    (root / "seeds/items.json").symlink_to(secret)
    codes = [(p.place.path, p.code) for p in problems_in(root)]
    assert codes == [("seeds/items.json", "outside-project")]


def test_links_within_the_project_are_followed(tmp_path: Path) -> None:
    """A link that stays inside is a file like any other."""
    files = {"schemas/items.schema.json": schema({}), "data.json": seed({"id": "a"})}
    root = write_project(tmp_path, files)
    (root / "seeds/items.json").symlink_to(root / "data.json")
    assert problems_in(root) == []
