"""Run commands as whole processes and measure their time and memory."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import final

ROOT = Path(__file__).parent.parent
SEEDC = (sys.executable, "-m", "seedc")

_PAUSE = 0.01


@final
@dataclass(frozen=True, slots=True)
class Run:
    """One finished process.

    Attributes:
        seconds: Wall time from start to end.
        processor: Seconds of processor time, which other work disturbs less.
        peak: Most memory of the process and its children together, in bytes; shared
            pages count once (proportional set size).
        output: What it printed.
    """

    seconds: float
    processor: float
    peak: int
    output: str


def run(
    command: Sequence[str], folder: Path = ROOT, fine: Collection[int] = (0,)
) -> Run:
    """Run a command to its end.

    Args:
        command: The command.
        folder: Where to run it.
        fine: Exit codes that are no failure.

    Raises:
        RuntimeError: It failed.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    used, started = _processor(), time.perf_counter()
    # A pipe that nobody reads would stop a long report.
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=printed, stderr=printed
        )
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(_memory, _family(process.pid))))
            time.sleep(_PAUSE)
        seconds = time.perf_counter() - started
        printed.seek(0)
        output = printed.read()
    if process.returncode not in fine:
        message = f"{' '.join(command)} ended with {process.returncode}:\n{output}"
        raise RuntimeError(message)
    return Run(seconds, _processor() - used, peak, output)


def in_turn(
    commands: Sequence[tuple[Sequence[str], Path]],
    rounds: int,
    fine: Collection[int] = (0,),
) -> list[list[Run]]:
    """Run commands in turn, A B A B ..., as the machine's speed drifts.

    Returns:
        The runs of each command, after one round that does not count.
    """
    rounds_run = [
        [run(*command, fine) for command in commands] for _ in range(rounds + 1)
    ]
    return [list(runs) for runs in zip(*rounds_run[1:], strict=True)]


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def ratios(runs: Sequence[Run], others: Sequence[Run]) -> list[float]:
    """Return the ratios of times, pair by pair."""
    return [a.seconds / b.seconds for a, b in zip(runs, others, strict=True)]


def show(label: str, values: Sequence[float], unit: str = "") -> None:
    """Print the median of some values, and their range."""
    low, high = min(values), max(values)
    print(f"  {label:44} {median(values):8.2f}{unit}   ({low:.2f} to {high:.2f})")


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        found = [int(child) for child in children.read_text().split()]
    except OSError:
        return [pid]
    return [pid, *(p for child in found for p in _family(child))]


def _memory(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    line = next((li for li in text.splitlines() if li.startswith("Pss:")), "Pss: 0")
    return int(line.split()[1]) * 1024
