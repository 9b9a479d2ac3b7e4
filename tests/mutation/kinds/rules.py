"""Files of rules that hold no rule."""

from random import Random

from tests.mutation.mutant import Mutant, Where, kinds
from tests.mutation.project import Project

CODE = "invalid-rule"
_PATH = "rules/zq_law.sql"


def _rule(text: str, line: int) -> Mutant:
    return Mutant({_PATH: text.encode()}, CODE, (Where(_PATH, line),))


def rule_without_a_law(project: Project, random: Random) -> Mutant | None:
    """A query that nobody says the meaning of."""
    del project
    text, line = random.choice(
        [("SELECT 1", 1), ("--\nSELECT 1", 2), ("/* x */ SELECT 1", 1)]
    )
    return _rule(text, line)


def rule_without_a_query(project: Project, random: Random) -> Mutant | None:
    """A law in words alone."""
    del project
    return _rule(random.choice(["-- all is well\n", "-- all is well\n;"]), 1)


def rule_of_two_queries(project: Project, random: Random) -> Mutant | None:
    """A file of two laws."""
    del project
    second = random.choice(["SELECT 2", "DROP TABLE x", "COMMIT"])
    return _rule(f"-- all is well\nSELECT 1;\n{second};\n", 3)


def rule_with_wrong_ending(project: Project, random: Random) -> Mutant | None:
    """A rule that is not read, as its ending is another one."""
    del project
    path = f"rules/zq_law{random.choice(['.SQL.bak', '.txt', '', '.sq'])}"
    return Mutant({path: b"-- law\nSELECT 1"}, "unexpected-file", (Where(path),))


KINDS = kinds(
    rule_without_a_law,
    rule_without_a_query,
    rule_of_two_queries,
    rule_with_wrong_ending,
)
