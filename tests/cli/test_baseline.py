"""Laws of `seedc check --baseline` and `--write-baseline`."""

import json
from pathlib import Path

import pytest

from tests.support.command import Done, seedc
from tests.support.projects import seed

DEFAULT = "seedc-baseline.json"
ONE = {"id": "a", "item_id": "shield"}
OTHER = {"id": "b", "item_id": "arrow"}


@pytest.fixture
def dirty(project: Path) -> Path:
    """Put two mistakes into the project, which a baseline knows."""
    _seed(project, ONE, OTHER)
    done = seedc("check", "--write-baseline", cwd=project)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"wrote {DEFAULT}: 2 known problems\nchecked 2 tables")
    return project


def _seed(project: Path, *records: object) -> None:
    (project / "seeds/drops.json").write_text(seed(*records))


def _count(project: Path) -> int:
    return len(json.loads((project / DEFAULT).read_text())["problems"])


def _lowered(project: Path, line: str) -> None:
    toml = (project / "seedc.toml").read_text()
    (project / "seedc.toml").write_text(toml.replace('"game"\n', f'"game"\n{line}\n'))


def _check(project: Path, *arguments: str) -> Done:
    return seedc("check", *arguments, cwd=project)


def test_known(dirty: Path) -> None:
    """What is known is hidden, and it is told how much that is."""
    done = _check(dirty, "--baseline")
    assert (done.code, done.err) == (0, "")
    assert "2 tables: no new errors, 2 problems known to the baseline" in done.out


def test_without(dirty: Path) -> None:
    """Without the option, nothing is hidden."""
    assert _check(dirty).code == 1


def test_moved(dirty: Path) -> None:
    """Lines that move change nothing."""
    _seed(dirty, {"id": "c", "item_id": "sword"}, OTHER, ONE)
    assert _check(dirty, "--baseline").code == 0


def test_new(dirty: Path) -> None:
    """A new problem is told alone."""
    _seed(dirty, ONE, OTHER, {"id": "c", "item_id": "spear"})
    done = _check(dirty, "--baseline")
    assert (done.code, done.out) == (1, "")
    assert "found 1 error in 1 file" in done.err
    assert "spear" in done.err


def test_it_never_grows(dirty: Path) -> None:
    """Writing it again does not hide what is new."""
    before = (dirty / DEFAULT).read_bytes()
    _seed(dirty, OTHER, {"id": "c", "item_id": "spear"})
    done = _check(dirty, "--write-baseline")
    assert done.code == 1
    assert (
        done.out == f"{DEFAULT} was not written: mend what cannot be known, or is new\n"
    )
    assert (dirty / DEFAULT).read_bytes() == before


def test_it_shrinks(dirty: Path) -> None:
    """What is gone is told, and leaves when it is written again."""
    _seed(dirty, ONE)
    done = _check(dirty, "--baseline")
    assert done.code == 0
    assert (
        "warning[stale-baseline]: the baseline holds 1 problem that is gone" in done.err
    )
    done = _check(dirty, "--write-baseline")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"wrote {DEFAULT}: 1 known problem, 1 fewer\n")
    _seed(dirty, ONE, OTHER)
    assert _check(dirty, "--baseline").code == 1


def test_stale_as_an_error(dirty: Path) -> None:
    """A project may demand that what is gone is taken out."""
    toml = (dirty / "seedc.toml").read_text()
    (dirty / "seedc.toml").write_text(f'{toml}[severity]\nstale-baseline = "error"\n')
    _seed(dirty, ONE)
    assert _check(dirty, "--baseline").code == 1


def test_new_problems_hide_what_is_gone(dirty: Path) -> None:
    """While a new mistake keeps others from being seen, nobody calls them gone."""
    (dirty / "seeds/drops.json").write_text("{")
    for option in ("--baseline", "--write-baseline"):
        done = _check(dirty, option)
        assert done.code == 1
        assert "invalid-json" in done.err
        assert "stale" not in done.err
    assert _count(dirty) == 2


