"""A baseline hides exactly what is known, and only ever shrinks."""

import json

import pytest

from seedc.diagnostics.baseline import baseline_text, compare, may_be_known, stale
from seedc.diagnostics.codes import CODES
from seedc.model.baseline import Baseline, BaselineFile, Known
from seedc.model.diagnostic import Diagnostic, Severity
from seedc.model.source import Place, Source

ITEMS = "seeds/items.json"
RECORD = '{ "id": "sword", "price": "12" }'
TEXT = f"[\n  {RECORD},\n  {RECORD},\n  {{ }}\n]"


def _at(line: int, text: str, code: str = "wrong-type") -> Diagnostic:
    """Return a problem with the price in a line, however long the line is."""
    column = text.split("\n")[line - 1].index('"12"') + 1
    return Diagnostic(code, f"no, in line {line}", Place(ITEMS, line, column, 4))


def _known(problems: list[Diagnostic], text: str) -> Baseline:
    return compare(problems, None, lambda path: Source(path, text)).known


def _left(
    problems: list[Diagnostic], text: str, known: Baseline
) -> list[tuple[int, str]]:
    found = compare(problems, known, lambda path: Source(path, text))
    return [(problem.place.line, problem.code) for problem in found.new]


KNOWN = _known([_at(2, TEXT)], TEXT)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"\n\n\n\n{TEXT}",  # lines that move
        TEXT.replace("\n", "\r\n"),
        TEXT.replace(f"  {RECORD}", f"\t\t{RECORD}"),  # other indentation
        TEXT.replace(f"{RECORD},", f"{RECORD} "),  # now the last of its list
        TEXT.replace("{ }", '{ "id": 1 }'),  # edits elsewhere
    ],
)
def test_the_same_problem(text: str) -> None:
    """A problem is the same wherever its line goes."""
    line = next(i for i, t in enumerate(text.split("\n"), 1) if '"12"' in t)
    assert _left([_at(line, text)], text, KNOWN) == []


@pytest.mark.parametrize(
    "text", [TEXT.replace("sword", "bow"), TEXT.replace('"12"', '"12" ,"13"')]
)
def test_another_problem(text: str) -> None:
    """A problem is another one when its own line says something else."""
    assert _left([_at(2, text)], text, KNOWN) == [(2, "wrong-type")]


def _lacks(line: int, key: str) -> Diagnostic:
    return Diagnostic("missing-property", f"missing `{key}`", Place(ITEMS, line, 1))


def test_what_is_missing() -> None:
    """What lacks something is known by what it lacks, and by what it is."""
    text = '{\n  "id": "sword"\n},\n{\n  "id": "bow"\n}'
    known = _known([_lacks(1, "hp")], text)
    assert _left([_lacks(1, "hp")], text, known) == []
    assert _left([_lacks(1, "xp")], text, known) == [(1, "missing-property")]
    assert _left([_lacks(4, "hp")], text, known) == [(4, "missing-property")]


def test_another_code() -> None:
    """What is known of a line is one mistake, and not all that are made in it."""
    both = [_at(2, TEXT), _at(2, TEXT, "out-of-range")]
    assert _left(both, TEXT, KNOWN) == [(2, "out-of-range")]


def test_another_file() -> None:
    """A problem stays in its file."""
    moved = Diagnostic("wrong-type", "no", Place("seeds/other.json", 2, 29, 4))
    assert _left([moved], TEXT, KNOWN) == [(2, "wrong-type")]


def test_counts() -> None:
    """Of three problems alike of which two are known, one is new."""
    text = TEXT.replace("{ }", RECORD)
    three = [_at(line, text) for line in (2, 3, 4)]
    two = _known(three[:2], text)
    assert list(two.values()) == [2]
    assert _left(three, text, two) == [(4, "wrong-type")]


def test_a_long_line() -> None:
    """In a file that is one line, what is far away does not count."""
    far, near = "x" * 500, "y" * 60
    text = f'["{far}", "{near}", "12", "{near}", "{far}"]'
    changed = f'["{far}{far}", "{near}", "12", "{near}", "z"]'
    known = _known([_at(1, text)], text)
    assert _left([_at(1, changed)], changed, known) == []
    changed = text.replace("yyy", "zzz")
    assert _left([_at(1, changed)], changed, known) == [(1, "wrong-type")]


def test_a_whole_file() -> None:
    """A problem of a file as a whole is known by the file."""
    problem = Diagnostic("unexpected-file", "no", Place("seeds/a.txt"))
    known = compare([problem], None, lambda _: None).known
    again = Diagnostic("unexpected-file", "in other words", Place("seeds/a.txt"))
    assert compare([again], known, lambda _: None).new == ()


def test_what_is_gone() -> None:
    """What is no more is gone, however often it was known."""
    text = TEXT.replace("{ }", RECORD)
    known = _known([_at(line, text) for line in (2, 3, 4)], text)
    found = compare([_at(2, text)], known, lambda path: Source(path, text))
    assert list(found.known.values()) == [1]
    assert list(found.gone.values()) == [2]


def test_no_text_is_kept() -> None:
    """A baseline tells nothing of what stands in the files."""
    assert "sword" not in baseline_text(KNOWN)


def test_it_merges() -> None:
    """Each problem has a line, and lines are in order: a diff shows what changed."""
    entries = [Known(p, c, "00") for p in "ba" for c in ("wrong-type", "not-in-enum")]
    text = baseline_text({entry: i + 1 for i, entry in enumerate(entries)})
    lines = [line.strip(" ,") for line in text.splitlines()[3:-2]]
    found = [json.loads(line) for line in lines]
    order = [(entry["file"], entry["code"], entry.get("count", 1)) for entry in found]
    assert order == [
        ("a", "not-in-enum", 4),
        ("a", "wrong-type", 3),
        ("b", "not-in-enum", 2),
        ("b", "wrong-type", 1),
    ]
    assert json.loads(baseline_text({})) == {"version": 1, "problems": []}


HIDING = ("invalid-json", "invalid-schema", "unknown-keyword", "missing-folder")
NEVER = ("secret-value", "broken-rule", "stale-baseline", "invalid-baseline")


@pytest.mark.parametrize("code", [*HIDING, *NEVER])
def test_what_is_never_known(code: str) -> None:
    """What hides other problems, or must go, is told each time."""
    assert code in CODES
    problem = Diagnostic(code, "no", Place(ITEMS))
    assert not may_be_known(problem)
    assert compare([problem], None, lambda _: None).new == (problem,)


@pytest.mark.parametrize(
    "code", ["wrong-type", "dangling-reference", "unexpected-file"]
)
def test_what_may_be_known(code: str) -> None:
    """What is wrong with single records is where dirty projects are dirty."""
    assert may_be_known(Diagnostic(code, "no", Place(ITEMS)))


def test_stale() -> None:
    """What is gone is one problem, at the lines that hold it."""
    gone = {Known("a", "wrong-type", "0"): 2, Known("b", "wrong-type", "0"): 1}
    places = {entry: Place("b.json", 4 - i, 5) for i, entry in enumerate(gone)}
    problem = stale(BaselineFile("b.json", gone, places), gone)
    assert problem is not None
    assert problem.message == "the baseline holds 3 problems that are gone"
    assert problem.place == Place("b.json", 3, 5)
    assert [note.place for note in problem.notes] == [Place("b.json", 4, 5)]
    assert CODES[problem.code].severity is Severity.WARNING
    assert stale(BaselineFile("b.json", gone, places), {}) is None
