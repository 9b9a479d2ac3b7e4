"""Checks and defaults that are no SQL which seedc takes."""

from random import Random

from tests.mutation.json_tree import Node
from tests.mutation.mutant import Change, Mutant, changed, kinds, pick
from tests.mutation.parts import Part, keywords, records
from tests.mutation.project import Project

CHECK = "invalid-check"


def _checks(project: Project) -> list[tuple[Part, Node]]:
    return [
        (part, member.value)
        for part in records(project)
        if (checks := part.inner("x-table", "checks")) is not None
        for member in checks.members
    ]


def _with_check(project: Project, random: Random, text: str) -> Mutant | None:
    if (pair := pick(random, _checks(project))) is None:
        return None
    part, node = pair
    change = Change(node.start, node.end, f'"{text}"')
    return changed(project, part.path, change, CHECK)


def check_of_unknown_column(project: Project, random: Random) -> Mutant | None:
    """A check that speaks of a column which the table lacks."""
    name = random.choice(["zq_power", "t.zq", "zq_a"])
    return _with_check(project, random, f"{name} > 0")


_OUTSIDE = (
    "now() > '2020-01-01'",
    "random() < 2",
    "1 IN (SELECT 1)",
    "pg_sleep(5) IS NULL",
    "current_user = 'x'",
    "count(*) > 0",
    "'a' ~ '^a'",
    "row_number() OVER () > 0",
    "1::text = '1'",
    "pg_read_file('/etc/passwd') IS NULL",
    "EXISTS (SELECT 1)",
)


def check_outside_the_list(project: Project, random: Random) -> Mutant | None:
    """A check with a function or an operator that no check may use."""
    return _with_check(project, random, random.choice(_OUTSIDE))


_NO_SQL = (
    "1 >",
    "(1 = 1",
    "1 = = 1",
    "level level",
    "SELECT",
    "1 = 1; DROP TABLE x",
    "'a",
    "1 = 1 --",
)


def check_of_no_sql(project: Project, random: Random) -> Mutant | None:
    """A check that is no expression."""
    return _with_check(project, random, random.choice(_NO_SQL[:-1]))


def check_of_no_condition(project: Project, random: Random) -> Mutant | None:
    """A check that is a number, or a text."""
    return _with_check(
        project, random, random.choice(["1 + 1", "'yes'", "length('a')"])
    )


def default_of_no_sql(project: Project, random: Random) -> Mutant | None:
    """A default of a column that is no expression."""
    found = [
        (part, node)
        for part, _ in keywords(project, "x-column")
        if (node := part.inner("x-column", "default")) is not None
    ]
    if (pair := pick(random, found)) is None:
        return None
    part, node = pair
    text = random.choice(["now(", "0;", "'x", "1 1", "SELECT 1; DROP TABLE x"])
    change = Change(node.start, node.end, f'"{text}"')
    return changed(project, part.path, change, "invalid-schema")


KINDS = kinds(
    check_of_unknown_column,
    check_outside_the_list,
    check_of_no_sql,
    check_of_no_condition,
    default_of_no_sql,
)
