"""The pages of `docs/targets`: each shape's schema, and what a target makes of it."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import final

from seedc.model.project import Project
from seedc.pipeline import build
from seedc.read.project_file import PROJECT_FILE
from tests.support.projects import compiled, project_in
from tests.targets.excerpt import declarations, schema
from tests.targets.shapes import CASES, SHAPES

FOLDER = "docs/targets"
PACKAGE = "game_data"

_PROJECT = '[project]\nname = "game"\n\n[targets]\npython = {}\ntypescript = {}\n'
_AUX = {"index.ts", "package.json"}


@final
@dataclass(frozen=True, slots=True)
class Page:
    """A page about the files of one target.

    Attributes:
        title: Its heading.
        folder: Where its files are, in `out`.
        names: Names of the files; all but those that only lead to others if empty.
        text: What it says before the shapes.
    """

    title: str
    folder: str
    names: tuple[str, ...]
    text: str


PAGES: Mapping[str, Page] = MappingProxyType(
    {
        "typescript": Page(
            "TypeScript",
            "typescript",
            (),
            "A table has a module of its own; definitions are in `enums.ts`.",
        ),
        "sqlalchemy": Page(
            "SQLAlchemy",
            f"python/{PACKAGE}",
            ("models.py",),
            "All models are in `models.py`.\n"
            "They import `datetime` as `dt` and `sqlalchemy` as `sa`.",
        ),
        "pydantic": Page(
            "Pydantic",
            f"python/{PACKAGE}",
            ("records.py",),
            "All records are in `records.py`.",
        ),
        "enums": Page(
            "Enumerations",
            f"python/{PACKAGE}",
            ("enums.py",),
            "`enums.py` has the enumerations that models and records share.\n"
            "Shapes that are not here make none.",
        ),
    }
)


@cache
def outputs(case: str) -> Mapping[str, str]:
    """Compile a case; the files that a build writes into `out`, by path."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / PROJECT_FILE).write_text(_PROJECT)
        shutil.copytree(CASES / case, root, dirs_exist_ok=True)
        project, result = project_in(root), compiled(root)
        assert isinstance(project, Project)
        assert result.problems == ()
        files = build(project, result).new
    return MappingProxyType({file.path: file.content.decode() for file in files})


def pages() -> dict[str, str]:
    """Return all pages, by path from the root of the repository."""
    return {
        f"{FOLDER}/{name}.md": "\n".join([*_intro(page), *_sections(page)])
        for name, page in PAGES.items()
    }


def _intro(page: Page) -> Iterator[str]:
    yield f"# {page.title}: what each shape becomes"
    yield ""
    yield "Under each schema stands what `seedc build` makes of it."
    yield page.text
    yield "Lines of schemas that nearly all have are left out, such as their `id`;"
    yield "so are headers, imports and what stands further up already."
    yield "[outputs.md](../outputs.md) says how the files are used,"
    yield "[types.md](../types.md) which column each shape has."
    yield ""


def _sections(page: Page) -> Iterator[str]:
    seen: set[str] = set()
    for case, title in SHAPES.items():
        parts = [part for file in _files(page, case) for part in _part(file, seen)]
        if parts:
            yield from ("## " + title, "", *_schemas(case), *parts)


def _files(page: Page, case: str) -> Iterator[tuple[str, str]]:
    for path, text in outputs(case).items():
        folder, _, name = path.rpartition("/")
        if folder == page.folder and name not in _AUX and name in (page.names or name):
            yield name, text


def _part(file: tuple[str, str], seen: set[str]) -> Iterator[str]:
    name, text = file
    fresh = [block for block in declarations(name, text) if block not in seen]
    seen.update(fresh)
    if fresh:
        python = name.endswith(".py")
        gap = "\n\n\n" if python else "\n\n"
        head = "" if python else f"// {name}\n"
        yield from _fence("python" if python else "ts", head + gap.join(fresh))


def _schemas(case: str) -> Iterator[str]:
    for file in sorted((CASES / case / "schemas").iterdir()):
        yield f"`schemas/{file.name}`:"
        yield ""
        yield from _fence("json", schema(file.read_text("utf-8")))


def _fence(language: str, text: str) -> Iterator[str]:
    yield from (f"```{language}", text, "```", "")
