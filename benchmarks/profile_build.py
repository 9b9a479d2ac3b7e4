"""Where the time of `seedc build` of 100,000 records goes, within one process."""

import cProfile
import gc
import pstats
import sys
import tempfile
from pathlib import Path

from data import make_project
from measure import ROOT

RECORDS = 100_000
LINES = 25


def main() -> None:
    """Measure and print the functions that take most of the time themselves."""
    sys.path.insert(0, str(ROOT / "generator"))
    # After the path is set, as the package need not be installed.
    from seedc.model.project import Project  # noqa: PLC0415
    from seedc.pipeline import compile_project, read_project, write  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name:
        make_project(Path(name), RECORDS)
        project = read_project(Path(name))
        assert isinstance(project, Project)
        gc.disable()  # as the command does
        profile = cProfile.Profile()
        profile.enable()
        write(project, compile_project(project))
        profile.disable()
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(LINES)


if __name__ == "__main__":
    main()
