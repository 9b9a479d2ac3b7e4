"""Laws of `seedc apply`, whatever the database."""

from dataclasses import replace
from pathlib import Path

import pytest

from seedc.cli.actor import actor
from seedc.model.errors import WorldError
from seedc.model.plan import Plan
from seedc.model.publication import Published
from seedc.plan_text.as_json import as_json
from seedc.plan_text.as_text import as_text
from tests.cli.live import Commands, Fake, Ran
from tests.plan_text.cases import CASES, EVERY_ACTION, REFUSED, plan

EMPTY = plan()
OTHER = replace(EVERY_ACTION, fingerprint="f" * 64, database="elsewhere")
APPLIED = """\
enemies: 1 deleted, 1 retired, 1 renamed, 1 updated, 1 inserted, 1 adopted, 1 kept, \
1 forgotten
enemies_drops: 1 deleted, 1 renamed, 1 updated

applied as run 42: 2 deleted, 1 retired, 2 renamed, 2 updated, 1 inserted, 1 adopted, \
1 kept, 1 forgotten in 2 tables (0.25 s)
"""
NOTHING = "nothing to do: 880 rows are as the seeds say (0.25 s)\n"
QUESTION = "\napply this to game at db.example:5432? Only `yes` will do: "


@pytest.fixture
def saved(tmp_path: Path) -> str:
    """Write a plan, and return the option that names its file."""
    file = tmp_path / "plan.json"
    file.write_text(as_json(EVERY_ACTION), "utf-8")
    return f"--plan={file}"


def test_yes_applies_without_a_question(commands: Commands) -> None:
    """What was done is told, table by table."""
    fake = Fake(EVERY_ACTION)
    assert commands.run(fake, "apply", "--yes") == Ran(0, APPLIED, "")
    assert (fake.planned, len(fake.applied)) == ([], 1)
    assert fake.applied[0].expected is None


def test_nothing_is_applied_where_nobody_can_be_asked(commands: Commands) -> None:
    """A pipeline that forgot --yes fails, and says what it needs."""
    fake = Fake(EVERY_ACTION)
    done = commands.run(fake, "apply")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("refused: nobody can be asked")
    assert "--yes" in done.err
    assert (fake.planned, fake.applied) == ([], [])


def test_a_person_sees_the_plan_and_agrees_to_it(commands: Commands) -> None:
    """What is applied is what was shown, or nothing."""
    fake = Fake(EVERY_ACTION)
    done = commands.run(fake, "apply", answer="yes\n")
    assert done == Ran(0, as_text(EVERY_ACTION) + APPLIED, QUESTION)
    assert [each.with_rows for each in fake.planned] == [True]
    assert [each.expected for each in fake.applied] == [EVERY_ACTION.fingerprint]


@pytest.mark.parametrize("answer", ["", "\n", "y\n", "Yes\n", "no\n", "yes please\n"])
def test_only_yes_goes_on(commands: Commands, answer: str) -> None:
    """Anything else leaves the database as it is."""
    fake = Fake(EVERY_ACTION)
    done = commands.run(fake, "apply", answer=answer)
    assert done.code == 1
    assert done.out == as_text(EVERY_ACTION)
    assert done.err == f"{QUESTION}nothing was applied\n"
    assert fake.applied == []


@pytest.mark.parametrize(("case", "code"), [(EMPTY, 0), (REFUSED, 1)])
def test_nobody_is_asked_where_nothing_can_be_applied(
    commands: Commands, case: Plan, code: int
) -> None:
    """An empty plan is fine, and a refused one is not."""
    fake = Fake(case)
    done = commands.run(fake, "apply", answer="yes\n")
    assert done == Ran(code, as_text(case), "")
    assert fake.applied == []


def test_a_saved_plan_needs_no_question(commands: Commands, saved: str) -> None:
    """Somebody has looked at it; it has to be found again."""
    fake = Fake(EVERY_ACTION)
    assert commands.run(fake, "apply", saved) == Ran(0, APPLIED, "")
    assert [each.expected for each in fake.applied] == [EVERY_ACTION.fingerprint]
    assert fake.planned == []


@pytest.mark.parametrize("more", [[], ["--yes"]])
def test_a_saved_plan_that_changed_is_refused(
    commands: Commands, saved: str, more: list[str]
) -> None:
    """Not even --yes applies what nobody has seen."""
    done = commands.run(Fake(OTHER), "apply", saved, *more)
    assert done.code == 1
    assert "refused[plan-changed]" in done.out
    assert done.err == (
        "note: the plan was made for game at db.example:5432\nnothing was applied\n"
    )


