"""`seedc check` on the sample, cold, against check-jsonschema on its largest file."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measure import ROOT, SEEDC, Run, in_turn, median, ratios, run, show

ROUNDS = 9
LIMIT = 1.5
LIMIT_WITH_RULES = 3.0


def main() -> None:
    """Measure and print."""
    with _sample_that_is_up() as sample:
        seeds = max(
            (sample / "seeds").rglob("*.json"), key=lambda file: file.stat().st_size
        )
        commands = [
            ((*SEEDC, "check", "--no-rules"), sample),
            ((*SEEDC, "check"), sample),
            (_rival(sample, seeds), sample),
        ]
        without, with_rules, theirs = in_turn(commands, ROUNDS)
    print(f"cold check of the sample, and of {seeds.name} alone by check-jsonschema")
    show("check-jsonschema", [r.seconds for r in theirs], " s")
    _compare("seedc check --no-rules", without, theirs, LIMIT)
    _compare("seedc check, with the server up", with_rules, theirs, LIMIT_WITH_RULES)


@contextmanager
def _sample_that_is_up() -> Iterator[Path]:
    """Copy the sample, as its own server may be in use."""
    with tempfile.TemporaryDirectory(prefix="seedc-bench-") as folder:
        sample = Path(folder) / "sample"
        for name in ("seeds", "schemas", "rules", "out"):
            shutil.copytree(ROOT / name, sample / name)
        shutil.copy(ROOT / "seedc.toml", sample)
        try:
            run((*SEEDC, "up", "--no-rules"), sample)
            yield sample
        finally:
            run((*SEEDC, "down", "--reset"), sample)


def _rival(sample: Path, seeds: Path) -> tuple[str, ...]:
    table = seeds.parent.name if seeds.parent.name != "seeds" else seeds.stem
    schema = sample / f"out/editor/{table}.schema.json"
    options = ("--schemafile", str(schema), str(seeds))
    return (sys.executable, "-m", "check_jsonschema", *options)


def _compare(label: str, ours: list[Run], theirs: list[Run], limit: float) -> None:
    show(label, [r.seconds for r in ours], " s")
    show("ratio", ratios(ours, theirs))
    verdict = "reached" if median(ratios(ours, theirs)) <= limit else "missed"
    print(f"  goal: at most {limit}: {verdict}")


if __name__ == "__main__":
    main()
