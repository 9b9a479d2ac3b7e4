"""Tell once what every record of a table has wrong in the same way.

A property that all lack, or that none may have, is one mistake: in the schema, or in
what wrote the records.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, final

from seedc.model.diagnostic import Diagnostic, Fix

_Kind: TypeAlias = tuple[str, str]


@final
@dataclass(frozen=True, slots=True)
class Found:
    """A problem of a record.

    Attributes:
        problem: It.
        of_record: Whether the record itself lacks a property, or has one too many; a
            record has each such problem once.
    """

    problem: Diagnostic
    of_record: bool = False


def told_once(found: Iterable[Found], records: int) -> list[Diagnostic]:
    """Return the problems of a table, with one for what all its records have.

    Args:
        found: The problems, in the order of the records.
        records: How many records the table has.
    """
    kinds: dict[_Kind | int, list[Diagnostic]] = {}
    for at, each in enumerate(found):
        problem = each.problem
        kind = (problem.code, problem.message) if each.of_record else at
        kinds.setdefault(kind, []).append(problem)
    told: list[Diagnostic] = []
    for alike in kinds.values():
        told += [_of_all(alike)] if len(alike) == records > 1 else alike
    return told


def _of_all(alike: Sequence[Diagnostic]) -> Diagnostic:
    first = alike[0]
    message = f"{first.message} in all {len(alike):,} records"
    places = tuple(problem.place for problem in alike[1:])
    return replace(first, message=message, alike=places, fix=_fix_of_all(alike))


def _fix_of_all(alike: Sequence[Diagnostic]) -> Fix | None:
    fixes = [problem.fix for problem in alike if problem.fix is not None]
    if len({fix.message for fix in fixes}) != 1 or len(fixes) < len(alike):
        return None
    return replace(fixes[0], edits=tuple(edit for fix in fixes for edit in fix.edits))
