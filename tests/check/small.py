"""Projects of one table, `things`: written in one call, and where their places are."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place
from tests.support.projects import MINIMAL, Files, problems_of, schema, seed

SCHEMA = "schemas/things.schema.json"
SEEDS = "seeds/things.json"


def small(
    root: Path,
    properties: Mapping[str, object],
    *data: object,
    files: Files | None = None,
    defs: Mapping[str, object] | None = None,
    **keywords: object,
) -> list[Diagnostic]:
    """Compile a project with one table and return what is wrong with it.

    Fixes are left out: tests/edit is about these.

    Args:
        root: Where to write it.
        properties: What its records have beside a required `id`, a string.
        data: Its records; the first stands in line 5, each in a line of its own.
        files: Further files, or others in place of those of the table.
        defs: Its definitions, what stands in `$defs`.
        keywords: Further keywords of the schema; `x_table` stands for `x-table`.
    """
    given = keywords if defs is None else {**keywords, "$defs": defs}
    own = {SCHEMA: schema(properties, **given), SEEDS: seed(*data)}
    found = problems_of(root, {"seedc.toml": MINIMAL, **own, **(files or {})})
    return [replace(problem, fix=None) for problem in found]


def in_schema(line: int, column: int, length: int = 1) -> Place:
    """Return a place in the schema of the table."""
    return Place(SCHEMA, line, column, length)


def in_seeds(line: int, column: int, length: int = 1) -> Place:
    """Return a place in the seed file of the table."""
    return Place(SEEDS, line, column, length)
