"""The ledger as text for people, and as JSON for programs.

42  2026-01-13 09:30:00 UTC  apply     alice as seedc_deploy  3f2a91c04b7e
    1 deleted, 2 updated in 1 table (0.21 s)
    enemies.json: 1.3.0 -> 1.4.0
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import cast

from seedc.diagnostics.paint import BOLD, RED, Paint, painter
from seedc.diagnostics.plain_json import plain_json
from seedc.diagnostics.visible import encodable
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.plan import Action
from seedc.model.run import Run
from seedc.plan_text.lines import shown
from seedc.plan_text.words import counted, tally_done
from seedc.text.secrets import redact

_SHORT = 12  # characters of a commit that people look at


def history_text(runs: Sequence[Run], *, color: bool = False) -> str:
    """Return runs as text, in their order.

    Args:
        runs: The runs.
        color: Whether it goes to a terminal that knows colours.
    """
    width = max((len(str(run.number)) for run in runs), default=0)
    paint = painter(color=color)
    blocks = ["\n".join(_brief(run, width, paint)) for run in runs]
    return "\n\n".join(blocks) + "\n"


def _brief(run: Run, width: int, paint: Paint) -> Iterator[str]:
    whole, dash, dirty = (run.commit or "").partition("-")
    commit = f"{whole[:_SHORT]}{dash}{dirty}"
    head = f"{run.number:>{width}}  {run.started_at} UTC  {run.kind:<8}"
    yield f"{paint(head, BOLD)}  {shown(_who(run))}  {shown(commit)}".rstrip()
    space = " " * (width + 2)
    yield from (f"{space}{line}" for line in _lines(run, paint))


def _lines(run: Run, paint: Paint) -> Iterator[str]:
    if run.outcome == "failed":
        yield f"{paint('failed', RED)}: {shown(run.error or '')} ({_seconds(run)})"
    else:
        yield f"{_done(run)} ({_seconds(run)})"
    if run.kind == "rollback" and run.outcome == "done":
        yield f"back to {_state(run.restores)}"
    for file, (then, now) in run.changed_versions.items():
        yield f"{shown(file)}: {shown(then or 'none')} -> {shown(now or 'none')}"
    if run.allowed:
        yield f"allowed: {shown(', '.join(run.allowed))}"


def _who(run: Run) -> str:
    return f"{run.actor or 'somebody'} as {run.role}"


def _seconds(run: Run) -> str:
    return f"{float(run.seconds):.2f} s"


def _state(number: int | None) -> str:
    return "the state before the first run" if number is None else f"run {number}"


def _done(run: Run) -> str:
    totals = Counter[str]()
    for counts in run.changes.values():
        totals.update(counts)
    told = tally_done(cast("dict[Action, int]", totals))
    tables = counted(len(run.changes), "table")
    return f"{told} in {tables}" if told else "no row changed"


def run_text(run: Run, *, color: bool = False) -> str:
    """Return all that the ledger says of a run, as text."""
    paint = painter(color=color)
    done = {"failed": RED}.get(run.outcome, BOLD)
    lines = [
        paint(
            f"run {run.number} of {shown(run.target)}: {run.kind}, {run.outcome}", done
        ),
        *(f"  {name}: {shown(value)}" for name, value in _facts(run) if value),
        *_block("versions", _versions(run)),
        *_block(
            "rows", (f"{shown(t)}: {_counts(run, t)}" for t in sorted(run.changes))
        ),
        *_block(
            "content by table",
            (f"{shown(t)}: {h}" for t, h in sorted(run.hashes.items())),
        ),
    ]
    return "\n".join(lines) + "\n"


def _facts(run: Run) -> Iterator[tuple[str, str]]:
    yield "started", f"{run.started_at} UTC"
    yield "took", f"{run.seconds} s"
    yield "actor", run.actor or "unknown"
    yield "role", run.role
    yield "commit", run.commit or "unknown"
    yield "tool", run.tool
    yield "after", "" if run.previous is None else f"run {run.previous}"
    if run.kind == "rollback" and run.outcome == "done":
        yield "back to", _state(run.restores)
    yield "content", run.digest or ""  # as plans name it
    yield "fingerprint", run.fingerprint or ""
    yield "allowed", ", ".join(run.allowed)
    yield "error", run.error or ""


def _versions(run: Run) -> Iterator[str]:
    changed = run.changed_versions
    for file in sorted({*changed, *run.versions}):
        now = run.versions.get(file, "none")
        then = changed[file][0] or "none" if file in changed else None
        told = now if then is None else f"{then} -> {now}"
        yield f"{shown(file)}: {shown(told)}"


def _counts(run: Run, table: str) -> str:
    counts = cast("dict[Action, int]", run.changes[table])
    return tally_done(counts)


def _block(title: str, lines: Iterator[str]) -> Iterator[str]:
    every = [*lines]
    if every:
        yield f"  {title}"
        yield from (f"    {line}" for line in every)


def history_json(runs: Sequence[Run]) -> str:
    """Return runs as a JSON document in ASCII, one run a line."""
    said = ",\n".join(plain_json(_said(run)) for run in runs)
    return f'{{"format": 1, "runs": [\n{said}\n]}}\n'


def _said(run: Run) -> JsonObject:
    changed = run.changed_versions.items()
    versions = {file: {"then": then, "now": now} for file, (then, now) in changed}
    said = {k: v for k, v in asdict(run).items() if k != "before"}
    return cast("JsonObject", _safe({**said, "changed_versions": versions}))


def _safe(value: object) -> JsonValue:
    if isinstance(value, str):
        return encodable(redact(value))
    if isinstance(value, dict):
        return {encodable(redact(str(k))): _safe(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_safe(each) for each in value]
    return cast("JsonValue", value)
