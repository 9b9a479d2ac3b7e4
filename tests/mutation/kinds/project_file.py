"""Mistakes in `seedc.toml`."""

import re
from random import Random

from tests.mutation.mutant import (
    Change,
    Mutant,
    Where,
    applied,
    changed,
    kinds,
    whole_line,
)
from tests.mutation.project import PROJECT, Project
from tests.mutation.words import misspelt

UNKNOWN = "unknown-key"
OPTION = "invalid-option"
TOML = "invalid-toml"


def keys(project: Project) -> list[re.Match[str]]:
    """Return the keys that have a line of their own."""
    return list(re.finditer(r"^(\w+) = (.+)$", project.texts[PROJECT], re.MULTILINE))


def headers(project: Project) -> list[re.Match[str]]:
    """Return the headers of its tables."""
    found = re.finditer(r"^\[(\w+)\]$", project.texts[PROJECT], re.MULTILINE)
    return list(found)


def line(project: Project, change: Change, code: str, at: int | None = None) -> Mutant:
    """Return the file with a change, and a problem on its line or that of an offset."""
    text = applied(project.texts[PROJECT], [change])
    where = whole_line(PROJECT, text, change.start if at is None else at)
    return Mutant({PROJECT: text.encode()}, code, (where,))


def append(project: Project, text: str, code: str, lines_down: int = 0) -> Mutant:
    """Return the file with lines behind it, and a problem on one of them."""
    whole = project.texts[PROJECT].rstrip("\n") + f"\n{text}\n"
    first = project.texts[PROJECT].rstrip("\n").count("\n") + 2
    place = Where(PROJECT, first + lines_down)
    return Mutant({PROJECT: whole.encode()}, code, (place,))


def misspelt_option(project: Project, random: Random) -> Mutant | None:
    """A key with a typo, whether it is required or not."""
    match = random.choice(keys(project))
    word = misspelt(random, match[1], ())
    change = Change(match.start(1), match.end(1), word or "")
    return None if word is None else changed(project, PROJECT, change, UNKNOWN)


def misspelt_section(project: Project, random: Random) -> Mutant | None:
    """The header of a table with a typo."""
    match = random.choice(headers(project))
    word = misspelt(random, match[1], ())
    change = Change(match.start(1), match.end(1), word or "")
    return None if word is None else changed(project, PROJECT, change, UNKNOWN)


def unknown_option(project: Project, random: Random) -> Mutant | None:
    """A key that no table of the file has."""
    match = random.choice(headers(project))
    if match[1] == "severity":
        return None
    name = random.choice(["zq_option", "author", "x"])
    change = Change(match.end(), match.end(), f"\n{name} = 1")
    at = (match.end() + 1, match.end() + 1 + len(name))
    return changed(project, PROJECT, change, UNKNOWN, at)


def missing_name(project: Project, random: Random) -> Mutant | None:
    """A project without a name; its table is the place."""
    del random
    match = next(m for m in keys(project) if m[1] == "name")
    header = next(m for m in headers(project) if m[1] == "project")
    change = Change(match.start(), match.end() + 1, "")
    return line(project, change, OPTION, header.start())


def option_of_wrong_type(project: Project, random: Random) -> Mutant | None:
    """A key with a value of another type."""
    match = random.choice(keys(project))
    text = random.choice(["5", "true", "[]", "2026-01-13", "1.5"])
    return line(project, Change(match.start(2), match.end(2), text), OPTION)


def option_of_wrong_form(project: Project, random: Random) -> Mutant | None:
    """A name, a folder or a duration that is none."""
    options = {
        "name": ['""', '"9 lives"', '"a/b"', f'"{"n" * 41}"'],
        "namespace": ['""', '"a:b"', '"ä"'],
        "lock_timeout": ['"5"', '"soon"', '"-1s"', '""'],
    }
    matches = [m for m in keys(project) if m[1] in options]
    match = random.choice(matches)
    text = random.choice(options[match[1]])
    return line(project, Change(match.start(2), match.end(2), text), OPTION)


def folder_outside(project: Project, random: Random) -> Mutant | None:
    """A folder that leaves the project."""
    header = next(m for m in headers(project) if m[1] == "project")
    key = random.choice(["seeds", "schemas", "rules", "out"])
    path = random.choice(["../x", "/etc", "", "a/../../b", "~/x", "..", "."])
    change = Change(header.end(), header.end(), f'\n{key} = "{path}"')
    return line(project, change, OPTION, header.end() + 1)


def folder_that_is_not_there(project: Project, random: Random) -> Mutant | None:
    """A folder with a typo."""
    header = next(m for m in headers(project) if m[1] == "project")
    key = random.choice(["seeds", "schemas"])
    change = Change(header.end(), header.end(), f'\n{key} = "{key}_zq"')
    return line(project, change, "missing-folder", header.end() + 1)


def broken_toml(project: Project, random: Random) -> Mutant | None:
    """A line that is no TOML."""
    lines = [
        "name =",
        "name",
        "= 5",
        "[project",
        "a = 'x",
        "x = 1 2",
        "{",
        "a: 5",
        "x = ''y",
    ]
    return append(project, random.choice(lines), TOML)


def value_without_quotes(project: Project, random: Random) -> Mutant | None:
    """A text without its quotes."""
    matches = [m for m in keys(project) if m[2].startswith('"')]
    match = random.choice(matches)
    change = Change(match.start(2), match.end(2), match[2].strip('"'))
    return line(project, change, TOML)


def option_twice(project: Project, random: Random) -> Mutant | None:
    """A key that stands twice in its table."""
    match = random.choice(keys(project))
    change = Change(match.end(), match.end(), f"\n{match[0]}")
    return line(project, change, TOML, match.end() + 1)


def section_twice(project: Project, random: Random) -> Mutant | None:
    """A table that stands twice."""
    return append(project, f"[{random.choice(headers(project))[1]}]", TOML)


def empty_project_file(project: Project, random: Random) -> Mutant | None:
    """A project file with nothing in it."""
    del project
    content = random.choice([b"", b"\n", b" \n"])
    return Mutant({PROJECT: content}, "empty-file", (Where(PROJECT, 1),))


KINDS = kinds(
    misspelt_option,
    misspelt_section,
    unknown_option,
    missing_name,
    option_of_wrong_type,
    option_of_wrong_form,
    folder_outside,
    folder_that_is_not_there,
    broken_toml,
    value_without_quotes,
    option_twice,
    section_twice,
    empty_project_file,
)
