"""Say in words why a text is no JSON, and where."""

import json
import re

from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.source import Place, Source
from seedc.read.json_found import found_at
from seedc.read.json_missing import control_character, missing_comma
from seedc.read.merge_conflict import merge_conflict
from seedc.read.trailing_comma import without_trailing_commas
from seedc.text.json_scan import NotFiniteError, scan
from seedc.text.json_walk import skip_space
from seedc.text.position import place_at

# Strings are passed over. What matched is never tried again, so that a number of a
# million digits takes no longer than to read it.
_STRING = r'"(?:[^"\\]|\\.)*+"'
_LITERALS = re.compile(rf"{_STRING}|(-?(?:NaN|Infinity))", re.DOTALL)
_NUMBERS = re.compile(rf"{_STRING}|(-?\d++(?:\.\d++)?+(?:[eE][+-]?\d++)?+)", re.DOTALL)


def syntax_problem(source: Source, start: int, error: Exception) -> Diagnostic:
    """Describe what the scanner refused.

    Args:
        source: The file.
        start: Where the value starts whose scan failed.
        error: What the scanner raised; see `seedc.text.json_scan.Scan`.
    """
    if (conflict := merge_conflict(source)) is not None:
        return conflict
    match error:
        case NotFiniteError():
            return _not_finite(source, start)
        case RecursionError():
            return _too_deep(source, start)
        case json.JSONDecodeError():
            return _refused(source, error)
        case StopIteration():
            return expected(source, _stop(error, start), "a value")
        case _:
            return _too_large(source, start)


def expected(source: Source, at: int, what: str) -> Diagnostic:
    """Describe that something else was expected at an offset of a JSON text."""
    if (conflict := merge_conflict(source)) is not None:
        return conflict
    found, hint = found_at(source.text, at)
    notes: tuple[Note, ...] = ()
    if hint is None and what.startswith("`,`"):
        hint, notes = missing_comma(source, at)
    if what.startswith("`:`") and source.text.startswith("=", at):
        hint = "write `:` in its place"
    message = f"expected {what}, found {found}"
    fix = without_trailing_commas(source, at)
    return Diagnostic(
        "invalid-json", message, place_at(source, at), notes, hint, fix=fix
    )


def _refused(source: Source, error: json.JSONDecodeError) -> Diagnostic:
    if (what := _EXPECTED.get(error.msg)) is not None:
        return expected(source, error.pos, what)
    if error.msg in _TRAILING:  # from Python 3.13 on, and placed at the comma
        bracket = skip_space(source.text, error.pos + 1)
        return expected(source, bracket, _TRAILING[error.msg])
    if error.msg.startswith("Invalid control character"):
        return control_character(source, error.pos)
    if error.msg.startswith("Unterminated string"):
        message, hint = "invalid string: it has no end", 'close it with `"`'
        return _problem(place_at(source, error.pos), message, hint)
    # Of `\u` without its digits the scanner gives the place of the `u`.
    at = source.text.rindex("\\", 0, error.pos + 1)
    escape = source.text[at : at + 2]
    wrong = "needs four hex digits" if escape == r"\u" else "is none that JSON knows"
    message = f"invalid string: the escape `{escape}` {wrong}"
    return _problem(place_at(source, at, at + 2), message, r"write a backslash as `\\`")


def _problem(place: Place, message: str, hint: str | None) -> Diagnostic:
    return Diagnostic("invalid-json", message, place, help=hint)


def _stop(error: StopIteration, start: int) -> int:
    return error.value if isinstance(error.value, int) else start


# What the scanner says, in our words.
_EXPECTED = {
    "Expecting property name enclosed in double quotes": "a key in double quotes",
    "Expecting ':' delimiter": "`:` after the key",
    "Expecting ',' delimiter": "`,` or a closing bracket",
    "Expecting value": "a value",
}
_TRAILING = {
    "Illegal trailing comma before end of object": "a key in double quotes",
    "Illegal trailing comma before end of array": "a value",
}


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
