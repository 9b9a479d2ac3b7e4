"""The parts of a plan as lines, which text and Markdown share."""

from collections.abc import Iterable, Iterator

from seedc.diagnostics.paint import CYAN, GREEN, RED, YELLOW, Paint, Style
from seedc.diagnostics.visible import sentence, visible
from seedc.model.plan import Action, Impact, Plan, Refusal, RowChange, TablePlan
from seedc.plan_text.advice import ADVICE
from seedc.plan_text.choice import choose
from seedc.plan_text.values import change_text, key_text, listed_key
from seedc.plan_text.words import counted, shortened, tally
from seedc.text.secrets import redact

_SIGNS: dict[Action, tuple[str, Style]] = {
    "delete": ("-", RED),
    "retire": ("-", RED),
    "rename": ("~", CYAN),
    "update": ("~", YELLOW),
    "insert": ("+", GREEN),
}
_MOST_KEYS = 10
_SHORT_DIGEST = 12


def shown(text: str) -> str:
    """Return words of a plan without secrets, visible, and not too long."""
    return sentence(redact(text))


def table_head(table: TablePlan) -> str:
    """Say how many rows of a table change, and how."""
    what = [tally(table.counts), f"{table.unchanged:,} unchanged"]
    return f"{shown(table.table)}: {', '.join(filter(None, what))}"


def row_lines(table: TablePlan, most: int | None, paint: Paint) -> Iterator[str]:
    """Yield the rows of a table that change, and what changes in them."""
    rows, more = choose(table.rows or (), most)
    for row in rows:
        yield from _row(row, paint)
    if hidden := sum(more.values()):
        what = f" to {next(iter(more))}" if len(more) == 1 else f": {tally(more)}"
        yield f"... and {hidden:,} more{what}"


def _row(row: RowChange, paint: Paint) -> Iterator[str]:
    sign, style = _SIGNS.get(row.action, ("=", ""))
    what = f"{sign} {row.action}"
    new = f" -> {key_text(row.new_key)}" if row.new_key else ""
    yield f"{paint(what, style) if style else what} {key_text(row.key)}{new}"
    for change in row.columns:
        yield f"    {change_text(change)}"


def impact_line(impact: Impact) -> str:
    """Say which rows of another table refer to rows that change."""
    verb = "refers" if impact.rows == 1 else "refer"
    rows = counted(impact.rows, "row") if impact.rows else "uncounted rows"
    event = "delete" if impact.action == "delete" else "update"
    rule = f"on {event} {impact.rule}"
    if impact.rule == "re-pointed":
        rule = "which are led to the replacement"
    return (
        f"{impact.action} in {shown(impact.table)}: {rows} of "
        f"{shown(impact.referrer)} {verb} to these rows "
        f"({shown(impact.constraint)}, {rule})"
        f"{'; refused' if impact.refused else ''}"
    )


def refusal_blocks(plan: Plan, paint: Paint) -> Iterator[str]:
    """Yield why a plan is refused, a block for each kind; what to do stands once."""
    kinds: dict[tuple[str, str | None], list[Refusal]] = {}
    for refusal in plan.refusals:
        kinds.setdefault((refusal.code, refusal.allow), []).append(refusal)
    for alike in kinds.values():
        lines = (line for refusal in alike for line in _refused(refusal, paint))
        yield "\n".join([*lines, *_advice(alike[0], paint)])


def _refused(refusal: Refusal, paint: Paint) -> Iterator[str]:
    where = f"{shown(refusal.table)}: " if refusal.table else ""
    label = paint(f"refused[{visible(refusal.code)}]", RED)
    yield f"{label}: {where}{shown(refusal.message)}"
    if refusal.keys:
        keys = [listed_key(key) for key in refusal.keys[:_MOST_KEYS]]
        yield f"  rows: {shortened(keys, max(refusal.total, len(refusal.keys)))}"


def _advice(refusal: Refusal, paint: Paint) -> Iterator[str]:
    if refusal.code in ADVICE:
        yield f"  {paint('help', CYAN)}: {ADVICE[refusal.code]}"
    if refusal.allow:
        flag = "--adopt" if refusal.allow == "adopt" else f"--allow {refusal.allow}"
        yield f"  {paint('override', CYAN)}: {flag}"


def version_lines(plan: Plan, most: int | None = None) -> Iterator[str]:
    """Yield the versions that change, now and then, and the hash of all rows."""
    files = (
        f"{shown(file)}: {shown(now or 'none')} -> {shown(then or 'none')}"
        for file, (now, then) in plan.versions.items()
        if now != then
    )
    yield from cut(files, most, "file")
    old, new = ((d or "unknown")[:_SHORT_DIGEST] for d in plan.digest)
    if old != new and not plan.is_empty:  # `seed.sql` leaves no hash behind
        yield f"content: {old} -> {new}"


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Put two spaces in front of each line."""
    return (f"  {line}" for line in lines)


def cut(lines: Iterable[str], most: int | None, noun: str) -> list[str]:
    """Return at most some lines, and how many more there are."""
    every = list(lines)
    more = len(every) - len(every[:most])
    rest = [f"... and {counted(more, f'more {noun}')}"] if more else []
    return [*every[:most], *rest]
