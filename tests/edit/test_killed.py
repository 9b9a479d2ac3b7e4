"""The law of killed repairs."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.edit.game import BOM, FILES, write
from tests.support.command import ROOT, environment, seedc, tree


def test_killed_repair() -> None:
    """A repair killed at any moment leaves each file old or new, and no rubbish.

    The next one brings what is missing.
    """
    subprocess.run(
        [sys.executable, "-m", "tests.edit.killed_repairs"],
        cwd=ROOT,
        env=environment(),
        check=True,
    )


def test_repairs_at_once(tmp_path: Path) -> None:
    """Several repairs of one project wait for each other; one finds all the work."""
    for path, text in FILES.items():
        write(tmp_path, path, BOM + text)
    with ThreadPoolExecutor() as pool:
        runs = [pool.submit(seedc, "check", "--fix", cwd=tmp_path) for _ in range(4)]
    done = [run.result() for run in runs]
    assert [each.code for each in done] == [0] * 4
    worked = [each.out.startswith("nothing to fix") for each in done]
    assert sorted(worked) == [False, True, True, True]
    assert tree(tmp_path) == {path: text.encode() for path, text in FILES.items()}
