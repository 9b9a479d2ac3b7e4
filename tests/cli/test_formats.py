"""Laws of `--format` and `--max-problems`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import DANGLING
from tests.support.command import seedc
from tests.support.projects import seed

PROGRAMS = ["json", "sarif", "github"]
COMMANDS = [["check"], ["build"], ["build", "--check"], ["up"]]
HOSTILE = "\x1b[2J\u202e\r::error::x %0A\u2028,##[add-mask]y"


@pytest.mark.parametrize("form", PROGRAMS)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_report_for_programs_has_stdout_to_itself(
    project: Path, command: list[str], form: str
) -> None:
    """What people are told besides goes to stderr."""
    (project / "seeds/drops.json").write_text(DANGLING)
    done = seedc(*command, "--format", form, cwd=project)
    assert (done.code, done.err) == (1, "found 1 error in 1 file\n")
    assert "dangling-reference" in done.out
    assert form == "github" or json.loads(done.out)


@pytest.mark.parametrize("form", PROGRAMS)
def test_results_do_not_mix_with_a_report_for_programs(
    project: Path, form: str
) -> None:
    """Where all is fine there is a report too, and the result is beside it."""
    for command, result in (["check"], "checked 2 tables"), (["build"], "built "):
        done = seedc(*command, "--format", form, cwd=project)
        first, second = done.err.splitlines()
        assert (done.code, first) == (0, "found no problems")
        assert second.startswith(result)
        assert done.out == "" if form == "github" else json.loads(done.out)


@pytest.mark.parametrize("form", PROGRAMS)
def test_problems_of_the_project_file_come_in_the_same_form(
    project: Path, form: str
) -> None:
    """There is one report, whatever is wrong."""
    (project / "seedc.toml").write_text('[project]\nname = "game"\nseed = "x"\n')
    done = seedc("check", "--format", form, cwd=project)
    assert done.code == 1
    assert "unknown-key" in done.out
    assert form == "github" or json.loads(done.out)


def test_nothing_is_reported_where_nothing_was_checked(tmp_path: Path) -> None:
    """A run that failed leaves no report that looks as if all were fine."""
    done = seedc("check", "--format", "json", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize("form", PROGRAMS)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_report_can_be_read_in_any_encoding(
    project: Path, form: str, encoding: str
) -> None:
    """What a stream cannot hold never breaks a report."""
    (project / "seeds/drops.json").write_text(DANGLING)
    env = {"PYTHONIOENCODING": encoding}
    done = seedc("check", "--format", form, cwd=project, env=env)
    assert done.code == 1
    assert form == "github" or json.loads(done.out)


@pytest.mark.parametrize("form", ["text", *PROGRAMS])
def test_hostile_data_makes_no_line_of_its_own(project: Path, form: str) -> None:
    """Controls, line breaks and commands in a seed come out as data."""
    (project / "seeds/drops.json").write_text(
        seed({"id": "first", "item_id": HOSTILE, HOSTILE: 1})
    )
    done = seedc("check", "--format", form, cwd=project)
    lines = (done.out + done.err).split("\n")
    assert done.code == 1
    assert [line for line in lines if not line.isprintable()] == []
    assert not [li for li in lines if li.lstrip().startswith("::") and form != "github"]
    commands = [line for line in lines if line.startswith("::")]
    assert [li for li in commands if not li.startswith("::error file=seeds/")] == []
    # The runner of GitHub Actions obeys it in any line that is no other command.
    assert "##[" not in "".join(line for line in lines if line not in commands)


def test_annotations_name_files_from_the_root_of_the_repository(project: Path) -> None:
    """A project in a folder of a repository is annotated where it is."""
    (project.parent / ".git").mkdir()
    (project / "seeds/drops.json").write_text(DANGLING)
    done = seedc("check", "--format", "github", cwd=project)
    assert done.out.startswith("::error file=game/seeds/drops.json,line=5,")
    done = seedc("check", "--format", "sarif", cwd=project)
    assert '"uri": "game/seeds/drops.json"' in done.out


def _many(project: Path) -> None:
    rows = [{"id": f"item_{n}", "name": n} for n in range(1000)]
    (project / "seeds/items.json").write_text(seed(*rows))
    (project / "seeds/drops.json").write_text(seed())


@pytest.mark.parametrize(
    ("arguments", "shown", "ending"),
    [
        ([], 5, "; 5 shown, --max-problems 0 shows all"),
        (["--max-problems", "7"], 7, "; 7 shown, --max-problems 0 shows all"),
        (["--max-problems", "0"], 1000, ""),
    ],
)
def test_a_flood_is_cut_and_counted(
    project: Path, arguments: list[str], shown: int, ending: str
) -> None:
    """The number of problems is right, however many are shown."""
    _many(project)
    done = seedc("check", *arguments, cwd=project)
    assert done.err.count("error[wrong-type]") == shown
    assert f"\nfound 1,000 errors in 1 file{ending}\n" in done.err
    rest = f"... and {1000 - shown:,} more like it in seeds/items.json, on lines "
    assert (rest in done.err) is (shown < 1000)


def test_programs_get_all_unless_told_otherwise(project: Path) -> None:
    """A limit is never silent."""
    _many(project)
    every = json.loads(seedc("check", "--format", "json", cwd=project).out)
    assert len(every["problems"]) == 1000
    limit = ("--max-problems", "10")
    done = seedc("check", "--format", "json", *limit, cwd=project)
    cut = json.loads(done.out)
    assert (len(cut["problems"]), cut["summary"]["not_shown"]) == (10, 990)
    expected = "found 1,000 errors in 1 file; 10 shown, --max-problems 0 shows all\n"
    assert done.err == expected


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "sariff"], "'text', 'json', 'sarif', 'github'"),
        (["--max-problems", "-1"], "-1 is not in the range x>=0"),
        (["--max-problems", "all"], "'all' is not a valid integer"),
    ],
)
def test_a_wrong_option_is_told_what_is_right(
    project: Path, arguments: list[str], said: str
) -> None:
    """Nothing is checked where an option is wrong."""
    done = seedc("check", *arguments, cwd=project)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_name_of_a_file_cannot_act_on_a_terminal(project: Path) -> None:
    """Nor can it where a file cannot be read at all."""
    odd = project / "seeds/\x1b[31m\n::error::x.json"
    odd.symlink_to(odd.name)
    done = seedc("check", cwd=project)
    assert done.code in (1, 3)
    assert [line for line in done.err.split("\n") if not line.isprintable()] == []
    assert "\n::error" not in done.err
