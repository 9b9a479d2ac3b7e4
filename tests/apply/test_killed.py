"""The law of killed applies."""

import subprocess
import sys

from tests.apply.profile import IS_LONG
from tests.support.command import ROOT, environment

STEP = 1 if IS_LONG else 3


def test_killed(newest: str) -> None:
    """An apply that is killed at any moment leaves the old state or the new.

    The ledger says which, and the next apply goes on from there.
    """
    subprocess.run(
        [sys.executable, "-m", "tests.apply.killed_applies", newest, str(STEP)],
        cwd=ROOT,
        env=environment(),
        check=True,
    )
