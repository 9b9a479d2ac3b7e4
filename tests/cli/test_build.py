"""Laws of `build`, alone, beside others, and killed."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from seedc.folder_lock import flocked
from seedc.write.replace import held_still, locked
from tests.cli.conftest import DANGLING
from tests.support.command import ROOT, begin, environment, seedc, tree

FILES = [
    "catalog.json",
    "editor/drops.schema.json",
    "editor/items.schema.json",
    "manifest.json",
    "postgres/schema.sql",
    "postgres/seed.sql",
]
WITHOUT_DROPS = """\
missing  out/catalog.json
differs  out/postgres/schema.sql
differs  out/postgres/seed.sql
differs  out/manifest.json
stale    out/editor/drops.schema.json
out/ is not what the sources say; run `seedc build`
"""


def test_build(project: Path) -> None:
    """A build says how many files it made, and a second one that nothing changed."""
    assert seedc("build", cwd=project).out == "built 6 files in out/: 6 new\n"
    assert sorted(tree(project / "out")) == FILES
    assert seedc("build", cwd=project).out == "built 6 files in out/: nothing changed\n"


def test_check(project: Path) -> None:
    """`--check` names what is missing, differs and is stale, and writes nothing."""
    seedc("build", cwd=project)
    _drop_a_table(project)
    (project / "out/catalog.json").unlink()
    before = _states(project)
    done = seedc("build", "--check", cwd=project)
    assert (done.code, done.out, done.err) == (1, WITHOUT_DROPS, "")
    assert before == _states(project)


def test_fresh(project: Path) -> None:
    """`--check` after a build finds nothing, and writes nothing."""
    seedc("build", cwd=project)
    before = _states(project)
    done = seedc("build", "--check", cwd=project)
    assert (done.code, done.out) == (0, "out/ is fresh: 6 files\n")
    assert before == _states(project)


def test_never_built(project: Path) -> None:
    """`--check` without an output folder makes none."""
    done = seedc("build", "--check", cwd=project)
    assert done.code == 1
    named = sorted(done.out.splitlines()[:-1])
    assert named == [f"missing  out/{path}" for path in FILES]
    assert not (project / "out").exists()


def test_dropped_table(project: Path) -> None:
    """A build removes the files of a table that is no more, and no others."""
    seedc("build", cwd=project)
    (project / "out/editor/mine.json").write_text("mine")
    _drop_a_table(project)
    done = seedc("build", cwd=project)
    assert done.out == "built 5 files in out/: 4 changed, 1 removed\n"
    gone = {"editor/drops.schema.json"}
    assert {*FILES, "editor/mine.json"} - gone == tree(project / "out").keys()


def test_problems(project: Path) -> None:
    """Where there are problems nothing in the output folder changes."""
    (project / "seeds/drops.json").write_text(DANGLING)
    assert seedc("build", cwd=project).code == 1
    assert not (project / "out").exists()
    seedc("build", cwd=project)
    before = _states(project)
    assert seedc("build", cwd=project).code == 1
    assert before == _states(project)


def test_builds_at_once(project: Path) -> None:
    """Builds and checks at once wait for each other, and all end right."""
    arguments = [["build"], ["build", "--check"], ["build"], ["build", "--check"]]
    processes = [begin(*each, cwd=project) for each in arguments]
    for given, process in zip(arguments, processes, strict=True):
        with process:
            _, complaints = process.communicate(timeout=100)
        assert complaints == ""
        assert process.returncode in ({0} if given == ["build"] else {0, 1})
    assert seedc("build", "--check", cwd=project).code == 0
    assert sorted(tree(project / "out")) == FILES
    assert not (project / "out/.seedc").exists()


def test_build_beside_a_build(project: Path) -> None:
    """A build waits for one that runs, and so does a check."""
    with locked(project / "out"):
        waiting = [begin("build", cwd=project), begin("build", "--check", cwd=project)]
        (project / "out/catalog.json").write_text("half written")
        for process in waiting:
            try:
                process.wait(1.5)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError(process.args)
    for process in waiting:
        with process:
            process.communicate(timeout=100)
    assert waiting[0].returncode == 0


def test_newer_sources_win(project: Path) -> None:
    """A build that waits for another one reads its sources only after that."""
    with flocked(project, shared=False):
        waiting = begin("build", cwd=project)
        with suppress(subprocess.TimeoutExpired):
            waiting.wait(1.5)
        _drop_a_table(project)
    with waiting:
        waiting.communicate(timeout=100)
    assert seedc("build", "--check", cwd=project).code == 0


def test_check_beside_a_check(project: Path) -> None:
    """Checks do not wait for each other."""
    seedc("build", cwd=project)
    with held_still(project / "out"):
        assert seedc("build", "--check", cwd=project).code == 0


def test_killed(project: Path) -> None:
    """A build killed at any moment leaves the old state, or one that shows.

    The next build brings the new one.
    """
    subprocess.run(
        [sys.executable, "-m", "tests.cli.killed_builds", project],
        cwd=ROOT,
        env=environment(),
        check=True,
    )


def _drop_a_table(project: Path) -> None:
    (project / "schemas/drops.schema.json").unlink()
    (project / "seeds/drops.json").unlink()


def _states(folder: Path) -> dict[Path, tuple[int, int]]:
    paths = [folder, *folder.rglob("*")]
    return {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in paths}
