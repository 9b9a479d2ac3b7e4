"""When two values are the same, in whatever form a target gives them.

Numbers are the same if their texts are, but for how a number without a fraction is
written: `1.0` is `1`, and `1.10` is not `1.1`. Moments are the same in UTC.
"""

import datetime as dt
import re
from decimal import Decimal
from uuid import UUID

from seedc.model.json_value import JsonValue

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*")
_TIME = re.compile(r"\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?")


def plain(value: object) -> JsonValue:
    """Return a value as JSON, in one form of those that are the same."""
    match value:
        case dict():
            return {str(key): plain(member) for key, member in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case bool() | None:
            return value
        case str():
            return _text(value)
        case int() | float() | Decimal():
            return _number(Decimal(repr(value) if isinstance(value, float) else value))
        case _:
            return _scalar(value)


def _scalar(value: object) -> str:
    match value:
        case UUID():
            return str(value)
        case dt.datetime(tzinfo=None):
            return _moment(value.replace(tzinfo=dt.UTC))
        case dt.datetime():
            return _moment(value)
        case dt.time():
            return _text(value.replace(tzinfo=None).isoformat())
        case dt.date():
            return value.isoformat()
        case _:
            raise TypeError(type(value))


def _text(text: str) -> str:
    if _MOMENT.fullmatch(text):
        return _moment(dt.datetime.fromisoformat(text))
    if _TIME.fullmatch(text):
        time = dt.time.fromisoformat(text)
        return time.replace(tzinfo=None).isoformat("microseconds")
    return text


def _moment(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat()


def _number(number: Decimal) -> list[JsonValue]:
    whole = number.to_integral_value()
    # In a list, so that no text is the same as a number.
    return [str(int(whole)) if whole == number else f"{number:f}"]
