"""Rows that break one check of their table, and nothing else."""

from random import Random

from seedc.model.json_value import JsonObject
from tests.mutation.kinds.lists import raw
from tests.mutation.mutant import Change, Mutant, applied, kinds, pick, span, whole_line
from tests.mutation.project import Project, Spot
from tests.mutation.tables import broken_checks, checks, keyed, mentions

CODE = "violated-check"
_TRIES = 40


def violated_check(project: Project, random: Random) -> Mutant | None:
    """A value of another row, with which a check no longer holds."""
    tables = [table for table in project.tables() if checks(project, table)]
    if (table := pick(random, tables)) is None:
        return None
    spots = [s for s in project.spots if s.table == table and _is_open(project, s)]
    for _ in range(_TRIES if spots else 0):
        spot = random.choice(spots)
        others = [s for s in spots if s.pointer == spot.pointer]
        value = random.choice(others)
        record: JsonObject = dict(spot.record.node.value)  # type: ignore[arg-type]
        record[str(spot.pointer[0])] = value.node.value
        broken = broken_checks(project, table, record)
        if broken is not None and len(broken) == 1:
            return _mutant(project, spot, raw(project, value.path, value.node), *broken)
    return None


def _is_open(project: Project, spot: Spot) -> bool:
    """Say whether a column may hold the value of any other row."""
    return (
        spot.said.sure
        and len(spot.pointer) == 1
        and spot.pointer[0] not in keyed(project, spot.table)
        and not spot.said.says("x-references")
        and not isinstance(spot.node.value, list | dict)
        and any(
            mentions(project, spot.table, str(spot.pointer[0]), text)
            for text in checks(project, spot.table).values()
        )
    )


def _mutant(project: Project, spot: Spot, value: str, check: str) -> Mutant:
    change = Change(spot.node.start, spot.node.end, value)
    text = applied(project.texts[spot.path], [change])
    expression = checks(project, spot.table)[check]
    record = spot.record.node
    places = [span(spot.path, text, record.start, record.start + 1)]
    places += [
        whole_line(spot.path, text, member.value.start)
        for member in record.members
        if mentions(project, spot.table, member.key, expression)
    ]
    return Mutant({spot.path: text.encode()}, CODE, tuple(places))


KINDS = kinds(violated_check)
