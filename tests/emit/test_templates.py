"""Templates of a project take the place of seedc's, and can do nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from seedc import pipeline
from seedc.emit import layout
from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project
from seedc.model.templates import REPLACEABLE
from tests.support.command import seedc, tree
from tests.support.projects import (
    compiled,
    problems_of,
    project_in,
    schema,
    seed,
    write_project,
)

TOML = """\
[project]
name = "game"

[targets.python]
templates = "templates/python"
"""
STOCK = Path(layout.__file__).parent / "templates"
FILES = {
    "seedc.toml": TOML,
    "schemas/enemies.schema.json": schema({"tier": {"enum": ["fodder", "elite"]}}),
    "seeds/enemies.json": seed({"id": "goblin", "tier": "fodder"}),
}

HARMFUL = (
    "{{ base.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ spell.taken | list }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../seedc.toml' %}",
    "{% import 'sql/sqlite_begin.sql.jinja' as sql %}",
    "{{ lipsum() }}",
    "{{ models | random }}",
    "{{ models.append('x') }}",
    "{{ range }}",
    "{{ range(10000000) | list | length }}",
    "{{ 'a' * 100000000 }}",
    "{{ 9 ** 9 }}",
    "{% for a in range(9999) %}{% for b in range(9999) %}xxxx{% endfor %}{% endfor %}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% extends 'models.py.jinja' %}",
)
MISTAKEN = (
    "{% if models %}",
    "{{ modles }}",
    "{{ models[0].clas_name }}",
    "{{ models }}",
    "{{ none }}",
    "{{ 1 / 0 }}",
    "{% frobnicate %}",
    "{{ models | frobnicate }}",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}",
    "{% extends 'seedc/model.py.jinja' %}",
    "{{ " + "(" * 3000 + " }}",
    "{% for a in models %}" * 30 + "{% endfor %}" * 30,
)


def problem_of(root: Path, template: str) -> Diagnostic:
    """Return the one problem of a project whose models are laid out like this."""
    path = "templates/python/models.py.jinja"
    (problem,) = problems_of(root, {**FILES, path: f"\n{template}\n"})
    return problem


@pytest.mark.parametrize("template", [*HARMFUL, *MISTAKEN])
def test_what_a_template_cannot_do(template: str, tmp_path: Path) -> None:
    """Whatever is wrong in a template is one problem in that file, with words."""
    problem = problem_of(tmp_path, template)
    assert problem.code == "invalid-template"
    assert problem.place.path == "templates/python/models.py.jinja"
    assert len(problem.message) < 300
    assert str(Path(layout.__file__).parent) not in f"{problem.message}{problem.help}"


@pytest.mark.parametrize("template", MISTAKEN[:6])
def test_the_line_of_a_mistake_is_told(template: str, tmp_path: Path) -> None:
    """People need not look for it."""
    assert problem_of(tmp_path, template).place.line in {2, 3}


def test_nothing_is_written_where_a_template_fails(tmp_path: Path) -> None:
    """A build fails as a whole, with the exit code of problems."""
    path = "templates/python/models.py.jinja"
    root = write_project(tmp_path, {**FILES, path: "{{ modles }}\n"})
    done = seedc("build", cwd=root)
    assert (done.code, (root / "out").exists()) == (1, False)
    assert "invalid-template" in done.err
    assert "Traceback" not in done.err


def test_every_template_of_code_can_be_replaced() -> None:
    """The list of what can be replaced is that of the templates there are."""
    there = {
        target: tuple(sorted(path.name for path in (STOCK / target).iterdir()))
        for target in ("python", "typescript")
    }
    assert there == dict(REPLACEABLE)


def copies() -> Iterator[tuple[str, str]]:
    """Yield each of seedc's templates, as if a project had copied it."""
    for target, names in REPLACEABLE.items():
        for name in names:
            text = (STOCK / target / name).read_text("utf-8")
            yield f"templates/{target}/{name}", text


@pytest.mark.parametrize(
    "templates",
    [
        dict(copies()),
        {
            path: f'{{% extends "seedc/{path.rpartition("/")[2]}" %}}\n'
            for path, _ in copies()
        },
    ],
    ids=["copied", "extended"],
)
def test_a_template_that_changes_nothing_changes_no_byte(
    templates: dict[str, str], tmp_path: Path
) -> None:
    """Templates of a project are filled as seedc's own are."""
    toml = TOML + '\n[targets.typescript]\ntemplates = "templates/typescript"\n'
    plain = "".join(f"{x}\n" for x in toml.splitlines() if not x.startswith("templ"))
    one = write_project(tmp_path / "one", {**FILES, "seedc.toml": plain})
    other = write_project(
        tmp_path / "other", {**FILES, "seedc.toml": toml, **templates}
    )
    assert built(one) == built(other)


def built(root: Path) -> dict[str, bytes]:
    """Return what a build makes."""
    project = project_in(root)
    assert isinstance(project, Project)
    result = compiled(root)
    assert result.problems == ()
    return {f.path: f.content for f in pipeline.build(project, result).new}


def test_a_second_process_uses_them_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Large projects are laid out by another process, with the same templates."""
    monkeypatch.setattr(pipeline, "_LARGE", 0)
    path = "templates/python/header.py.jinja"
    root = write_project(tmp_path, {**FILES, path: "# by hand\n{{ docstring }}\n"})
    project = project_in(root)
    assert isinstance(project, Project)
    result = pipeline.compile_project(project, to_build=True)
    assert isinstance(result.catalog_files(), tuple)
    pipeline.write(project, result)
    modules = {p: t for p, t in tree(root / "out").items() if p.endswith(".py")}
    assert len(modules) == 4
    assert all(text.startswith(b"# by hand\n") for text in modules.values())
