"""The repository's own project, compiled once for all tests."""

from functools import cache
from pathlib import Path

from seedc.model.catalog import Catalog, Rows
from tests.support.projects import compiled

ROOT = Path(__file__).parents[2]


@cache
def sample() -> tuple[Catalog, Rows]:
    """Return the catalog and the rows of the roguelike."""
    result = compiled(ROOT)
    assert result.rows is not None
    return result.catalog, result.rows
