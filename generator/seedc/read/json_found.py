"""Say in words what stands where JSON has something else, and what to write."""

import re
import unicodedata
from typing import TypeAlias

from seedc.text.secrets import redact

Found: TypeAlias = tuple[str, str | None]
"""What stands there, and what to do about it if that is known."""

_LONGEST = 40
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"[0-9]++")
_NUMBER = re.compile(
    r"(?P<sign>[-+]?+)(?P<whole>[0-9]*+)(?:\.(?P<part>[0-9]*+))?+"
    r"(?P<exponent>[eE][-+]?+[0-9]++)?+(?![\w.])"
)
_WHOLE_BEFORE = re.compile(r"(?<![\w.])-?[0-9]+\Z")
_CURLY = "“”„‟‘’‚‛«»"  # noqa: RUF001, each is meant
_SAME_IN_JSON = {
    "True": "true",
    "False": "false",
    "None": "null",
    "undefined": "null",
    "TRUE": "true",
    "FALSE": "false",
    "NULL": "null",
}


def found_at(text: str, at: int) -> Found:
    """Describe what stands at an offset."""
    if at >= len(text):
        return "the end of the file", "the file is cut off; close what is open"
    for describe in _KNOWN:
        if (known := describe(text, at)) is not None:
            return known
    if text[at] < " ":
        return "a control character", "remove it"
    return f"`{text[at]}`", None


def _comma(text: str, at: int) -> Found | None:
    if text[at] in "]}" and text[:at].rstrip().endswith(","):
        return f"`{text[at]}` after a comma", "remove the trailing comma"
    return None


def _comment(text: str, at: int) -> Found | None:
    if text.startswith(("//", "/*", "#"), at):
        return "a comment", "JSON has no comments; remove it"
    return None


def _quote(text: str, at: int) -> Found | None:
    if text[at] == "'":
        return "a single quote", 'JSON strings stand in double quotes: "..."'
    if text[at] in _CURLY:
        return f"the curly quote `{text[at]}`", 'write a straight one: `"`'
    return None


def _unseen(text: str, at: int) -> Found | None:
    category = unicodedata.category(text[at])
    if category not in ("Cf", "Zl", "Zp", "Zs"):
        return None
    name = unicodedata.name(text[at], "no name").lower()
    hint = "delete it" if category == "Cf" else "write a plain space"
    return f"the unseen character U+{ord(text[at]):04X} ({name})", hint


def _zero(text: str, at: int) -> Found | None:
    if text[at].isdecimal() and text[at - 1 : at] == "0":
        return "a digit after the zero", "remove the leading zero"
    return None


def _number(text: str, at: int) -> Found | None:
    """Describe `+16`, `.06` and `-.5`."""
    number = _NUMBER.match(text, at) if text[at] in "+-." else None
    if number is None or text[at - 1 : at].isdecimal() or len(number[0]) > _LONGEST:
        return None
    whole, part = number["whole"], number["part"]
    if not (whole or part):
        return None
    sign = number["sign"].replace("+", "")
    point = f".{part}" if part else ""
    mended = f"{sign}{whole.lstrip('0') or '0'}{point}{number['exponent'] or ''}"
    return f"`{number[0]}`", f"write `{mended}`"


def _decimal_comma(text: str, at: int) -> Found | None:
    part = _DIGITS.match(text, at) if text[at - 1 : at] == "," else None
    whole = _WHOLE_BEFORE.search(text[max(0, at - _LONGEST) : max(0, at - 1)])
    if part is None or whole is None or len(part[0]) > _LONGEST:
        return None
    hint = f"numbers have a decimal point: write `{whole[0]}.{part[0]}`"
    return f"`{part[0]}`", hint


def _behind_number(text: str, at: int) -> Found | None:
    if not text[at - 1 : at].isdecimal():
        return None
    if text[at] == "%":
        return "`%`", "a number has no unit; remove it, or write a string"
    if text[at] == "." and not text[at + 1 : at + 2].isdecimal():
        return "`.`", "write a digit behind the point, or remove it"
    return None


def _escape(text: str, at: int) -> Found | None:
    if text[at] == "\\":
        return r"`\`", "escapes stand in strings; remove it"
    return None


def _word(text: str, at: int) -> Found | None:
    if (word := _WORD.match(text, at)) is None:
        return None
    hint = None
    if (fix := _SAME_IN_JSON.get(word[0])) is not None:
        hint = f"write `{fix}`"
    elif text[at - 1 : at] == '"':
        hint = 'close the string before it, or write a `"` in a string as `\\"`'
    shown = redact(text[at : at + 1000])[: min(_LONGEST, len(word[0]))]
    return f"`{shown}`", hint


# The first that knows what it is says it.
_KNOWN = (
    _comma,
    _comment,
    _quote,
    _unseen,
    _zero,
    _number,
    _decimal_comma,
    _behind_number,
    _escape,
    _word,
)
