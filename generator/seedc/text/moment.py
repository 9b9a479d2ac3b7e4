"""Bring dates and times to the one form in which seedc keeps them.

Postgres, Python and JSON Schema disagree on the edges of RFC 3339: leap seconds,
hour 24, the year 0, digits beyond the microsecond. What one of them cannot hold
has no form here.
"""

import re
from datetime import UTC, date, datetime
from functools import lru_cache

# RFC 3339; what else Python takes (`20260113`, `2026-W03-2`, hour 24), others do not.
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(
    rf"{_DATE.pattern}T(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)",
    re.ASCII,
)
_ZONE = re.compile(r"(?:[zZ]|[+-]\d\d:\d\d)$")
_FRACTION = re.compile(r"\.(\d{6})(\d+)")


@lru_cache(maxsize=65536)
def utc_timestamp(text: str) -> str | None:
    """Return an RFC 3339 date-time as text in UTC, without its zone.

    The form is `2026-01-13 09:30:00`, with a fraction only if there is one. None if
    the moment needs more than microseconds, or lies outside the years 1 to 9999.
    """
    whole = _MOMENT.fullmatch(text.upper().replace(" ", "T"))
    if whole is None or (plain := _microseconds(whole[0])) is None:
        return None
    try:
        moment = datetime.fromisoformat(plain)
        utc = moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
    return None if utc is None else utc.replace(tzinfo=None).isoformat(sep=" ")


@lru_cache(maxsize=65536)
def plain_timestamp(text: str) -> str | None:
    """Return a date-time as `utc_timestamp` does; one without a zone is in UTC."""
    zoned = _ZONE.search(text) is not None
    return utc_timestamp(text if zoned else f"{text}Z")


@lru_cache(maxsize=4096)
def utc_time(text: str) -> str | None:
    """Return an RFC 3339 time as UTC text (`09:30:00`), or None if it has another zone.

    A time of day without its date cannot be moved to UTC, as the day might change.
    """
    stamp = utc_timestamp(f"2000-01-01T{text}")
    offset = text.upper().rpartition("+")[2] if "+" in text else text[-1:].upper()
    return stamp[11:] if stamp and offset in {"Z", "00:00"} else None


@lru_cache(maxsize=4096)
def iso_date(text: str) -> str | None:
    """Return an RFC 3339 date, or None if it lies outside the years 1 to 9999."""
    try:
        return date.fromisoformat(text).isoformat() if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def _microseconds(text: str) -> str | None:
    match = _FRACTION.search(text)
    if match is None:
        return text
    return _FRACTION.sub(r".\1", text) if set(match[2]) == {"0"} else None
