"""Every row keeps the rules of the project: its laws across rows and tables."""

from collections.abc import Iterable, Iterator

from seedc.check.locate import row_place
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.rows import Data, Sources
from seedc.model.rule import Offender, Outcome, Rule, Unanswered, Verdict
from seedc.model.source import Place
from seedc.text.position import place_at
from seedc.text.sql_token import tokens

_LONGEST = 60
"""Characters of a value that are shown."""


def kept_rules(
    outcomes: Iterable[Outcome], catalog: Catalog, data: Data, sources: Sources
) -> Iterator[Diagnostic]:
    """Yield a problem for each row that breaks a rule, and for each unfit rule."""
    for outcome in outcomes:
        match outcome:
            case Unanswered():
                yield _unanswered(outcome)
            case Verdict(rule, offenders, more):
                for offender in offenders:
                    yield _broken(rule, offender, catalog, data, sources)
                if more:
                    yield _many(rule, len(offenders))


def _unanswered(outcome: Unanswered) -> Diagnostic:
    rule, refusal = outcome.rule, outcome.refusal
    place = _place(rule, refusal.at)
    code = "rule-too-slow" if refusal.reason == "too slow" else "invalid-rule"
    return Diagnostic(code, refusal.message, place, help=refusal.help)


def _broken(
    rule: Rule, offender: Offender, catalog: Catalog, data: Data, sources: Sources
) -> Diagnostic:
    values = ", ".join(f"{name} = {_shown(value)}" for name, value in offender.values)
    message = f"{rule.law}; here {values}"
    if offender.row is None:
        return Diagnostic(
            "broken-rule",
            message,
            _place(rule),
            help=f"no record of `{offender.table}` has this key; return the key of the"
            " record that is wrong",
        )
    table = catalog.table(offender.table)
    place = row_place(table, offender.row, None, data, sources)
    note = Note(f"the rule `{rule.name}`", _place(rule))
    return Diagnostic("broken-rule", message, place, (note,))


def _many(rule: Rule, told: int) -> Diagnostic:
    return Diagnostic(
        "broken-rule",
        f"more rows break the rule `{rule.name}` than the {told:,} that are told",
        _place(rule),
        help="is the rule right?",
    )


def _place(rule: Rule, at: int | None = None) -> Place:
    text = rule.source.text
    start = rule.start if at is None else at
    first, token = next(tokens(text[start:]), (0, ""))
    # Of a query as a whole the first line is meant, of a part of it the word there.
    whole = at is None or first > 0
    return place_at(rule.source, start, len(text) if whole else start + len(token))


def _shown(value: str | None) -> str:
    if value is None:
        return "NULL"
    return value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
