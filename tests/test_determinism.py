"""The law that the same input makes the same bytes, wherever and whenever."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command import seedc, tree
from tests.support.sample import SOURCES, copy_sample

Variation = Callable[[Path], dict[str, str]]
"""Changes a copy of the sample in what must not matter; returns the environment."""


def _other_hashes(_: Path) -> dict[str, str]:
    return {"PYTHONHASHSEED": "1"}


def _other_machine(project: Path) -> dict[str, str]:
    _written_backwards(project)
    return {
        "PYTHONHASHSEED": "random",
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
        "TZ": "Asia/Kathmandu",
        "HOME": "/nonexistent",
        "USER": "somebody",
        "COLUMNS": "20",
    }


def _windows(project: Path) -> dict[str, str]:
    for file in _sources(project):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    return {"PYTHONHASHSEED": "2"}


def _written_backwards(project: Path) -> None:
    """Make the sources anew in another order, as other file systems list them."""
    contents = [(path, path.read_bytes()) for path in _sources(project)]
    for name in ("schemas", "seeds"):
        shutil.rmtree(project / name)
    for path, content in reversed(contents):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _sources(project: Path) -> list[Path]:
    found = [p for name in SOURCES for p in (project / name).rglob("*")]
    return [path for path in sorted(found) if path.is_file()]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build of the sample makes."""
    project = copy_sample(tmp_path_factory.mktemp("plain") / "project")
    done = seedc("build", cwd=project, env={"PYTHONHASHSEED": "0"})
    assert done.code == 0, done.err
    return tree(project / "out")


@pytest.mark.parametrize("vary", [_other_hashes, _other_machine, _windows])
def test_same_bytes(
    tmp_path: Path, expected: dict[str, bytes], vary: Variation
) -> None:
    """The same sources make the same bytes."""
    project = copy_sample(tmp_path / "elsewhere" / "a folder ü")
    env = vary(project)
    done = seedc("build", "-C", project / "seeds", cwd=tmp_path, env=env)
    assert done.code == 0, done.err
    made = tree(project / "out")
    assert expected.keys() == made.keys()
    assert [path for path in made if made[path] != expected[path]] == []


def test_no_trace_of_the_machine(expected: dict[str, bytes]) -> None:
    """No output names a folder of the machine, and each is text that ends in a line."""
    for path, content in expected.items():
        text = content.decode("utf-8")
        assert "/tmp/" not in text, path  # noqa: S108, where the sample was built
        assert "\r" not in text, path
        assert text == "" or (text[-1:] == "\n" and text[-2:] != "\n\n"), path
