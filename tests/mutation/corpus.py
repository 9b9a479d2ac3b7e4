"""Which mutants are made: of each kind some of each project, from a fixed seed."""

from collections.abc import Iterator
from functools import cache
from random import Random

from tests.mutation.mutant import Kind, Mutant
from tests.mutation.project import Project, load
from tests.support.command import ROOT

SEED = "seedc"

_OF_SAMPLE = 1
_OF_OTHERS = 5
"""Mutants of each kind; those of the sample take ten times as long."""


@cache
def projects() -> tuple[Project, ...]:
    """Return the good projects, the sample first."""
    examples = sorted((ROOT / "examples").iterdir())
    golden = sorted((ROOT / "tests" / "golden").glob("good_*"))
    others = (load(root, root.name) for root in (*examples, *golden))
    return (load(ROOT, "sample"), *others)


def mutants(kind: Kind, seed: str = SEED) -> Iterator[tuple[Project, Mutant]]:
    """Yield mutants of one kind: of the sample, and of other projects in turn."""
    sample, *others = projects()
    yield from _of(kind, [sample], _OF_SAMPLE, seed)
    Random(f"{seed} {kind.name}").shuffle(others)  # noqa: S311, no secret
    yield from _of(kind, others, _OF_OTHERS, seed)


def _of(
    kind: Kind, chosen: list[Project], wanted: int, seed: str
) -> Iterator[tuple[Project, Mutant]]:
    """Yield mutants of some projects in turn, as long as one of them has a place."""
    made = attempt = 0
    while made < wanted and attempt < wanted * len(chosen):
        project = chosen[attempt % len(chosen)]
        random = Random(f"{seed} {kind.name} {project.name} {attempt}")  # noqa: S311
        attempt += 1
        if (mutant := kind.make(project, random)) is not None:
            made += 1
            yield project, mutant
