"""A rule file is a law in words, and one query."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project
from seedc.model.rule import Rule
from seedc.model.source import Place, Source
from seedc.read.rule_files import LARGEST, MOST, read_rules
from tests.support.projects import MINIMAL, Files, project_in, write_project

PATH = "rules/pools.sql"
QUERY = "SELECT id FROM floors"


def _read(root: Path, files: Files) -> list[Rule | Diagnostic]:
    project = project_in(write_project(root, files))
    assert isinstance(project, Project)
    return list(read_rules(project))


@pytest.mark.parametrize(
    ("comment", "law", "table"),
    [
        ("-- pools add up\n", "pools add up", None),
        ("--pools add up\n", "pools add up", None),
        ("\n\n  -- Pools add up.\n\n", "Pools add up", None),
        ("-- pools add up,\n-- all of them\n", "pools add up, all of them", None),
        ("-- pools add up\n-- table: floors\n", "pools add up", "floors"),
        ("-- table: floors\r\n-- pools add up\r\n", "pools add up", "floors"),
        ('-- pools: they add up\n-- table: "Odd ""One"""\n', "pools: they add up",
         'Odd "One"'),
        ("-- pools add up\n-- TABLE: x\n", "pools add up TABLE: x", None),
    ],
)  # fmt: skip
def test_comment(tmp_path: Path, comment: str, law: str, table: str | None) -> None:
    """The comment above the query is the law; a line of it may name a table."""
    text = f"{comment}{QUERY};  -- the end\n;\n"
    source = Source(PATH, text)
    wanted = Rule("pools", law, source, text.index(QUERY), table)
    assert _read(tmp_path, {PATH: text.encode()}) == [wanted]


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        (QUERY, "a rule starts with a comment that says the law in words", (1, 1)),
        (f"-- \n{QUERY}", "a rule starts with a comment that says the law in words",
         (2, 1)),
        (f"-- table: floors\n{QUERY}",
         "a rule starts with a comment that says the law in words", (2, 1)),
        (f"/* law */ {QUERY}",
         "a rule starts with a comment that says the law in words", (1, 1)),
        ("-- law\n", "the file holds no query that returns the offenders", (1, 1)),
        ("-- law\n;\n/* ; */", "the file holds no query that returns the offenders",
         (1, 1)),
        (f"-- law\n{QUERY}; {QUERY}",
         "a rule is one query, and here a second statement begins", (2, 24, 6)),
        ("-- law\nSELECT '\0'", "a rule is text, and this character is NUL", (2, 9)),
    ],
)  # fmt: skip
def test_no_rule(
    tmp_path: Path, text: str, message: str, place: tuple[int, ...]
) -> None:
    """What is no rule is told where it goes wrong."""
    (found,) = _read(tmp_path, {PATH: text})
    assert isinstance(found, Diagnostic)
    assert (found.code, found.message) == ("invalid-rule", message)
    assert found.place == Place(PATH, *place)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ';' FROM a",
        'SELECT ";" FROM a',
        "SELECT $$;$$, $x$;$$;$x$ FROM a",
        "SELECT 'it''s;', E'\\';' FROM a",
        "SELECT 1 -- ; x\n FROM a /* ; x */",
    ],
)
def test_one_query(tmp_path: Path, query: str) -> None:
    """A semicolon inside of text, names and comments ends nothing."""
    (found,) = _read(tmp_path, {PATH: f"-- law\n{query}"})
    assert isinstance(found, Rule)


def test_files(tmp_path: Path) -> None:
    """Rules are read by name; what is none is told, and what is hidden passed over."""
    rule = f"-- law\n{QUERY}"
    files: Files = {
        "rules/b.sql": rule,
        "rules/a.sql": rule,
        "rules/.c.sql": rule,
        "rules/d.txt": rule,
        "rules/e/f.sql": rule,
        "rules/g.sql": b"-- \xff",
        "rules/h.sql": "",
    }
    found = _read(tmp_path, files)
    names = [e.name if isinstance(e, Rule) else (e.code, e.place.path) for e in found]
    assert names == [
        "a",
        "b",
        ("unexpected-file", "rules/d.txt"),
        ("unexpected-file", "rules/e"),
        ("invalid-encoding", "rules/g.sql"),
        ("empty-file", "rules/h.sql"),
    ]


def test_no_folder(tmp_path: Path) -> None:
    """A project needs no rules; but a folder that it names has to be there."""
    assert _read(tmp_path / "a", {}) == []
    other = MINIMAL.replace('"game"\n', '"game"\nrules = "laws"\n')
    (found,) = _read(tmp_path / "b", {"seedc.toml": other})
    assert isinstance(found, Diagnostic)
    assert found.code == "missing-folder"


def test_limits(tmp_path: Path) -> None:
    """A file that no law needs is told and not read; so are files without end."""
    rule = f"-- law\n{QUERY}"
    full = rule + " " * (LARGEST - len(rule))
    found = _read(tmp_path / "a", {"rules/a.sql": full, "rules/b.sql": f"{full} "})
    assert isinstance(found[0], Rule)
    assert found[1:] == [
        Diagnostic(
            "invalid-rule",
            "a rule has at most 64,000 bytes, and this file 64,001",
            Place("rules/b.sql"),
            help="give each law a file of its own; what it lists belongs into a table",
        )
    ]
    many = {f"rules/{i:04}.sql": rule for i in range(MOST + 2)}
    *rules, last = _read(tmp_path / "b", many)
    assert len(rules) == MOST
    assert isinstance(last, Diagnostic)
    assert (last.code, last.place) == ("invalid-rule", Place("rules"))
