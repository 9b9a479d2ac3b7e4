"""Choose which of many problems are shown.

A mistake that stands in every record is one mistake to whoever mends it: a few of its
places tell all, and the rest would hide the other mistakes. So every kind of problem
is shown before a second one of any kind, errors before warnings.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.model.diagnostic import Diagnostic, Severity

_Kind: TypeAlias = tuple[str, str, str]

_VALUE = re.compile(r'"(?:[^"\\]|\\.)*(?:"|$)|\d+')
"""What differs between the messages of one kind: texts and numbers."""


@final
@dataclass(frozen=True, slots=True)
class Choice:
    """The problems to show, and what was left out.

    Attributes:
        shown: The problems to show, in their order.
        by_worth: The same, the most telling first.
        more: Problems left out, by the last shown one of the same kind.
    """

    shown: tuple[Diagnostic, ...]
    by_worth: tuple[Diagnostic, ...]
    more: Mapping[Diagnostic, tuple[Diagnostic, ...]]


def choose(problems: Sequence[Diagnostic], most: int, each: int) -> Choice:
    """Choose which problems are shown.

    Args:
        problems: All, in order, each once.
        most: How many to show; 0 means all.
        each: How many of one kind to show: of one code, in one file, with one message
            but for the values in it; 0 means all.
    """
    kinds = _by_kind(problems)
    ranked = sorted(
        (problems[at].severity is not Severity.ERROR, rank, at)
        for members in kinds
        for rank, at in enumerate(members[: each or None])
    )
    taken = [at for _, _, at in ranked[: most or None]]
    shown = frozenset(taken)
    rests = [[at for at in members if at not in shown] for members in kinds]
    lasts = [max(shown.intersection(members), default=None) for members in kinds]
    found = list(zip(lasts, rests, strict=True))
    return Choice(
        shown=_picked(problems, sorted(shown)),
        by_worth=_picked(problems, taken),
        more={problems[i]: _picked(problems, r) for i, r in found if i is not None},
    )


def _by_kind(problems: Sequence[Diagnostic]) -> list[list[int]]:
    kinds: dict[_Kind, list[int]] = {}
    for at, problem in enumerate(problems):
        kinds.setdefault(_kind(problem), []).append(at)
    return list(kinds.values())


def _kind(problem: Diagnostic) -> _Kind:
    return problem.place.path, problem.code, _VALUE.sub("", problem.message)


def _picked(
    problems: Sequence[Diagnostic], at: Sequence[int]
) -> tuple[Diagnostic, ...]:
    return tuple(problems[i] for i in at)
