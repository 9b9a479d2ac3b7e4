"""The packages, byte for byte."""

from pathlib import Path

import pytest

from seedc.emit.typescript import emit
from tests.emit.typescript.cases import CASES

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", CASES)
def test_package(name: str, *, update_golden: bool) -> None:
    """A package is the one that was reviewed; no file is missing or left over."""
    case = CASES[name]
    files = emit(case.catalog, case.rows, case.options)
    actual = {file.path: file.content for file in files}
    expected = _read(GOLDEN / name)
    if update_golden and actual != expected:
        _write(GOLDEN / name, actual, stale=expected.keys() - actual.keys())
        pytest.fail(f"updated {GOLDEN / name}")
    assert actual == expected


def test_every_golden_folder_has_a_case() -> None:
    """No golden folder outlives its case."""
    assert {folder.name for folder in GOLDEN.iterdir()} == set(CASES)


def _read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _write(folder: Path, files: dict[str, bytes], stale: set[str]) -> None:
    for name in stale:
        (folder / name).unlink()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
