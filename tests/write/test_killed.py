"""The law of killed replacements."""

import subprocess
import sys

from tests.support.command import ROOT, environment


def test_killed_replacement() -> None:
    """A replacement killed at any moment leaves the old state, or one that shows.

    The next run brings any state, also when it is killed itself in between.
    """
    subprocess.run(
        [sys.executable, "-m", "tests.write.killed_replacements"],
        cwd=ROOT,
        env=environment(),
        check=True,
    )
