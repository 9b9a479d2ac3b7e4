"""Say in words why a text is no JSON, and where."""

import json
import re

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place, Source
from seedc.text.json_scan import NotFiniteError, scan
from seedc.text.position import place_at

# Strings are passed over. What matched is never tried again, so that a number of a
# million digits takes no longer than to read it.
_STRING = r'"(?:[^"\\]|\\.)*+"'
_LITERALS = re.compile(rf"{_STRING}|(-?(?:NaN|Infinity))", re.DOTALL)
_NUMBERS = re.compile(rf"{_STRING}|(-?\d++(?:\.\d++)?+(?:[eE][+-]?\d++)?+)", re.DOTALL)
_WORD = re.compile(r"\w+")
_SAME_IN_JSON = {
    "True": "true",
    "False": "false",
    "None": "null",
    "undefined": "null",
    "TRUE": "true",
    "FALSE": "false",
    "NULL": "null",
}


def syntax_problem(source: Source, start: int, error: Exception) -> Diagnostic:
    """Describe what the scanner refused.

    Args:
        source: The file.
        start: Where the value starts whose scan failed.
        error: What the scanner raised; see `seedc.text.json_scan.Scan`.
    """
    match error:
        case NotFiniteError():
            return _not_finite(source, start)
        case RecursionError():
            return _too_deep(source, start)
        case json.JSONDecodeError():
            return expected(source, error.pos, _in_words(error.msg))
        case StopIteration():
            return expected(source, _stop(error, start), "a value")
        case _:
            return _too_large(source, start)


def expected(source: Source, at: int, what: str) -> Diagnostic:
    """Describe that something else was expected at an offset of a JSON text."""
    found, hint = _found(source.text, at)
    if what.startswith("invalid"):
        return _problem(place_at(source, at), what, hint)
    return _problem(place_at(source, at), f"expected {what}, found {found}", hint)


def _problem(place: Place, message: str, hint: str | None) -> Diagnostic:
    return Diagnostic("invalid-json", message, place, help=hint)


def _stop(error: StopIteration, start: int) -> int:
    return error.value if isinstance(error.value, int) else start


def _in_words(message: str) -> str:
    return {
        "Expecting property name enclosed in double quotes": 'a key in `"`',
        "Expecting ':' delimiter": "`:` after the key",
        "Expecting ',' delimiter": "`,` or a closing bracket",
        "Illegal trailing comma before end of object": 'a key in `"`',
        "Illegal trailing comma before end of array": "a value",
        "Expecting value": "a value",
        "Unterminated string starting at": "invalid string: it has no end",
        "Invalid control character at": "invalid control character in a string",
    }.get(message, "invalid string: the escape is none that JSON knows")


def _found(text: str, at: int) -> tuple[str, str | None]:
    if at >= len(text):
        return "the end of the file", "the file is cut off; close what is open"
    for describe in (_comma, _comment, _quote, _zero, _escape, _word):
        if (known := describe(text, at)) is not None:
            return known
    if text[at] < " ":
        return "a control character", "write it as an escape such as `\\n`"
    return f"`{text[at]}`", None


Known = tuple[str, str | None]


def _comma(text: str, at: int) -> Known | None:
    if text[at] in "]}" and text[:at].rstrip().endswith(","):
        return f"`{text[at]}` after a comma", "remove the trailing comma"
    return None


def _comment(text: str, at: int) -> Known | None:
    if text.startswith(("//", "/*", "#"), at):
        return "a comment", "JSON has no comments; remove it"
    return None


def _quote(text: str, at: int) -> Known | None:
    if text[at] == "'":
        return "a single quote", 'JSON strings stand in double quotes: "..."'
    return None


def _zero(text: str, at: int) -> Known | None:
    if text[at].isdecimal() and text[at - 1 : at] == "0":
        return "a digit after the zero", "remove the leading zero"
    return None


def _escape(text: str, at: int) -> Known | None:
    if text[at] == "\\":
        return r"`\`", r"write a backslash as `\\`"
    return None


def _word(text: str, at: int) -> Known | None:
    if (word := _WORD.match(text, at)) is None:
        return None
    fix = _SAME_IN_JSON.get(word[0])
    hint = f"write `{fix}`" if fix else None
    return f"`{word[0][:40]}`", hint


def _not_finite(source: Source, start: int) -> Diagnostic:
    literals = _LITERALS.finditer(source.text, start)
    span = next((m.span(1) for m in literals if m[1]), (start, start + 1))
    return Diagnostic(
        "invalid-json",
        "JSON has no NaN and no infinity",
        place_at(source, *span),
        help="write a number, or null",
    )


def _too_large(source: Source, start: int) -> Diagnostic:
    numbers = (m for m in _NUMBERS.finditer(source.text, start) if m[1])
    found = ((m.span(), reason) for m in numbers if (reason := _excess(m[1])))
    span, reason = next(found, ((start, start + 1), "is too large"))
    return Diagnostic(
        "number-too-large",
        f"the number {reason}",
        place_at(source, *span),
        help="write a smaller number, or text",
    )


def _excess(number: str) -> str | None:
    """Say in which way a number is too large, or nothing if it is not."""
    try:
        scan(number, 0)
    except ArithmeticError:
        exponent = "e" in number.lower()
        return f"has {'too large an exponent' if exponent else 'too many digits'}"
    except ValueError:
        return "has more than 4300 digits"
    return None


def _too_deep(source: Source, start: int) -> Diagnostic:
    return Diagnostic(
        "nesting-too-deep",
        "arrays and objects are nested too deeply",
        place_at(source, start),
        help="keep to 100 levels",
    )
