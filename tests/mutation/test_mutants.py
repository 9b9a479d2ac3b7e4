"""Of every mistake there is one problem, of the right code, in the right place."""

from difflib import unified_diff

import pytest

from seedc.model.diagnostic import Diagnostic
from tests.mutation.corpus import SEED, mutants, projects
from tests.mutation.every_kind import KINDS
from tests.mutation.mutant import Kind, Mutant
from tests.mutation.project import Project
from tests.mutation.run import Workshop, is_right
from tests.support.projects import problem_lines


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Return where mutants are compiled; to copy the projects takes its time."""
    return Workshop(tmp_path_factory.mktemp("mutants"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_mistake_is_one_problem(kind: Kind, workshop: Workshop) -> None:
    """No mutant survives, none is told twice, and none hides behind another."""
    for project, mutant in mutants(kind):
        problems = workshop.problems(project, mutant)
        right = len(problems) == 1 and is_right(problems[0], mutant)
        assert right, _report(kind, project, mutant, problems)


@pytest.mark.parametrize("project", projects(), ids=lambda project: project.name)
def test_without_a_mistake_there_is_no_problem(
    project: Project, workshop: Workshop
) -> None:
    """The projects are good to begin with."""
    untouched = Mutant({}, "", ())
    assert workshop.problems(project, untouched) == []


def test_the_corpus_is_large() -> None:
    """There are sixty kinds of mistake and a thousand mutants, or more."""
    made = {kind.name: sum(1 for _ in mutants(kind)) for kind in KINDS}
    assert len(made) == len(KINDS) >= 60
    assert sum(made.values()) >= 1000
    assert [name for name, number in made.items() if not number] == []


def _report(
    kind: Kind, project: Project, mutant: Mutant, problems: list[Diagnostic]
) -> str:
    parts = [
        f"{kind.name} in {project.name}, seed {SEED!r}",
        *(_diff(project, path, content) for path, content in mutant.changes.items()),
        f"expected {mutant.code} at {mutant.places}, found:",
        problem_lines(problems) or "nothing",
    ]
    return "\n".join(parts)


def _diff(project: Project, path: str, content: object) -> str:
    if not isinstance(content, bytes):
        return f"{path}: {content}"
    before = project.texts.get(path, "").splitlines()
    after = content.decode("utf-8", "backslashreplace").splitlines()
    return "\n".join(unified_diff(before, after, path, path, "", "", 1, ""))
