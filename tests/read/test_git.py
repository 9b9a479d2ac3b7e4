"""Laws of where sources come from: their commit, as the ledger will tell."""

import subprocess
from pathlib import Path

import pytest

from seedc.model.release import NO_HISTORY, History
from seedc.read import git
from seedc.read.git import history_of

SOURCES = ("seeds", "schemas", "seedc.toml")


def told(folder: Path) -> tuple[History, list[str]]:
    """Return the history of a project, and what was told about it."""
    lines = list[str]()
    return history_of(folder, SOURCES, lines.append), lines


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep Git from the settings of this machine, and from a repository around."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "somebody")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "somebody@example.com")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a project of two commits."""
    root = tmp_path / "game"
    (root / "seeds").mkdir(parents=True)
    run(root, "init", "--quiet")
    for text in ("one", "two"):
        (root / "seeds/items.json").write_text(text, "utf-8")
        (root / "readme").write_text(text, "utf-8")
        run(root, "add", ".")
        run(root, "commit", "--quiet", "--message", text)
    return root


def run(folder: Path, *command: str) -> str:
    """Run Git, and return what it says."""
    done = subprocess.run(
        ["git", *command], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def test_clean(repository: Path) -> None:
    """Sources as they were committed have that commit, and those before it."""
    head, first = run(repository, "rev-list", "HEAD").split()
    assert told(repository) == (History(head, (head, first)), [])


def test_below(repository: Path) -> None:
    """A project may be a folder of a repository."""
    head = run(repository, "rev-parse", "HEAD")
    found = history_of(repository / "seeds", (".",), pytest.fail)
    assert found.commit == head


@pytest.mark.parametrize("path", ["seeds/items.json", "seeds/new.json", "seedc.toml"])
def test_dirty(repository: Path, path: str) -> None:
    """A source that is not what was committed is told by the commit's name."""
    head = run(repository, "rev-parse", "HEAD")
    (repository / path).write_text("three", "utf-8")
    found, _ = told(repository)
    assert (found.commit, found.ancestors[0]) == (f"{head}-dirty", head)


def test_other_files(repository: Path) -> None:
    """What seeds are not made of does not matter."""
    (repository / "readme").write_text("three", "utf-8")
    (repository / "new").write_text("three", "utf-8")
    assert told(repository)[0].commit == run(repository, "rev-parse", "HEAD")


def test_names(repository: Path) -> None:
    """The name of a folder is no pattern and no option."""
    for name in ("*", ":/", "--all"):
        found = history_of(repository, (name,), pytest.fail)
        (repository / "readme").write_text("three", "utf-8")
        assert found.commit == run(repository, "rev-parse", "HEAD")


def test_shallow(repository: Path, tmp_path: Path) -> None:
    """Of a shallow clone the commit is known, and not what was before it."""
    clone = ("clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")
    run(tmp_path, *clone)
    head = run(repository, "rev-parse", "HEAD")
    assert told(tmp_path / "shallow") == (History(head, ()), [])


def test_long(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A history that is too long counts as unknown, as a part of it would mislead."""
    monkeypatch.setattr(git, "MOST", 2)
    assert len(told(repository)[0].ancestors) == 2
    monkeypatch.setattr(git, "MOST", 1)
    assert told(repository)[0].ancestors == ()


def test_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a repository, a commit or Git there is no history, and no complaint."""
    assert told(tmp_path) == (NO_HISTORY, [])
    run(tmp_path, "init", "--quiet")
    assert told(tmp_path) == (NO_HISTORY, [])
    monkeypatch.setenv("PATH", "")
    assert told(tmp_path) == (NO_HISTORY, [])


def test_hook(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook of another repository does not make its commit that of the seeds."""
    (tmp_path / "other").mkdir()
    run(tmp_path / "other", "init", "--quiet")
    head = run(repository, "rev-parse", "HEAD")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "other/.git/index"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "other"))
    assert told(repository)[0].commit == head


def test_other_owner(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository of another user, as in a container, is told with the way out."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    found, (line,) = told(repository)
    assert found == NO_HISTORY
    assert f"git config --global --add safe.directory {repository}" in line


def test_silent(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Git that does not end is not waited for without end."""
    monkeypatch.setattr(git, "_SECONDS", 0.0)
    found, (line,) = told(repository)
    assert found == NO_HISTORY
    assert "stays unknown" in line


def test_harmless(repository: Path, tmp_path: Path) -> None:
    """To ask runs no program that the repository names, and writes nothing to it."""
    witness = tmp_path / "witness"
    run(repository, "config", "core.fsmonitor", f"touch {witness}; false")
    index = (repository / ".git/index").stat().st_mtime_ns
    (repository / "readme").touch()
    told(repository)
    assert not witness.exists()
    assert (repository / ".git/index").stat().st_mtime_ns == index
