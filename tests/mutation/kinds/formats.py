"""Texts that do not have their format; a kind for each."""

from functools import partial
from random import Random

from tests.mutation.mutant import Kind, Mutant, pick, replaced
from tests.mutation.project import Project

_WRONG = {
    "date": ("13.01.2026", "2026-1-13", "2026-02-30", "2026-13-01", "", "tomorrow"),
    "time": ("9:30", "25:00:00Z", "09:30", "09:60:00Z", "noon", "09:30:00"),
    "date-time": ("2026-01-13", "2026-01-13 25:00:00Z", "2026-01-13T09:30:00", "now"),
    "uuid": ("6f1c9a52", "6f1c9a52-7d0e-4b3a-9c55-0a1b2c3d4e5", "", "not-a-uuid", "{}"),
}


def _wrong_format(name: str, project: Project, random: Random) -> Mutant | None:
    spots = [
        s
        for s in project.spots
        if s.said.sure and name in s.said.says("format") and s.node.value is not None
    ]
    if (spot := pick(random, spots)) is None:
        return None
    text = random.choice(_WRONG[name])
    return replaced(project, spot, f'"{text}"', "wrong-format")


KINDS = tuple(
    Kind(f"wrong_{name.replace('-', '_')}", partial(_wrong_format, name))
    for name in _WRONG
)
