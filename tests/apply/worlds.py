"""Random histories: what the seeds said one after the other, and what people did."""

from copy import deepcopy
from dataclasses import dataclass
from typing import final

from hypothesis import assume, event
from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from seedc.model.catalog import Catalog
from tests.apply import oracle
from tests.apply.catalogs import catalogs
from tests.apply.edits import Edit
from tests.apply.next_seeds import first, next_seeds
from tests.apply.people import draw_edits
from tests.apply.seeds import Seeds
from tests.apply.sound import is_sound
from tests.apply.world import empty
from tests.sql import build


@final
@dataclass(frozen=True, slots=True)
class Step:
    """A release and what people do after it.

    Attributes:
        seeds: What the seeds say.
        run: What applying them does.
        edits: What people do then.
    """

    seeds: Seeds
    run: oracle.Run
    edits: tuple[Edit, ...]


@final
@dataclass(frozen=True, slots=True)
class History:
    """A catalog and what happens to its tables, from empty ones on."""

    catalog: Catalog
    steps: tuple[Step, ...]

    def _repr_pretty_(self, printer: RepresentationPrinter, _: object) -> None:
        """Show to Hypothesis, which would show all of it, what makes it what it is."""
        printer.text(str(self))

    def __str__(self) -> str:
        """Return the tables, what the seeds say and what people do."""
        lines = [build.postgres_ddl(self.catalog).rpartition("$seedc$;")[2]]
        lines += [f"{t.name}: {t.removal}" for t in self.catalog.tables]
        for step in self.steps:
            lines += [
                f"rows of {n}: {[*r.values()]}" for n, r in step.seeds.rows.items()
            ]
            lines += [f"left {n}: {dict(e)}" for n, e in step.seeds.left.items() if e]
            lines += map(str, step.edits)
        return "\n".join(lines)


@st.composite
def histories(draw: st.DrawFn, least: int = 2, most: int = 3) -> History:
    """Draw a history.

    Args:
        draw: Draws.
        least: How many releases there are at least.
        most: How many there are at most.
    """
    catalog = draw(catalogs())
    world, seeds = empty(catalog), first()
    steps: list[Step] = []
    for number in range(draw(st.integers(least, most))):
        seeds = next_seeds(draw, world, seeds, f"1.{number}.0")
        run = oracle.run(world, seeds)
        is_legal = not run.refusals and is_sound(run.world)
        event(f"legal: {is_legal}")
        assume(is_legal)
        world = deepcopy(run.world)
        steps.append(Step(seeds, run, tuple(draw_edits(draw, world))))
    return History(catalog, tuple(steps))
