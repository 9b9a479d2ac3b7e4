"""`seedc build` of 100,000 records, against `json.loads` and check-jsonschema."""

import sys
import tempfile
from pathlib import Path

from data import make_project
from measure import SEEDC, Run, in_turn, median, ratios, run, show

RECORDS = 100_000
ROUNDS = 5
LIMIT_TIME, LIMIT_MEMORY, LIMIT_RIVAL = 6.0, 12.0, 2.5

_LOADS = """
import json, sys, time
text = open(sys.argv[1]).read()
started = time.perf_counter()
json.loads(text)
print(time.perf_counter() - started)
"""
_FRESH = "import shutil, sys; shutil.rmtree('out', ignore_errors=True)"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeds = make_project(folder, RECORDS)
        size = seeds.stat().st_size
        print(f"{RECORDS:,} records of 15 fields, {size / 1e6:.0f} MB")
        _, builds, loads = in_turn(
            [
                ((sys.executable, "-c", _FRESH), folder),
                ((*SEEDC, "build"), folder),
                ((sys.executable, "-c", _LOADS, str(seeds)), folder),
            ],
            ROUNDS,
        )
        rival = _rival(folder, seeds)
        unchanged = [run((*SEEDC, "build"), folder) for _ in range(3)]
    _report(builds, loads, rival, unchanged, size)


def _rival(folder: Path, seeds: Path) -> Run:
    """Validate with check-jsonschema: the envelope, and the records by their schema."""
    schema = folder / "out/editor/items.schema.json"
    return run(
        (
            sys.executable,
            "-m",
            "check_jsonschema",
            "--schemafile",
            str(schema),
            str(seeds),
        ),
        folder,
    )


def _report(
    builds: list[Run], loads: list[Run], rival: Run, unchanged: list[Run], size: int
) -> None:
    parsed = [Run(float(r.output), r.processor, r.peak, "") for r in loads]
    memory = [r.peak / size for r in builds]
    show("json.loads, alone", [r.seconds for r in parsed], " s")
    show(
        "seedc build, all targets, nothing there yet", [r.seconds for r in builds], " s"
    )
    show("seedc build again, nothing changed", [r.seconds for r in unchanged], " s")
    show("check-jsonschema, validation only", [rival.seconds], " s")
    times = ratios(builds, parsed)
    faster = [rival.seconds / r.seconds for r in builds]
    show("ratio to json.loads", times)
    print(f"  goal: at most {LIMIT_TIME}: {_verdict(median(times) <= LIMIT_TIME)}")
    show("peak memory, times the file", memory)
    print(f"  goal: at most {LIMIT_MEMORY}: {_verdict(max(memory) <= LIMIT_MEMORY)}")
    show("times faster than check-jsonschema", faster)
    print(f"  goal: at least {LIMIT_RIVAL}: {_verdict(median(faster) >= LIMIT_RIVAL)}")


def _verdict(*goals: bool) -> str:
    return "reached" if all(goals) else "missed"


if __name__ == "__main__":
    main()
