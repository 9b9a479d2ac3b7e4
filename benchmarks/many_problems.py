"""`seedc check` of 100,000 records with 10,000 problems, against that of as many clean.

A project for each kind of problem, of tiny records and of ordinary ones; and each in
every format. Names of kinds as arguments measure only those.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from measure import SEEDC, Run, median, run
from problems import KINDS, ORDINARY, TINY, Others, make_wrong

RECORDS = 100_000
EACH = 10
ROUNDS = 3
LIMIT = 2
FORMATS = "text", "json", "sarif", "github"


def main() -> None:
    """Measure and print."""
    kinds = sys.argv[1:] or [*KINDS]
    for label, others in (("ordinary", ORDINARY), ("tiny", TINY)):
        print(f"{RECORDS:,} {label} records, one in {EACH} wrong: processor time")
        print(f"  {'':34} {'clean':>7}  " + " ".join(f"{f:>18}" for f in FORMATS))
        worst = max(_measure(kind, others) for kind in kinds)
        verdict = "reached" if worst <= LIMIT else f"missed: {worst:.2f}"
        print(f"  goal: all at most {LIMIT} times the clean check: {verdict}")


def _measure(kind: str, others: Others) -> float:
    """Print the ratios of one kind and return the largest."""
    with tempfile.TemporaryDirectory(prefix="seedc-benchmark-") as scratch:
        clean, wrong = Path(scratch, "clean"), Path(scratch, "wrong")
        make_wrong(clean, KINDS[kind], RECORDS, 0, others)
        make_wrong(wrong, KINDS[kind], RECORDS, EACH, others)
        rounds = [_round(clean, wrong) for _ in range(ROUNDS)]
    ratios = [[r.processor / first.processor for r in rest] for first, *rest in rounds]
    columns = list(zip(*ratios, strict=True))
    shown = " ".join(
        f"{median(c):5.2f} ({min(c):.2f} to {max(c):.2f})" for c in columns
    )
    seconds = statistics.median(first.processor for first, *_ in rounds)
    print(f"  {kind:34} {seconds:6.2f}s  {shown}", flush=True)
    return max(map(median, columns))


def _round(clean: Path, wrong: Path) -> list[Run]:
    first = run((*SEEDC, "check"), clean)
    others = [run((*SEEDC, "check", "--format", f), wrong, (1,)) for f in FORMATS]
    assert all("found 10,000 errors in 1 file" in each.output for each in others)
    return [first, *others]


if __name__ == "__main__":
    main()
