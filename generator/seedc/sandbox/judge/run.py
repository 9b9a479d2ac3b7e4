"""Runs all rules of a project."""

from collections.abc import Mapping, Sequence

from seedc.database.statements import execute
from seedc.model.rule import Outcome, Refusal, Rule, Unanswered, Verdict
from seedc.sandbox.judge.database import as_rule
from seedc.sandbox.judge.offenders import Finder, keys_of
from seedc.sandbox.judge.query import MOST, RefusedRuleError, Session
from seedc.sandbox.judge.tables import Copied, Filled, copy_tables, named_tables
from seedc.sandbox.server import Server


def run_rules(
    server: Server, rules: Sequence[Rule], tables: Sequence[Filled], timeout: str
) -> list[Outcome]:
    """Run rules, each as if it were the only one.

    Args:
        server: Where to run them; the caller has locked its home.
        rules: The rules.
        tables: All tables of the project, with all rows.
        timeout: Longest run of each rule (a Postgres interval).

    Raises:
        WorldError: The server dies.
    """
    with as_rule(server) as connection:
        # Never committed: nothing is left of a run, however it ends.
        execute(connection, b"BEGIN")
        copies = copy_tables(connection, named_tables(rules, tables))
        session = Session(connection, timeout, {each.table.name for each in tables})
        finder = Finder(session.ask)
        return [_outcome(rule, session, finder, copies) for rule in rules]


def _outcome(
    rule: Rule, session: Session, finder: Finder, copies: Mapping[int, Copied]
) -> Outcome:
    try:
        answer = session.offenders(rule)
    except RefusedRuleError as error:
        return Unanswered(rule, error.refusal)
    keys = keys_of(rule, answer, copies)
    if isinstance(keys, Refusal):
        return Unanswered(rule, keys)
    found = (finder.offender(keys, answer, i) for i in range(len(answer.rows)))
    each_once = tuple(dict.fromkeys(found))
    return Verdict(rule, each_once[:MOST], more=len(answer.rows) > MOST)
