"""The packages are, byte for byte, those in `golden`, which users would read."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.emit.python.case import CASES, GOLDEN, files_of

MODULES = ["__init__.py", "enums.py", "models.py", "py.typed", "records.py"]


@pytest.mark.parametrize("case", CASES)
def test_a_package_is_as_its_golden_files(case: str, *, update_golden: bool) -> None:
    """The output of a case is what `golden` holds."""
    actual = files_of(case)
    if update_golden:
        _write(actual)
        pytest.fail("golden files were written")
    assert actual == _kept(case)


@pytest.mark.parametrize("case", CASES)
def test_a_package_has_five_files(case: str) -> None:
    """A package is its modules, and the mark that it is typed."""
    assert sorted(files_of(case)) == [f"{case}/{name}" for name in MODULES]


def test_each_golden_folder_has_a_case() -> None:
    """No expectation stays behind when its case is gone."""
    folders = {p.parent.name for p in GOLDEN.glob("*/py.typed")}
    assert folders == set(CASES)


@pytest.mark.parametrize("command", [["check", "-q"], ["format", "--check", "-q"]])
def test_a_package_looks_as_if_ruff_had_formatted_it(command: list[str]) -> None:
    """Neither linter nor formatter has anything to say about a package."""
    ruff = Path(sys.executable).with_name("ruff")
    subprocess.run([ruff, *command, "--no-cache", GOLDEN], check=True)


def _write(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        target = GOLDEN / path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content)


def _kept(case: str) -> dict[str, bytes]:
    files = (p for p in (GOLDEN / case).iterdir() if p.is_file())
    return {f"{case}/{p.name}": p.read_bytes() for p in files}
