"""Real projects: the sample, all examples, and the golden cases that compile."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from seedc.model.project import Project
from seedc.model.table import Table
from seedc.pipeline import Compiled, compile_project
from seedc.text.json_walk import items, value_span
from tests.support.projects import project_in

ROOT = Path(__file__).parents[3]


def _folders() -> Mapping[str, Path]:
    cases = (p.parent for p in ROOT.glob("tests/golden/good_*/seedc.toml"))
    examples = (p.parent for p in ROOT.glob("examples/*/seedc.toml"))
    found = {folder.name.replace("-", "_"): folder for folder in (*examples, *cases)}
    return {"sample": ROOT, **dict(sorted(found.items()))}


PROJECTS = _folders()
"""Their folders by a name that is an identifier."""


@cache
def compiled_project(name: str) -> Compiled:
    """Compile a project, without its rules."""
    project = project_in(PROJECTS[name])
    assert isinstance(project, Project)
    compiled = compile_project(project, run_rules=False)
    assert compiled.rows is not None, compiled.problems
    return compiled


def seed_texts(name: str, table: Table) -> Iterator[str]:
    """Yield the records of a table's seed files, as they stand there."""
    stem = Path(table.schema_path).name.removesuffix(".schema.json")
    seeds = PROJECTS[name] / "seeds"
    for file in sorted([*seeds.glob(f"{stem}.json"), *seeds.glob(f"{stem}/**/*.json")]):
        text = file.read_text("utf-8")
        for span in items(text, value_span(text, 0, ("data",)).start):
            yield text[span.start : span.end]
