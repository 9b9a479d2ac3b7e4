"""A `seedc.toml` that is too deep, too large, or leads out of the project."""

from pathlib import Path

import pytest

from tests.hostile.bounded import check
from tests.support.projects import MINIMAL

MANY = 100_000
KEY = "k" * 1_000_000

TEXTS = {
    "lists": f"x = {'[' * MANY}",
    "tables": f"x = {'{a=' * MANY}",
    "dotted": f"{'a.' * MANY}a = 1",
    "header": f"[{'.'.join(['a'] * MANY)}]",
    "quoted": "'a'." * MANY + "a = 1",
    "digits": f"x = {'1' * 1_000_000}",
    "hexadecimal": f"x = 0x{'f' * 1_000_000}",
    "long-key": f"{KEY} = 1",
    "long-value": f'x = "{KEY}"',
    "infinity": "[deploy]\nlock_timeout = inf",
    "date": "[severity]\ninvalid-json = 1979-05-27",
    "patterns": '[tables."(a+)+$"]\nx = 1\n["(((["]\nx = 1',
    "controls": '[tables."\\u0000\\u001b[31m\\u202e"]\nx = 1',
    "latin-1": MINIMAL.replace("game", "\xe9"),
    "many": "".join(f"k{i} = 1\n" for i in range(2000)),
    "many-tables": "".join(f"[tables.t{i}]\n" for i in range(2000)),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=[*TEXTS])
def test_odd_project_files(tmp_path: Path, text: str) -> None:
    """Each is a problem in words."""
    assert check(tmp_path, {"seedc.toml": MINIMAL + text + "\n"})


@pytest.mark.parametrize("key", ["seeds", "schemas", "rules", "out"])
@pytest.mark.parametrize(
    "path", ["..", "/etc", "../x", "a/../..", "", "\\u0000", "C:\\\\x", "a/" * 2000]
)
def test_folders_elsewhere(tmp_path: Path, key: str, path: str) -> None:
    """No key takes a folder that is not in the project."""
    text = MINIMAL.replace("name", f'{key} = "{path}"\nname')
    assert check(tmp_path, {"seedc.toml": text})
