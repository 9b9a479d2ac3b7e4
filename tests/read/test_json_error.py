"""What is no JSON is told in words that say what to write instead."""

import pytest

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Source
from seedc.read.json_parse import parse_document


def _problem(text: str) -> Diagnostic:
    problem = parse_document(Source("seeds/items.json", text))
    assert isinstance(problem, Diagnostic)
    return problem


def _notes(problem: Diagnostic) -> list[tuple[int, int, int]]:
    places = (note.place for note in problem.notes)
    return [(place.line, place.column, place.length) for place in places]


@pytest.mark.parametrize(
    ("text", "column", "found", "advice"),
    [
        ('{"a": “x”}', 7, "the curly quote `“`", 'write a straight one: `"`'),
        ('{"a":\u00a01}', 6, "the unseen character U+00A0 (no-break space)",
         "write a plain space"),
        ('{"a":1,\u200b"b":2}', 8, "the unseen character U+200B (zero width space)",
         "delete it"),
        ('{"a": .06}', 7, "`.06`", "write `0.06`"),
        ('{"a": -.5e3}', 7, "`-.5e3`", "write `-0.5e3`"),
        ('{"a": +16}', 7, "`+16`", "write `16`"),
        ('{"a": +007}', 7, "`+007`", "write `7`"),
        ('{"a": --5}', 7, "`-`", None),
        ('{"a": 0,06}', 9, "`06`", "numbers have a decimal point: write `0.06`"),
        ('{"a": 12,5, "b": 1}', 10, "`5`",
         "numbers have a decimal point: write `12.5`"),
        ('{"a": 1, 5}', 10, "`5`", None),
        ('{"a": 6%}', 8, "`%`",
         "a number has no unit; remove it, or write a string"),
        ('{"a": 5.}', 8, "`.`", "write a digit behind the point, or remove it"),
        ('{"a": 1.2.3}', 10, "`.`", None),
        ('{"a" = 16}', 6, "`=`", "write `:` in its place"),
        ('{"a": "say "hi" x"}', 13, "`hi`",
         'close the string before it, or write a `"` in a string as `\\"`'),
        ('{"a": 16 "b": 2}', 10, '`"`', "add a comma behind `16`"),
        ('{"a": 16"}', 9, '`"`', None),
        ("[{}{}]", 4, "`{`", "add a comma behind the `}`"),
    ],
)  # fmt: skip
def test_advice(text: str, column: int, found: str, advice: str | None) -> None:
    """What stands there is named, and what to write in its place if that is known."""
    problem = _problem(text)
    assert (1, column) == (problem.place.line, problem.place.column)
    assert problem.message.endswith(f", found {found}")
    assert advice == problem.help
    assert problem.notes == ()


@pytest.mark.parametrize(
    ("text", "shown", "note"),
    [
        ('{"a": 16\n"b": 2}', "`16`", (1, 7, 2)),
        ('{"a": "Rusty"\n\n"b": 2}', '`"Rusty"`', (1, 7, 7)),
        ("[true,\n false\n null]", "`false`", (2, 2, 5)),
        ('[{"a": 1}\n{"b": 2}]', "the `}`", (1, 9, 1)),
        ('["a\\"b"\n1]', "the value before", (1, 7, 1)),
        (f'["{"x" * 90}"\n1]', "the value before", (1, 93, 1)),
        ('["postgres://me:hunter2@db/x"\n1]', "the value before", (1, 29, 1)),
    ],
)
def test_missing_comma(text: str, shown: str, note: tuple[int, int, int]) -> None:
    """A comma that a line should end with is asked for there, and shows no secret."""
    problem = _problem(text)
    assert f"add a comma behind {shown}" == problem.help
    assert [note] == _notes(problem)


@pytest.mark.parametrize(
    ("text", "end", "start"),
    [
        ('{"a": "Rusty,\n  "b": 2}', (1, 14), 7),
        ('{"a": "Rusty\n}', (1, 13), 7),
        ('{"a: 1,\r\n "b": 2}', (1, 8), 2),
        ('["x",\n"' + r"\"" * 50 + ',\n"y"]', (2, 103), 1),
    ],
)
def test_missing_quote(text: str, end: tuple[int, int], start: int) -> None:
    """Where the next line is JSON again, the string lacks its end."""
    problem = _problem(text)
    assert problem.message == "invalid string: it has no end"
    assert end == (problem.place.line, problem.place.column)
    assert [(end[0], start, 1)] == _notes(problem)


@pytest.mark.parametrize(
    ("text", "escape"),
    [
        ('{"a": "a\nb"}', r"\n"),
        ('{"a": "a\r\nb"}', r"\n"),
        ('{"a": "a\n", "b": "c"}', r"\n"),
        ('{"a": "a\tb"}', r"\t"),
        ('{"a": "a\x01b"}', r"\u0001"),
    ],
)
def test_control_character(text: str, escape: str) -> None:
    """A control character in a string is offered as its escape."""
    problem = _problem(text)
    assert problem.message == "invalid control character in a string"
    assert f"write it as the escape `{escape}`" == problem.help
    assert problem.notes == ()
