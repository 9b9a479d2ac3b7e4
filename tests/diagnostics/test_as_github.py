"""Problems as workflow commands: one line each, which no data can leave."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.diagnostics.formats import FORMATS, report_on
from seedc.model.diagnostic import Diagnostic, Note, Severity
from seedc.model.source import Place, Source
from tests.diagnostics.cases import CASES, DUPLICATE, MISSPELT, SEED, UNREAD, Case
from tests.diagnostics.reports import written

COMMAND = re.compile(
    r"::(?P<level>error|warning) "
    r"(?P<given>[a-zA-Z]+=[^,:\r\n]*(?:,[a-zA-Z]+=[^,:\r\n]*)*)::(?P<message>[^\r\n]*)"
)
HOSTILE = st.text(st.sampled_from("a%\r\n:,=#[]\x1b\u202e\u2028\x85") | st.characters())


def _parsed(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner of GitHub Actions does."""
    found = COMMAND.fullmatch(line)
    assert found
    properties = dict(pair.split("=", 1) for pair in found["given"].split(","))
    return (
        found["level"],
        {k: _plain(v) for k, v in properties.items()},
        _plain(found["message"]),
    )


def _plain(text: str) -> str:
    for escape, char in ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","):
        text = text.replace(escape, char)
    return text.replace("%25", "%")


def test_a_problem_is_one_command_with_its_place() -> None:
    """Where, what and how to mend it are all in the annotation."""
    (line,) = written([DUPLICATE], Case((), SEED).source, "github").splitlines()
    first = "seeds/items.json:4:13: first used here"
    assert _parsed(line) == (
        "error",
        {
            "file": "seeds/items.json",
            "line": "10",
            "endLine": "10",
            "col": "13",
            "endColumn": "20",
            "title": "seedc: duplicate-primary-key",
        },
        f"{DUPLICATE.message}\n{first}\nhelp: give one of them another value",
    )


def test_a_fix_is_told() -> None:
    """Whoever reads the annotation learns that seedc can mend it."""
    text = written([MISSPELT], Case((), SEED).source, "github")
    assert text.endswith("%0Afix: rename `prise` to `price` (seedc check --fix)\n")


def test_a_file_or_the_project_has_no_line() -> None:
    """GitHub shows such an annotation at the file, or with the job."""
    project = Diagnostic("name-collision", "twice", Place(""))
    first, second = written([UNREAD, project], lambda _: None, "github").splitlines()
    assert _parsed(first)[1] == {"title": "seedc: name-collision"}
    expected = {"file": "seeds/notes.txt", "title": "seedc: unexpected-file"}
    assert _parsed(second)[:2] == ("warning", expected)


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_every_report_is_commands_and_nothing_else(case: Case) -> None:
    """A line for each problem, whatever is in it."""
    lines = written(case.problems, case.source, "github").split("\n")
    assert lines.pop() == ""
    assert len([_parsed(line) for line in lines]) == len(case.problems)


@given(st.tuples(HOSTILE, HOSTILE, HOSTILE, HOSTILE))
def test_no_data_makes_a_command(  # type: ignore[misc]  # hypothesis erases its type
    texts: tuple[str, str, str, str],
) -> None:
    """Line breaks, `::`, `%0A` and controls in data come out as data."""
    path, message, note, help_ = texts
    problem = Diagnostic(
        "x-y",
        message,
        Place(f"seeds/{path}", 1, 1),
        (Note(note, Place(path)),),
        help_,
    )
    (line,) = written([problem], lambda _: None, "github").splitlines()
    _, properties, shown = _parsed(line)
    assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    assert line.isprintable()
    assert shown.count("\n") == 2


def test_the_path_is_that_from_the_root_of_the_repository() -> None:
    """GitHub does not know in which folder seedc ran."""
    form = FORMATS["github"]
    report = report_on([UNREAD], form, None, lambda _: None)
    from_there = type(report)(report.problems, report.choice, report.sources, "game/")
    assert "file=game/seeds/notes.txt," in form.write(from_there)


def test_columns_are_units_of_utf16() -> None:
    """As the editor counts that shows the line."""
    text = '{ "🚀🚀": "12" }'
    problem = Diagnostic("x-y", "no", Place("seeds/a.json", 1, 9, 4))
    found = written([problem], lambda path: Source(path, text), "github")
    assert ",col=11,endColumn=15," in found


def test_the_first_of_each_kind_come_first_and_errors_before_warnings() -> None:
    """GitHub shows ten of each and drops the rest."""
    alike = [Diagnostic("a-a", f'found "{n}"', Place("a", n, 1)) for n in range(1, 40)]
    late = Diagnostic("z-z", "no", Place("z", 1, 1))
    warning = Diagnostic("b-b", "no", Place("a", 1, 1), severity=Severity.WARNING)
    lines = written([*alike, late, warning], lambda _: None, "github").splitlines()
    titles = [_parsed(line)[1]["title"].removeprefix("seedc: ") for line in lines]
    assert titles == ["a-a", "z-z", *["a-a"] * 38, "b-b"]


def test_nothing_is_printed_where_nothing_is_wrong() -> None:
    """No problems, no commands."""
    assert written([], lambda _: None, "github") == ""
