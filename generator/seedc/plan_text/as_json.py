"""A plan as JSON for programs; `docs/plan.schema.json` describes it."""

from collections.abc import Iterable, Iterator

from seedc import __version__
from seedc.diagnostics.plain_json import plain_json
from seedc.diagnostics.visible import encodable
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.plan import Impact, Plan, Refusal, RowChange, TablePlan
from seedc.plan_text.words import ACTIONS
from seedc.text.secrets import is_harmless, redact

FORMAT = 1
"""Goes up when a program that reads the form before would be misled."""


def as_json(plan: Plan) -> str:
    """Return a plan as a JSON document in ASCII, with all of its rows, one a line."""
    head: JsonObject = {
        "format": FORMAT,
        "seedc": __version__,
        "fingerprint": plan.fingerprint,
        "target": _safe(plan.target),
        "database": _safe(plan.database),
        "head": plan.head,
        "empty": plan.is_empty,
        "refused": bool(plan.refusals),
        "unchanged": plan.unchanged,
        "digest": {"now": plan.digest[0], "then": plan.digest[1]},
        "versions": {
            _safe(file): {"now": _safe_or_none(now), "then": _safe_or_none(then)}
            for file, (now, then) in plan.versions.items()
        },
    }
    return (
        f"{plain_json(head)[:-1]},\n"
        f'"refusals": {_list(plain_json(_refusal(r)) for r in plan.refusals)},\n'
        f'"impacts": {_list(plain_json(_impact(i)) for i in plan.impacts)},\n'
        f'"tables": {_list(map(_table, plan.tables))}}}\n'
    )


def _list(items: Iterable[str]) -> str:
    text = ",\n".join(items)
    return f"[\n{text}\n]" if text else "[]"


def _table(table: TablePlan) -> str:
    head: JsonObject = {
        "table": _safe(table.table),
        "counts": {a: table.counts[a] for a in ACTIONS if table.counts.get(a)},
        "unchanged": table.unchanged,
    }
    rows = "null"
    if table.rows is not None:
        rows = _list(plain_json(_row(row)) for row in table.rows)
    return f'{plain_json(head)[:-1]}, "rows": {rows}}}'


def _row(row: RowChange) -> JsonObject:
    # Most rows hold no secret, which one look at all of their texts tells.
    harmless = is_harmless("\n".join(_texts(row)))
    mask = encodable if harmless else _safe
    columns: JsonObject = {
        mask(each.column): {
            "old": None if each.old is None else mask(each.old),
            "new": None if each.new is None else mask(each.new),
        }
        for each in row.columns
    }
    key: list[JsonValue] = [mask(part) for part in row.key]
    new: list[JsonValue] = [mask(part) for part in row.new_key or ()]
    return {
        "action": row.action,
        "key": key,
        **({"new_key": new} if row.new_key else {}),
        **({"columns": columns} if row.columns else {}),
    }


def _texts(row: RowChange) -> Iterator[str]:
    yield from (*row.key, *(row.new_key or ()))
    for each in row.columns:
        yield from (each.column, each.old or "", each.new or "")


def _impact(impact: Impact) -> JsonObject:
    return {
        "table": _safe(impact.table),
        "action": impact.action,
        "referrer": _safe(impact.referrer),
        "constraint": _safe(impact.constraint),
        "rule": impact.rule,
        "rows": impact.rows,
        "refused": impact.refused,
    }


def _refusal(refusal: Refusal) -> JsonObject:
    keys: list[JsonValue] = [_safe(key) for key in refusal.keys]
    return {
        "code": refusal.code,
        "table": _safe_or_none(refusal.table),
        "message": _safe(refusal.message),
        "keys": keys,
        "total": refusal.total,
        "allow": refusal.allow,
    }


def _safe(text: str) -> str:
    return encodable(redact(text))


def _safe_or_none(text: str | None) -> str | None:
    return None if text is None else _safe(text)