def test_nothing_changed(dirty: Path) -> None:
    """Writing what is there already writes nothing."""
    before = (dirty / DEFAULT).stat()
    done = _check(dirty, "--write-baseline")
    assert done.out.startswith(f"{DEFAULT} stays as it is: 2 known problems\n")
    after = (dirty / DEFAULT).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("arguments", [["build"], ["build", "--check"], ["up"]])
def test_a_build_knows_nothing(dirty: Path, arguments: list[str]) -> None:
    """What is hidden from a check never comes into an output."""
    _lowered(dirty, f'baseline = "{DEFAULT}"')
    assert _check(dirty).code == 0
    done = seedc(*arguments, cwd=dirty)
    assert done.code == 1
    assert "found 2 errors" in done.err
    assert not (dirty / "out").exists()


def test_a_broken_file_is_not_hidden(project: Path) -> None:
    """A first baseline is not written while something keeps others from being seen."""
    (project / "seeds/drops.json").write_text("{")
    done = _check(project, "--write-baseline")
    assert done.code == 1
    assert "was not written" in done.out
    assert not (project / DEFAULT).exists()


def test_other_path(project: Path) -> None:
    """The file may be anywhere in the project; its path is from where one stands."""
    _seed(project, ONE)
    (project / "ci").mkdir()
    for option in ("--write-baseline", "--baseline"):
        arguments = {option, "--baseline"} - {"--baseline"}
        done = seedc(
            "check", *arguments, "--baseline", "known.json", cwd=project / "ci"
        )
        assert done.code == 0
    assert (project / "ci/known.json").exists()


@pytest.mark.parametrize("path", ["../known.json", "/known.json"])
def test_out_of_the_project(project: Path, path: str) -> None:
    """Nothing out of the project is read or written."""
    for option in ([], ["--write-baseline"]):
        done = _check(project, "--baseline", path, *option)
        assert (done.code, done.out) == (2, "")
        assert "is not in the project" in done.err


def test_a_link_out(project: Path, tmp_path: Path) -> None:
    """Nor is it through a link."""
    (tmp_path / "known.json").write_text("mine")
    (project / DEFAULT).symlink_to(tmp_path / "known.json")
    _seed(project, ONE)
    assert _check(project, "--write-baseline").code == 1
    assert (tmp_path / "known.json").read_text() == "mine"


def test_missing(project: Path) -> None:
    """A baseline that is not there is not an empty one."""
    done = _check(project, "--baseline")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        f"error: there is no baseline `{DEFAULT}`",
        "help: write one: seedc check --write-baseline",
    ]
    _lowered(project, 'baseline = "ci/known.json"')
    assert "there is no baseline `ci/known.json`" in _check(project).err


def test_damaged(dirty: Path) -> None:
    """Where the baseline cannot be read nothing is hidden, and it is left alone."""
    (dirty / DEFAULT).write_text("[]")
    for option in ("--baseline", "--write-baseline"):
        done = _check(dirty, option)
        assert done.code == 1
        assert "invalid-baseline" in done.err
        assert "found 3 errors" in done.err
    assert (dirty / DEFAULT).read_text() == "[]"


def test_formats(dirty: Path) -> None:
    """A report for programs holds what is new, and nothing that is known."""
    _seed(dirty, ONE, OTHER, {"id": "c", "item_id": "spear"})
    done = _check(dirty, "--baseline", "--format", "json")
    assert [p["code"] for p in json.loads(done.out)["problems"]] == [
        "dangling-reference"
    ]


def test_after_a_fix(project: Path) -> None:
    """What can be repaired is repaired before the rest is known."""
    _seed(project, ONE, {"id": "b", "item_id": "swrod"})
    done = _check(project, "--fix", "--write-baseline")
    assert done.code == 0
    assert f"wrote {DEFAULT}: 1 known problem\n" in done.out