def test_another_file_is_no_plan(commands: Commands, tmp_path: Path) -> None:
    """It is told before a database is asked."""
    file = tmp_path / "plan.json"
    file.write_text("{}")
    fake = Fake(EVERY_ACTION)
    done = commands.run(fake, "apply", f"--plan={file}", "--yes")
    assert done.code == 2
    assert done.err.startswith(f"error: `{file}` cannot be applied: it is no plan")
    assert fake.applied == []


def test_a_refused_apply_says_why(commands: Commands) -> None:
    """The exit code is 1, and nothing claims that anything was done."""
    done = commands.run(Fake(REFUSED), "apply", "--yes")
    assert done == Ran(1, as_text(REFUSED), "nothing was applied\n")


def test_an_apply_of_nothing_is_fine(commands: Commands) -> None:
    """A second run says that there is nothing to do."""
    assert commands.run(Fake(EMPTY), "apply", "--yes") == Ran(0, NOTHING, "")


def test_an_apply_of_versions_alone_is_told(commands: Commands) -> None:
    """The ledger has a run, and no row has changed."""
    done = commands.run(Fake(CASES["versions_alone"]), "apply", "--yes")
    assert done.out == "applied as run 42: no row changes (0.25 s)\n"


@pytest.mark.parametrize(("case", "told"), [(EVERY_ACTION, APPLIED), (EMPTY, NOTHING)])
def test_a_cache_follows_the_database(
    commands: Commands, case: Plan, told: str
) -> None:
    """Also where nothing changed: an earlier run may have failed to tell it."""
    fake = Fake(case, publish=lambda: Published(42, {"items": 7, "enemies": 91}))
    done = commands.run(fake, "apply", "--yes", "--redis=redis://localhost")
    assert done == Ran(0, f"{told}published run 42: 2 tables, 98 records\n", "")


def test_a_cache_that_is_right_is_told(commands: Commands) -> None:
    """Nothing is written, and nothing claimed."""
    fake = Fake(EMPTY, publish=lambda: Published(42))
    done = commands.run(fake, "apply", answer="")
    assert done.out == f"{as_text(EMPTY)}the cache is at run 42 already\n"


def test_no_cache_learns_of_what_was_not_applied(commands: Commands) -> None:
    """Refused, or not agreed to: it stays as it is."""

    def never() -> Published:
        raise AssertionError

    for case, answer in ((REFUSED, None), (REFUSED, "yes\n"), (EVERY_ACTION, "no\n")):
        fake = Fake(case, publish=never)
        more = [] if answer else ["--yes"]
        assert commands.run(fake, "apply", *more, answer=answer).code == 1


def test_what_is_committed_is_told_whatever_becomes_of_the_cache(
    commands: Commands,
) -> None:
    """The exit code says that the world failed, and the lines what is done."""

    def fail() -> Published:
        message = "the database is done, but the cache is not: no route"
        raise WorldError(message, hint="seedc publish")

    done = commands.run(Fake(EVERY_ACTION, publish=fail), "apply", "--yes")
    assert (done.code, done.out) == (3, APPLIED)
    assert done.err.startswith("error: the database is done, but the cache is not")


def test_options_reach_the_database(commands: Commands) -> None:
    """Overrides, the actor and trust are the caller's to decide."""
    fake = Fake(EMPTY)
    commands.run(fake, "apply", "--yes", "--adopt", "--actor=me", "--trust-ledger")
    (options,) = fake.applied
    assert options.allow == {"adopt"}
    assert (options.actor, options.trust_ledger) == ("me", True)
    assert not options.with_rows


VARIABLES = ("SEEDC_ACTOR", "GITHUB_ACTOR", "GITLAB_USER_LOGIN")


@pytest.mark.parametrize("name", VARIABLES)
def test_a_pipeline_says_who_runs_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless the caller does; the system's user is the last resort."""
    for each in VARIABLES:
        monkeypatch.setenv(each, "")
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    assert actor(None) == "root"
    for each in VARIABLES[VARIABLES.index(name) :]:
        monkeypatch.setenv(each, f"from {each}")
    assert (actor(None), actor("me")) == (f"from {name}", "me")


@pytest.mark.parametrize("error", [KeyError, OSError])
def test_a_system_may_know_no_user(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a container there need not be one; the ledger then has none."""

    def nobody() -> str:
        raise error

    for each in VARIABLES:
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setattr("getpass.getuser", nobody)
    assert actor(None) is None
