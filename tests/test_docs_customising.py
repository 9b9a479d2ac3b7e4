"""What docs/customising.md shows is what a build of the sample makes of it."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import final

import pytest

from seedc.model.project import Project
from seedc.model.templates import REPLACEABLE
from seedc.pipeline import build
from tests.support.command import ROOT
from tests.support.projects import compiled, project_in
from tests.support.sample import copy_sample

TEXT = (ROOT / "docs/customising.md").read_text("utf-8")
BLOCK = re.compile(
    r"(?:^`([\w./]+)`:\n\n)?^```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
PROJECT = '[project]\nname = "roguelike"\n\n'


@final
@dataclass(frozen=True, slots=True)
class Example:
    """What a reader does, and what comes of it.

    Attributes:
        toml: What `seedc.toml` says of the targets.
        given: Templates, by path.
        made: Files and what stands in them.
    """

    toml: str
    given: dict[str, str]
    made: list[tuple[str, str]]


def examples() -> list[Example]:
    """Return the examples of the page: each begins with a part of `seedc.toml`."""
    found: list[Example] = []
    for path, text in BLOCK.findall(TEXT):
        if not path:
            found.append(Example(text, {}, []))
        elif path.startswith("out/"):
            found[-1].made.append((path.removeprefix("out/"), text))
        else:
            found[-1].given[path] = text
    return found


def test_the_page_has_examples() -> None:
    """The page is read as it is written: nothing on it stands alone."""
    assert [len(example.made) for example in examples()] == [3, 3, 2, 4, 2, 2, 1]


@pytest.mark.parametrize("example", examples())
def test_an_example_gives_what_it_shows(example: Example, tmp_path: Path) -> None:
    """Whoever copies an example gets what the page says, and no problem."""
    sample = copy_sample(tmp_path / "sample")
    (sample / "seedc.toml").write_text(PROJECT + example.toml, "utf-8")
    for path, text in example.given.items():
        (sample / path).parent.mkdir(parents=True, exist_ok=True)
        (sample / path).write_text(text, "utf-8")
    project = project_in(sample)
    assert isinstance(project, Project)
    result = compiled(sample)
    assert result.problems == ()
    files = {f.path: f.content.decode() for f in build(project, result).new}
    for path, text in example.made:
        assert text.rstrip("\n") in files[path]


def test_the_page_names_every_template() -> None:
    """What can be replaced is told, with what it is given."""
    rows = re.findall(r"^\| `(\w+/[\w.]+)` \|", TEXT, re.MULTILINE)
    names = [f"{target}/{name}" for target, ns in REPLACEABLE.items() for name in ns]
    assert sorted(names) == sorted(rows)
