"""Apply as users run it: the command, with an artefact that `seedc build` made."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import final

from apply_data import Shape, make_project
from databases import Database
from measure import SEEDC, Run, run

ROWS = 100_000
EVERY = 100
"""Each so-manieth row changes: 1 %."""

FIRST = Shape(ROWS)
HALF = Shape(ROWS, version="0.9.0", every=2)
CHANGED = Shape(ROWS, version="1.1.0", changed=EVERY)

_SECONDS = re.compile(r"\((\d+\.\d+) s\)")


@final
@dataclass(frozen=True, slots=True)
class Product:
    """A project's artefact.

    Attributes:
        folder: The project.
        artifact: What was built.
    """

    folder: Path
    artifact: Path

    @property
    def seeds(self) -> Path:
        """The seed file of the large table."""
        return self.folder / "seeds/items.json"

    def apply(self, database: Database, *options: str) -> Run:
        """Run `seedc apply` from the artefact."""
        source = ("--from", str(self.artifact), "--database", database.url)
        return run((*SEEDC, "apply", *source, "--yes", *options), self.folder)


def seconds(applied: Run) -> float:
    """Return how long an apply took by its own account, from connection to end."""
    found = _SECONDS.search(applied.output)
    assert found, applied.output
    return float(found[1])


def build(folder: Path, shape: Shape) -> Product:
    """Make a project and build its artefact."""
    artifact = make_project(folder, shape) / "release"
    run((*SEEDC, "build", "--artifact", str(artifact)), folder)
    return Product(folder, artifact)


@contextmanager
def products(*shapes: Shape) -> Iterator[list[Product]]:
    """Build projects, and leave nothing of them."""
    with tempfile.TemporaryDirectory(prefix="seedc-bench-") as name:
        folders = [Path(name) / str(at) for at in range(len(shapes))]
        yield list(map(build, folders, shapes))
