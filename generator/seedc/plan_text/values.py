"""Keys and values in a plan: masked, cut and safe to show.

hp: 20 -> 24 (+4, +20 %)
lore: ..."born in a cave" -> ..."born in a tower"
"""

import json
import re
from decimal import Decimal, localcontext
from os.path import commonprefix

from seedc.diagnostics.visible import visible
from seedc.model.plan import ColumnChange
from seedc.text.secrets import is_harmless, redact

_LONGEST_KEY = 80
_LONGEST = 60
"""Characters of a value that are shown; of two, around where they differ."""

_BEFORE = 16
"""Characters that are shown in front of the difference."""

_CUT = "..."
_PLAIN = r"\w[\w./@+-]*"
_NUMBER = r"-?(?:0|[1-9]\d{0,99})(?:\.\d{1,100})?"
_LARGEST_JSON = 100_000
_DIGITS = 250
"""More than the difference of two numbers has, so that it is exact."""

_SMALLEST, _LARGEST = Decimal("0.01"), Decimal(100_000)
"""The percentages that tell something."""


def key_text(key: tuple[str, ...]) -> str:
    """Return a primary key: `goblin`, `"two words"`, `(goblin, 0)`."""
    parts = [_name(part) for part in key]
    return parts[0] if len(parts) == 1 else f"({', '.join(parts)})"


def listed_key(key: str) -> str:
    """Return a primary key that is one text already, as a refusal has it."""
    several = re.fullmatch(rf"\({_PLAIN}(?:, {_PLAIN})+\)", key)
    return key if several and is_harmless(key) else key_text((key,))


def change_text(change: ColumnChange) -> str:
    """Return what changes in a column, with its difference where it is a number."""
    old, new = (v if v is None else redact(v) for v in (change.old, change.new))
    start, end = _difference(old or "", new or "")
    sides = f"{_value(old, start, end)} -> {_value(new, start, end)}"
    return f"{visible(redact(change.column))}: {sides}{_delta(old, new)}"


def _name(part: str) -> str:
    text = redact(part)
    cut = _CUT if len(text) > _LONGEST_KEY else ""
    short = text[:_LONGEST_KEY]
    return f"{short if re.fullmatch(_PLAIN, short) else _quoted(short)}{cut}"


def _quoted(text: str) -> str:
    return visible(json.dumps(text, ensure_ascii=False))


def _difference(old: str, new: str) -> tuple[int, int]:
    """Return how many characters two texts have in common, at start and end."""
    start = _alike(old, new)
    return start, _alike(old[start:][::-1], new[start:][::-1])


def _alike(one: str, other: str) -> int:
    return len(commonprefix((one, other)))  # noqa: RUF071, these are no paths


def _value(text: str | None, start: int, end: int) -> str:
    """Return a value, or what is around its part between start and end."""
    if text is None:
        return "null"
    show = _as_is if _is_bare(text) else _quoted
    if len(text) <= _LONGEST:
        return show(text)
    first = max(0, start - _BEFORE)
    last = max(first + _BEFORE, min(len(text) - end + _BEFORE, first + _LONGEST))
    before, after = _CUT if first else "", _CUT if last < len(text) else ""
    return f"{before}{show(text[first:last])}{after}"


def _as_is(text: str) -> str:
    return visible(text)


def _is_bare(text: str) -> bool:
    """Say whether a value is no text: a number, true or false, an object or a list."""
    if text in {"true", "false"} or re.fullmatch(_NUMBER, text, re.ASCII):
        return True
    return text[:1] in {"{", "["} and len(text) <= _LARGEST_JSON and _is_json(text)


def _is_json(text: str) -> bool:
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return False
    return True


def _delta(old: str | None, new: str | None) -> str:
    """Return the difference of two numbers, and how much that is of the first."""
    if not (_is_number(old) and _is_number(new)):
        return ""
    with localcontext(prec=_DIGITS):
        was, now = Decimal(old or 0), Decimal(new or 0)
        if was == now:  # `1.0` and `1.00` differ in their form alone
            return ""
        same_sign = was * now > 0
        share = _percent((now - was) / abs(was) * 100) if same_sign else ""
        return f" ({_plain(now - was)}{share})"


def _is_number(text: str | None) -> bool:
    return text is not None and re.fullmatch(_NUMBER, text, re.ASCII) is not None


def _plain(number: Decimal) -> str:
    digits = f"{number:+f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _percent(share: Decimal) -> str:
    if not _SMALLEST <= abs(share) < _LARGEST:
        return ""
    return f", {share:+,.0f} %" if abs(share) >= 100 else f", {float(share):+.3g} %"  # noqa: PLR2004
