"""Time and memory of `seedc build` at 1,000, 10,000 and 100,000 records."""

import shutil
import tempfile
from pathlib import Path

from data import make_project
from measure import SEEDC, Run, median, run

SIZES = (0, 1_000, 10_000, 100_000)
ROUNDS = 3


def main() -> None:
    """Measure and print; the run without records is what a build costs at least."""
    base: tuple[float, float] | None = None
    print("   records     seconds   MB peak   more than none, per 1,000 records")
    for size in SIZES:
        runs = _measure(size)
        seconds = median([r.seconds for r in runs])
        peak = median([r.peak / 1e6 for r in runs])
        base = base or (seconds, peak)
        more = ""
        if size:
            thousand = size / 1000
            time, space = (seconds - base[0]) / thousand, (peak - base[1]) / thousand
            more = f"{time * 1000:8.1f} ms {space:8.2f} MB"
        print(f"{size:>10,} {seconds:>11.2f} {peak:>9.0f}   {more}")


def _measure(size: int) -> list[Run]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_project(folder, size)
        runs = []
        for _ in range(ROUNDS):
            shutil.rmtree(folder / "out", ignore_errors=True)
            runs.append(run((*SEEDC, "build"), folder))
        return runs


if __name__ == "__main__":
    main()
