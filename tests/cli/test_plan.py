"""Laws of `seedc plan`, whatever the database."""

import json
from pathlib import Path
from typing import get_args

import pytest

from seedc.cli.options import ALLOWANCES
from seedc.model.plan import Allowance
from seedc.plan_text.as_json import as_json
from seedc.plan_text.as_markdown import as_markdown
from seedc.plan_text.as_text import as_text
from tests.cli.conftest import DANGLING
from tests.cli.live import Commands, Fake, Ran
from tests.plan_text.cases import CASES, EVERY_ACTION, HUGE, REFUSED, plan
from tests.support.command import seedc

EMPTY = plan()
FORMS = {
    (): as_text(EVERY_ACTION),
    ("--format=text",): as_text(EVERY_ACTION),
    ("--format=markdown",): as_markdown(EVERY_ACTION),
    ("--format=json",): as_json(EVERY_ACTION),
    ("--format=sql",): f"-- {EVERY_ACTION.fingerprint}\n",
}


@pytest.mark.parametrize("arguments", FORMS)
def test_a_plan_has_stdout_to_itself(
    commands: Commands, arguments: tuple[str, ...]
) -> None:
    """In each format a program can take it from there."""
    done = commands.run(Fake(EVERY_ACTION), "plan", *arguments)
    assert done == Ran(0, FORMS[arguments], "")


@pytest.mark.parametrize("form", ["json", "text", "markdown", "sql", None])
def test_a_plan_in_a_file_is_shown_too(
    commands: Commands, tmp_path: Path, form: str | None
) -> None:
    """The file takes the format, by itself JSON, and people read along."""
    file = tmp_path / "plan"
    more = [f"--format={form}"] if form else []
    done = commands.run(Fake(EVERY_ACTION), "plan", f"--out={file}", *more)
    assert done == Ran(0, as_text(EVERY_ACTION), "")
    assert file.read_text("utf-8") == FORMS[(f"--format={form or 'json'}",)]


def test_all_rows_are_shown_where_they_are_wanted(commands: Commands) -> None:
    """By themselves people get some of each kind, and programs all."""
    for arguments, count in (([], 7), (["--all"], 3000), (["--format=json"], 3000)):
        done = commands.run(Fake(HUGE), "plan", *arguments)
        assert done.out.count("delete ") + done.out.count('"delete",') >= count
        assert done.out.count("old_") == count


@pytest.mark.parametrize(
    ("name", "plain", "detailed"),
    [
        ("nothing_to_do", 0, 0),
        ("every_action", 0, 1),
        ("versions_alone", 0, 1),
        ("refused", 1, 1),
        ("refused_without_rows", 1, 1),
    ],
)
def test_an_exit_code_says_what_was_found(
    commands: Commands, name: str, plain: int, detailed: int
) -> None:
    """1 is a refused plan, or with --detailed-exitcode any difference."""
    fake = Fake(CASES[name])
    assert commands.run(fake, "plan").code == plain
    assert commands.run(fake, "plan", "--format=json").code == plain
    assert commands.run(fake, "plan", "--detailed-exitcode").code == detailed


def test_overrides_reach_the_plan(commands: Commands) -> None:
    """`--adopt` is short for `--allow adopt`; a plan lists its rows."""
    fake = Fake(EMPTY)
    commands.run(fake, "plan", "--adopt", "--allow=fork", "--allow=removals")
    commands.run(fake, "plan", "--allow", "adopt")
    commands.run(fake, "plan")
    assert [options.allow for options in fake.planned] == [
        {"adopt", "fork", "removals"},
        {"adopt"},
        set(),
    ]
    assert all(options.with_rows for options in fake.planned)
    assert fake.applied == []


def test_every_allowance_can_be_given() -> None:
    """The command line knows all of them."""
    assert get_args(Allowance) == ALLOWANCES


def test_a_file_that_cannot_be_written_is_told(
    commands: Commands, tmp_path: Path
) -> None:
    """A plan that nobody can read again is no success."""
    file = tmp_path / "no" / "plan.json"
    done = commands.run(Fake(EVERY_ACTION), "plan", f"--out={file}")
    assert done == Ran(3, "", f"error: {file}: no such file or directory\n")


@pytest.mark.parametrize("command", ["plan", "apply"])
def test_problems_are_told_as_of_a_build(project: Path, command: str) -> None:
    """They go to stderr, whatever the format of the plan, and no database is asked."""
    (project / "seeds/drops.json").write_text(DANGLING)
    url = "--database=postgresql://nobody@localhost:1/none"
    more = ["--format=json"] if command == "plan" else ["--yes"]
    done = seedc(command, url, *more, cwd=project)
    assert (done.code, done.out) == (1, "")
    assert "error[dangling-reference]" in done.err
    assert "found 1 error in 1 file" in done.err


@pytest.mark.parametrize("command", [["plan"], ["apply", "--yes"]])
def test_a_database_has_to_be_named(project: Path, command: list[str]) -> None:
    """Nothing is guessed; the environment may name it."""
    done = seedc(*command, cwd=project, env={"DATABASE_URL": ""})
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: no database is named\nhelp: --database ")


def test_a_plan_as_json_ends_in_a_line(commands: Commands) -> None:
    """Programs that read by line get all of it."""
    done = commands.run(Fake(REFUSED), "plan", "--format=json")
    assert done.out.endswith("\n")
    assert json.loads(done.out)["refused"] is True
