"""What git leaves of a merge is told as such, wherever it stands, and alone."""

from pathlib import Path

import pytest

from seedc.model.source import Place, Source
from seedc.read.json_parse import Parsed, parse_document
from seedc.read.merge_conflict import merge_conflict, merge_conflict_in_sql
from tests.support.projects import MINIMAL, problems_in, schema, seed, write_project

SIDES = "<<<<<<< HEAD\n{}\n||||||| 1c4b2a7\n=======\n{}\n>>>>>>> more\n"
MARKERS = {mark * 7 for mark in "<|=>"}
ONE, TWO = seed({"id": "a"}), seed({"id": "b"})
PROJECT = {"schemas/items.schema.json": schema({}), "seeds/items.json": ONE}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("seeds/items.json", SIDES.format(ONE, TWO)),
        ("seeds/items.json", ONE.replace('  "data"', '=======\n"data"')),
        ("seeds/items.json", ONE.replace("    {", ">>>>>>> more\r\n    {")),
        ("seeds/items.json", f"{ONE}{SIDES}"),
        ("schemas/items.schema.json", SIDES.format(schema({}), "{}")),
        ("seedc.toml", SIDES.format(MINIMAL, MINIMAL)),
        ("rules/law.sql", SIDES.format("-- law\nSELECT 1", "-- law\nSELECT 2")),
        ("rules/law.sql", "-- law\nSELECT 1\n=======\nFROM x"),
    ],
)
def test_a_conflict_is_told_alone(tmp_path: Path, path: str, text: str) -> None:
    """It is one problem, at the first marker, with a note at the last."""
    root = write_project(tmp_path, {**PROJECT, path: text})
    (problem,) = problems_in(root)
    marked = [i for i, at in enumerate(text.splitlines(), 1) if at[:7] in MARKERS]
    places = [problem.place, *(note.place for note in problem.notes)]
    assert problem.code == "merge-conflict"
    assert places == [Place(path, i, 1, 7) for i in sorted({marked[0], marked[-1]})]


@pytest.mark.parametrize(
    "text",
    [
        "-- law\n-- =======\nSELECT 1",
        "-- law\n/*\n=======\n*/\nSELECT 1",
        "-- law\nSELECT '\n<<<<<<< HEAD\n'",
        "-- law\nSELECT $$\n>>>>>>> x\n$$",
        "-- law\nSELECT 1 ======= 2",
    ],
)
def test_what_is_none_in_sql(text: str) -> None:
    """Comments and texts may hold lines that look like markers."""
    assert merge_conflict_in_sql(Source("rules/law.sql", text)) is None


@pytest.mark.parametrize("text", ["x\n========\n", " <<<<<<< HEAD", "<<<<<<<x", "a ||"])
def test_what_is_none(text: str) -> None:
    """A marker has seven characters, begins its line, and ends as a word."""
    assert merge_conflict(Source("seeds/items.json", text)) is None


def test_text_with_line_breaks(tmp_path: Path) -> None:
    """A file that can be parsed has no conflict, whatever its texts hold."""
    comment = 'x = """\n=======\n"""\n'
    root = write_project(tmp_path, {**PROJECT, "seedc.toml": f"{MINIMAL}{comment}"})
    assert [p.code for p in problems_in(root)] == ["unknown-key"]
    assert isinstance(parse_document(Source("x", r'"\n=======\n"')), Parsed)
