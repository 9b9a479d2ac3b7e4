"""Targets, tables and severities in `seedc.toml` that seedc does not know."""

from random import Random

from tests.mutation.kinds.project_file import (
    OPTION,
    UNKNOWN,
    append,
    headers,
    keys,
    line,
)
from tests.mutation.mutant import Change, Mutant, changed, kinds, pick
from tests.mutation.project import PROJECT, Project
from tests.mutation.words import misspelt


def unknown_target(project: Project, random: Random) -> Mutant | None:
    """Something to build that seedc does not build."""
    header = pick(random, [m for m in headers(project) if m[1] == "targets"])
    if header is None:
        return None
    name = random.choice(["mysql", "postgress", "java", "ts", "pyhton"])
    change = Change(header.end(), header.end(), f"\n{name} = {{}}")
    at = (header.end() + 1, header.end() + 1 + len(name))
    return changed(project, PROJECT, change, UNKNOWN, at)


def unknown_option_of_target(project: Project, random: Random) -> Mutant | None:
    """An option that a target does not have."""
    matches = [m for m in keys(project) if m[2].startswith("{")]
    if (match := pick(random, matches)) is None:
        return None
    comma = "" if match[2].strip("{} ") == "" else ", "
    change = Change(match.start(2) + 1, match.start(2) + 1, f" zq = 1{comma}")
    return line(project, change, UNKNOWN)


def options_of_no_table(project: Project, random: Random) -> Mutant | None:
    """Options of a table that does not exist."""
    table = misspelt(random, random.choice(project.tables()), project.tables())
    text = f'[tables.{table or "zq_table"}]\ntypescript = {{ data = "js" }}'
    return append(project, text, UNKNOWN)


def severity_of_no_code(project: Project, random: Random) -> Mutant | None:
    """A severity for a code that seedc does not have."""
    code = random.choice(["unexpectd-file", "zq", "wrong-types", "E501"])
    return append(project, f'[severity]\n{code} = "error"', UNKNOWN, 1)


def severity_of_no_kind(project: Project, random: Random) -> Mutant | None:
    """A severity that is none."""
    value = random.choice(['"warn"', '"none"', "true", '"ERROR"', '""'])
    return append(project, f"[severity]\nunexpected-file = {value}", OPTION, 1)


def severity_of_a_fixed_code(project: Project, random: Random) -> Mutant | None:
    """A lower severity for what must stay an error."""
    code = random.choice(["wrong-type", "invalid-json", "dangling-reference"])
    value = random.choice(["off", "warning"])
    return append(project, f'[severity]\n{code} = "{value}"', OPTION, 1)


KINDS = kinds(
    unknown_target,
    unknown_option_of_target,
    options_of_no_table,
    severity_of_no_code,
    severity_of_no_kind,
    severity_of_a_fixed_code,
)
