"""Read a plan that `as_json` wrote: what an apply must find again."""

import json
import re
from dataclasses import dataclass
from typing import Final, final

from seedc.model.errors import UsageError
from seedc.plan_text.as_json import FORMAT

_HINT: Final = "make one: seedc plan --out plan.json"


@final
@dataclass(frozen=True, slots=True)
class SavedPlan:
    """What is known of a plan that somebody looked at.

    Attributes:
        fingerprint: Its fingerprint.
        target: Whose rows it is about.
        database: The database that it was made for.
    """

    fingerprint: str
    target: str
    database: str


def read_plan(name: str, content: bytes) -> SavedPlan:
    """Return the plan in a file.

    Args:
        name: The file's name, for people.
        content: What is in it.

    Raises:
        UsageError: It is no plan, or none of this version's.
    """
    found = _object(name, content)
    if "format" not in found or "fingerprint" not in found:
        raise _error(name, "it is no plan of seedc")
    if found["format"] != FORMAT or isinstance(found["format"], bool):
        form = json.dumps(found["format"])[:20]
        raise _error(name, f"it has the format {form}, and this seedc reads {FORMAT}")
    fingerprint = _text(name, found, "fingerprint")
    if not re.fullmatch("[0-9a-f]{64}", fingerprint):
        raise _error(name, "`fingerprint` is not 64 hexadecimal digits")
    target, database = (_text(name, found, key) for key in ("target", "database"))
    return SavedPlan(fingerprint, target, database)


def _object(name: str, content: bytes) -> dict[str, object]:
    try:
        found = json.loads(content.decode("utf-8"), object_pairs_hook=_unambiguous)
    except UnicodeDecodeError:
        raise _error(name, "it is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        at_end = error.pos >= len(error.doc.rstrip())
        end = at_end or error.msg.startswith("Unterminated")
        reason = "it ends too early" if end else f"line {error.lineno} is not JSON"
        raise _error(name, reason) from None
    except (ValueError, RecursionError):
        raise _error(name, "it is not what `seedc plan` writes") from None
    if not isinstance(found, dict):
        raise _error(name, "it is no plan of seedc")
    return found


def _unambiguous(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        message = "a key stands twice"
        raise ValueError(message)
    return found


def _text(name: str, found: dict[str, object], key: str) -> str:
    value = found.get(key)
    if not isinstance(value, str):
        raise _error(name, f"`{key}` is no text")
    return value


def _error(name: str, reason: str) -> UsageError:
    return UsageError(f"`{name}` cannot be applied: {reason}", hint=_HINT)
