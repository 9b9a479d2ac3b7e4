"""What drifted, as text and Markdown for people and as JSON for programs.

enemies: 1 edited, 1 pending
  edited goblin
      hp: 25 -> 24 (-1, -4 %)
  pending orc, to update
      name: "Orc" -> "Ork"

drift: 1 edited; 1 pending; 97 rows as applied
values: what is live -> what the file says
target: roguelike in postgresql://db.example/game, after run 42
"""

from collections import Counter
from collections.abc import Iterator

from seedc.diagnostics.paint import BOLD, CYAN, GREEN, RED, YELLOW, Paint, painter
from seedc.diagnostics.plain_json import plain_json
from seedc.diagnostics.visible import encodable
from seedc.model.drift import DRIFT, KINDS, Drift, DriftedRow, DriftedTable
from seedc.model.json_value import JsonObject
from seedc.plan_text.lines import shown
from seedc.plan_text.values import change_text, key_text
from seedc.plan_text.words import counted
from seedc.text.secrets import redact

MOST = 20
"""Rows of a table that are shown unless all are wanted."""

_OTHER_COLUMNS = (
    "the seeds own other columns than when they were applied last: live rows are"
    " compared with the file alone"
)


def drift_text(found: Drift, *, color: bool = False) -> str:
    """Return what drifted as text.

    Args:
        found: What drifted.
        color: Whether it goes to a terminal that knows colours.
    """
    paint = painter(color=color)
    blocks = ["\n".join(_table(table, paint)) for table in found.tables]
    blocks.append("\n".join(_ending(found, paint)))
    return "\n\n".join(blocks).replace("##[", "##(") + "\n"


def _table(table: DriftedTable, paint: Paint) -> Iterator[str]:
    yield paint(f"{shown(table.table)}: {_tally([table])}", BOLD)
    if not table.comparable:
        yield f"  {paint('note', CYAN)}: {_OTHER_COLUMNS}"
    # What somebody did comes first.
    rows = sorted(table.rows, key=lambda row: KINDS.index(row.kind))
    for row in rows[:MOST]:
        yield from (f"  {line}" for line in _row(row, paint))
    if more := len(rows[MOST:]):
        yield f"  ... and {more:,} more"


def _row(row: DriftedRow, paint: Paint) -> Iterator[str]:
    label = paint(row.kind, RED if row.kind in DRIFT else YELLOW)
    new = f" -> {key_text(row.new_key)}" if row.new_key else ""
    action = f", to {row.action}" if row.kind == "pending" else ""
    yield f"{label} {key_text(row.key)}{new}{action}"
    for change in row.columns:
        yield f"    {change_text(change)}"


def _ending(found: Drift, paint: Paint) -> Iterator[str]:
    drifted = _tally(found.tables, only=DRIFT)
    others = _tally(found.tables, only=frozenset(KINDS) - DRIFT)
    rows = f"{counted(found.unchanged, 'row')} as applied"
    told = "; ".join(filter(None, [drifted, others, rows]))
    if drifted:
        yield paint(f"drift: {told}", RED)
    else:
        yield paint(f"no drift: {told}", GREEN)
    if any(row.columns for table in found.tables for row in table.rows):
        yield "values: what is live -> what the file says"
    run = "no run yet" if found.head is None else f"after run {found.head}"
    yield f"target: {shown(found.target)} in {shown(found.database)}, {run}"


def _tally(
    tables: tuple[DriftedTable, ...] | list[DriftedTable],
    only: frozenset[str] | None = None,
) -> str:
    counts = Counter(row.kind for table in tables for row in table.rows)
    kinds = [kind for kind in KINDS if counts[kind] and (only is None or kind in only)]
    return ", ".join(f"{counts[kind]:,} {kind}" for kind in kinds)


def drift_markdown(found: Drift) -> str:
    """Return what drifted as Markdown, as for a scheduled job."""
    title = "Drift" if found.has_drifted else "No drift"
    fence = "`" * 4
    return f"### {title}\n\n{fence}text\n{drift_text(found).rstrip()}\n{fence}\n"


def drift_json(found: Drift) -> str:
    """Return what drifted as a JSON document in ASCII, with all rows, one a line."""
    head: JsonObject = {
        "format": 1,
        "target": _safe(found.target),
        "database": _safe(found.database),
        "head": found.head,
        "drifted": found.has_drifted,
        "unchanged": found.unchanged,
    }
    rows = [plain_json(_said(t, row)) for t in found.tables for row in t.rows]
    listed = ",\n".join(rows)
    return f'{plain_json(head)[:-1]}, "rows": [\n{listed}\n]}}\n'


def _said(table: DriftedTable, row: DriftedRow) -> JsonObject:
    return {
        "table": _safe(table.table),
        "kind": row.kind,
        "action": row.action,
        "key": [_safe(part) for part in row.key],
        **({"new_key": [_safe(part) for part in row.new_key]} if row.new_key else {}),
        "comparable": table.comparable,
        "columns": {
            _safe(change.column): {
                "live": None if change.old is None else _safe(change.old),
                "file": None if change.new is None else _safe(change.new),
            }
            for change in row.columns
        },
    }


def _safe(text: str) -> str:
    return encodable(redact(text))
