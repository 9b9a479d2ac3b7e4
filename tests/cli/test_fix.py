"""Laws of `seedc check --fix` and `--diff`."""

import json
from pathlib import Path

import pytest

from tests.support.command import seedc, tree
from tests.support.projects import seed

WRONG = seed({"id": "first", "item_id": "swrod"}).replace("\n  ]", ",\n  ]")
LEFT = seed({"id": "first", "item_id": "shield"}).replace("\n  ]", ",\n  ]")

DONE = """\
seeds/drops.json:5:32: fixed[dangling-reference]: replace "swrod" by "sword"
- {"id": "first", "item_id": "swrod"},
+ {"id": "first", "item_id": "sword"},

seeds/drops.json:6:3: fixed[invalid-json]: remove the trailing comma
- {"id": "first", "item_id": "swrod"},
+ {"id": "first", "item_id": "swrod"}

fixed 2 problems in 1 file
"""


@pytest.fixture
def wrong(project: Path) -> Path:
    """Put two mistakes into the project."""
    (project / "seeds/drops.json").write_text(WRONG)
    return project


def test_fix(wrong: Path) -> None:
    """It shows what it did, and the check that follows is clean."""
    done = seedc("check", "--fix", cwd=wrong)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{DONE}checked 2 tables, 3 rows: no errors")
    expected = seed({"id": "first", "item_id": "sword"})
    assert (wrong / "seeds/drops.json").read_text() == expected


def test_what_is_left(project: Path) -> None:
    """What it cannot repair is reported, and decides the exit code."""
    (project / "seeds/drops.json").write_text(LEFT)
    done = seedc("check", "--fix", cwd=project)
    assert done.code == 1
    assert done.out.endswith("fixed 1 problem in 1 file\n")
    assert "error[dangling-reference]" in done.err
    assert "invalid-json" not in done.err


def test_nothing_to_fix(project: Path) -> None:
    """A clean project stays as it is, and its owner is told."""
    before = tree(project)
    done = seedc("check", "--fix", cwd=project)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("nothing to fix\nchecked 2 tables")
    assert tree(project) == before


def test_diff(wrong: Path) -> None:
    """It shows all that a repair would do, fails, and changes nothing."""
    before = tree(wrong)
    done = seedc("check", "--diff", cwd=wrong)
    assert (done.code, done.err) == (1, "")
    would = DONE.replace("fixed[", "would fix[")
    would = would.replace("fixed 2 problems", "would fix 2 problems")
    assert done.out == would.rstrip() + "; run `seedc check --fix`\n"
    assert tree(wrong) == before


def test_diff_of_what_has_no_fix(project: Path) -> None:
    """Without anything to repair it is a check, and is never green by accident."""
    (project / "seeds/drops.json").write_text(seed({"id": "a", "item_id": "shield"}))
    done = seedc("check", "--diff", cwd=project)
    assert (done.code, done.out) == (1, "nothing to fix\n")
    assert "error[dangling-reference]" in done.err


def test_hint(wrong: Path) -> None:
    """A check says how many problems it could repair."""
    done = seedc("check", cwd=wrong)
    assert "2 problems can be fixed with `seedc check --fix`" in done.err
    (wrong / "seeds/drops.json").write_text(seed({"id": "a", "item_id": "shield"}))
    assert "can be fixed" not in seedc("check", cwd=wrong).err


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_formats(wrong: Path, form: str, option: str) -> None:
    """Where stdout is for programs, what was done is told on stderr."""
    done = seedc("check", option, "--format", form, cwd=wrong)
    assert done.code == (0 if option == "--fix" else 1)
    assert "remove the trailing comma" in done.err
    if form != "github":
        json.loads(done.out)


def test_broken_project_file(project: Path) -> None:
    """The project file is repaired as well, and first."""
    toml = (project / "seedc.toml").read_text()
    (project / "seedc.toml").write_text("\ufeff" + toml.replace("targets", "targest"))
    done = seedc("check", "--fix", cwd=project)
    assert done.code == 0
    assert "fixed 2 problems in 1 file" in done.out
    assert (project / "seedc.toml").read_text() == toml


def test_read_only(wrong: Path) -> None:
    """A file that may not be written is named, and nothing is changed."""
    (wrong / "seeds/drops.json").chmod(0o444)
    done = seedc("check", "--fix", cwd=wrong)
    assert (done.code, done.out) == (3, "")
    said, hint = done.err.splitlines()
    assert said.startswith("error: seeds/drops.json: the file is read-only")
    assert hint.startswith("help: ")


def test_no_project(tmp_path: Path) -> None:
    """Without a project there is nothing to repair."""
    assert seedc("check", "--fix", cwd=tmp_path).code == 2


def test_secrets(project: Path) -> None:
    """A secret beside a mistake is shown by neither side of the change."""
    secret = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
    text = seed({"id": "first", "item_id": secret}).replace("\n  ]", ",\n  ]")
    (project / "seeds/drops.json").write_text(text)
    done = seedc("check", "--fix", cwd=project)
    assert "remove the trailing comma" in done.out
    assert secret not in done.out + done.err


def test_hostile_text(project: Path) -> None:
    """What stands in a file cannot move the cursor or start a line."""
    name = "\\u001b[2J\x9b\u202e##[error]"
    text = seed(f'{{"id": "{name}", "item_id": "swrod",}}')
    (project / "seeds/drops.json").write_text(text)
    done = seedc("check", "--diff", cwd=project)
    assert "would fix 2 problems" in done.out
    assert not {"\x1b", "\x9b", "\u202e"} & set(done.out)
    assert "##[" not in done.out


def test_long_changes(project: Path) -> None:
    """A change of a hundred lines, or in a line of a megabyte, stays readable."""
    record = {"id": "x" * 1_000_000, "item_id": "swrod"}
    text = seed(record)[:-2]
    again = ',\n"removed": [\n' + ",\n".join(["{}"] * 100) + "]"
    (project / "seeds/drops.json").write_text(f"{text}{again}{again}\n}}\n")
    done = seedc("check", "--diff", cwd=project)
    assert "delete the second `removed`" in done.out
    assert len(done.out) < 3000
