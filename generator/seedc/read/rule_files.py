"""Find and read the rules of a project."""

import re
from collections.abc import Iterator
from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.project import DEFAULT_RULES, Project
from seedc.model.rule import Rule
from seedc.model.source import Place, Source
from seedc.read.folder import leaves_project, listing
from seedc.read.merge_conflict import merge_conflict_in_sql
from seedc.read.text_file import read_text
from seedc.text.position import place_at
from seedc.text.sql_token import name, tokens

MOST, LARGEST = 1000, 64_000
"""Rules of a project, and bytes of each: far more than laws need."""

_ENDING = ".sql"
_COMMENT = re.compile(r"[^\S\n]*--[^\S\n]*(?P<words>[^\n]*)\n?|\s*\n")
_TABLE = re.compile(r"table:\s*(?P<name>.*)")


def read_rules(project: Project) -> Iterator[Rule | Diagnostic]:
    """Yield the project's rules by name, and what is wrong with files there.

    Raises:
        OSError: A file cannot be read.
    """
    folder = project.root / project.rules
    if not folder.is_dir():
        if project.rules != DEFAULT_RULES:
            yield _missing(project.rules)
        return
    rules = 0
    for file in listing(project.root, project.rules):
        if isinstance(file, Diagnostic):
            yield file
            continue
        rules += file.suffix == _ENDING
        if rules > MOST:
            yield _too_many(project.rules)
            return
        path = f"{project.rules}/{file.name}"
        if file.suffix == _ENDING and not file.is_dir():
            yield _read_rule(project.root, path, file.stem)
        else:
            message = f"seedc does not read this; expected a file `<rule>{_ENDING}`"
            yield Diagnostic("unexpected-file", message, Place(path))


def _read_rule(root: Path, path: str, rule: str) -> Rule | Diagnostic:
    if not leaves_project(root, path):
        size = (root / path).stat().st_size
        if size > LARGEST:
            return _too_large(path, size)
    source = read_text(root, path)
    if isinstance(source, Diagnostic):
        return source
    if (unfit := merge_conflict_in_sql(source) or _nul(source)) is not None:
        return unfit
    law, table, start = _comment(source.text)
    if not law:
        return Diagnostic(
            "invalid-rule",
            "a rule starts with a comment that says the law in words",
            place_at(source, start if start < len(source.text) else 0),
            help="put it above the query: `-- every theme has a boss`",
        )
    if all(word == ";" for _, word in tokens(source.text[start:])):
        message = "the file holds no query that returns the offenders"
        return Diagnostic("invalid-rule", message, place_at(source, 0))
    return _one_query(Rule(rule, law, source, start, table))


def _nul(source: Source) -> Diagnostic | None:
    # Postgres would take it for the end of the query.
    if (nul := source.text.find("\0")) < 0:
        return None
    message = "a rule is text, and this character is NUL"
    return Diagnostic("invalid-rule", message, place_at(source, nul))


def _comment(text: str) -> tuple[str, str | None, int]:
    """Return the law, the table that the comment names, and where the query starts."""
    words: list[str] = []
    table: str | None = None
    at = 0
    while line := _COMMENT.match(text, at):
        at = line.end()
        said = (line["words"] or "").strip()
        if named := _TABLE.fullmatch(said):
            table = name(named["name"])
        elif said:
            words.append(said)
    start = at + len(text[at:]) - len(text[at:].lstrip())
    return " ".join(words).removesuffix("."), table, start


def _one_query(rule: Rule) -> Rule | Diagnostic:
    text = rule.source.text
    ended = False
    for at, word in tokens(text[rule.start :]):
        if ended and word != ";":
            return Diagnostic(
                "invalid-rule",
                "a rule is one query, and here a second statement begins",
                place_at(rule.source, rule.start + at, rule.start + at + len(word)),
                help="give each law a file of its own",
            )
        ended |= word == ";"
    return rule


def _too_large(path: str, size: int) -> Diagnostic:
    return Diagnostic(
        "invalid-rule",
        f"a rule has at most {LARGEST:,} bytes, and this file {size:,}",
        Place(path),
        help="give each law a file of its own; what it lists belongs into a table",
    )


def _too_many(folder: str) -> Diagnostic:
    return Diagnostic(
        "invalid-rule",
        f"a project has at most {MOST:,} rules, and here are more",
        Place(folder),
        help="let one query find what several find",
    )


def _missing(path: str) -> Diagnostic:
    return Diagnostic(
        "missing-folder",
        f"the folder `{path}/` does not exist",
        Place("seedc.toml"),
        help="make it, or set `rules` in the table `[project]` of seedc.toml",
    )
