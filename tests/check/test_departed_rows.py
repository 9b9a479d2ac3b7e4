"""A row whose key is in `renames` or `removed` is no longer in the data."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.source import Place
from tests.check.departed import NEXT, SCHEMA, SEED, files_of, seed, told
from tests.support.projects import problems_of, schema

CODE = "row-still-there"


def test_a_removed_row(tmp_path: Path) -> None:
    """A row that is removed and still there is told at the entry, with its place."""
    text = seed({"id": "sword"}, {"id": "bow"}, removed=[("bow", "sword")])
    expected = [
        Diagnostic(
            CODE,
            '"bow" is removed, and yet its row is still there',
            Place(SEED, 5, 13, 5),
            notes=(Note("its row", Place(SEED, 9, 5)),),
            help="delete the row, or take the entry out",
        )
    ]
    assert problems_of(tmp_path, files_of(text, {"next": NEXT})) == expected


def test_a_row_that_still_has_its_old_key(tmp_path: Path) -> None:
    """That the new key is not there either is the same mistake."""
    text = seed({"id": "bow"}, renames=[("bow", "long_bow")])
    (problem,) = problems_of(tmp_path, files_of(text, {"next": NEXT}))
    assert (problem.code, problem.help) == (CODE, 'give the row its new key "long_bow"')


def test_a_row_beside_its_renamed_self(tmp_path: Path) -> None:
    """A row with the old key stands beside the one with the new key."""
    text = seed({"id": "bow"}, {"id": "long_bow"}, renames=[("bow", "long_bow")])
    message = '"bow" is renamed, and yet its row is still there'
    assert told(tmp_path, text) == [(CODE, '"bow"', message)]


def test_a_record_with_problems(tmp_path: Path) -> None:
    """A record that makes no row has a key all the same."""
    text = seed({"id": "bow", "next": 5}, removed=[("bow", None)])
    codes = {code for code, *_ in told(tmp_path, text)}
    assert codes == {CODE, "wrong-type"}


def test_keys_of_several_columns(tmp_path: Path) -> None:
    """Keys are compared as rows hold them: `1.0` is `1`, and zones do not matter."""
    text = seed(
        {"id": "a", "at": "2026-01-13T00:00:00Z", "n": 1},
        removed=[(["2026-01-13T01:00:00+01:00", 1.0], None)],
    )
    moment = {"type": "string", "format": "date-time"}
    key = ["at", "n"]
    keywords = {"required": key, "x_table": {"primaryKey": key}}
    files = files_of(text, {"at": moment, "n": {"type": "integer"}}, **keywords)
    (problem,) = problems_of(tmp_path, files)
    assert problem.code == CODE


def test_a_table_that_could_not_be_read_whole(tmp_path: Path) -> None:
    """Nothing is said of entries that a file which cannot be read may explain."""
    files = {
        SCHEMA: schema({}),
        "seeds/items/a.json": seed({"id": "a"}, renames=[("b", "c")]),
        "seeds/items/b.json": "{",
    }
    assert [p.code for p in problems_of(tmp_path, files)] == ["invalid-json"]
