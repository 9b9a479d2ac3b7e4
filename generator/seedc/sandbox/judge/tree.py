"""What Postgres understood a rule to be, and why that may not be run.

Privileges keep a rule from functions, but not from what casts do: they read the clock
(the text 'now' becomes a time) and the catalogs (a number becomes the name of a role).
Only the tree that Postgres made of a query tells a cast from a text like any other; a
session with `debug_print_parse` shows it, in the form of src/backend/nodes/outfuncs.c.

Names in the tree come from the rule, and may look like a part of it. They can add to
what is found here, but hide nothing: each pattern takes only fields that are whole, and
none reaches over a name.
"""

import re
from collections.abc import Iterator

from seedc.model.rule import Refusal
from seedc.text.sql_token import tokens

LARGEST = 16_000_000
"""Characters of a tree that are looked at, which takes about a second."""

# Numbers of types as in src/include/catalog/pg_type.dat: text, numbers, truth, JSON,
# UUIDs, intervals, shapes and the like; and arrays and ranges of these.
_TIMELESS = frozenset(
    map(
        int,
        """
        16 17 18 19 20 21 23 25 114 199 600 601 602 603 604 628 629 700 701 705 718 719
        829 869 650 1000 1001 1005 1007 1009 1014 1015 1016 1017 1018 1019 1020 1021
        1022 1027 1042 1043 1186 1187 1231 1560 1562 1700 2249 2287 2950 2951 3614 3615
        3802 3807 3904 3905 3906 3907 3926 3927 4072 4073 4451 4532 4536
        """.split(),  # noqa: SIM905, a list of 60 literals reads worse
    )
)
# date, time, timestamp and timestamptz; and arrays and ranges of these. What timetz
# says hangs on the present day, as that decides of summer time.
_TIMES = frozenset(
    {1082, 1083, 1114, 1184, 1182, 1183, 1115, 1185}
    | {3908, 3909, 3910, 3911, 3912, 3913, 4533, 4534, 4535}
)
_NOTHING = 2278  # void: what a function without a result returns, as `pg_sleep`
_FIRST_TYPE = 16
"""Lower numbers are no types but kinds, as in `:jointype 1`."""
_FIRST_OF_TABLES = 16384
"""From here on types are the rows of the tables that were copied."""

_NODE = r"(?<!\\)\{"
_KIND = re.compile(r":commandType (?P<kind>\d+)")
_SELECT = "1"
_TYPES = re.compile(
    r":\w*[tT]yp(?:es?|e?[iI]d) (?:(?P<one>\d+)|\(o (?P<more>[\d ]*)\))"
)
_CONSTANT = re.compile(
    r"CONST :consttype (?P<type>\d+) (?::\w+ \S+ ){4}"
    r":constisnull false :location (?P<at>-?\d+)"
)
_FROM_TEXT = re.compile(r":resulttype (?P<type>\d+) :resultcollid \d+ :coerceformat")
_COLUMNS = re.compile(
    r":funccoltypes \(o (?P<types>[\d ]*)\)"
    r"|:coltypes \(o (?P<of_table>[\d ]*)\) :coltypmods \(i [-\d ]*\)"
    r" :colcollations \(o [\d ]*\) :colexprs"
)
_FROM_JSON = re.compile(r":typid (?P<type>\d+)")
_LOCATED = r"[^{}]*:location (?P<at>\d+)"
_OF_SESSION = re.compile(_NODE + "SQLVALUEFUNCTION " + _LOCATED)
_OF_SYSTEM = re.compile(_NODE + r"VAR :varno -?\d+ :varattno -" + _LOCATED)
_PARAMETER = re.compile(_NODE + "PARAM " + _LOCATED)
_SAMPLE = re.compile(_NODE + r"TABLESAMPLECLAUSE ")

_DAY, _TIME = r"\d{4}-\d\d-\d\d", r"\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?"
_ZONE = r"(?:Z|[+-]\d\d(?::?\d\d)?)?"
# Postgres joins a literal and one that follows on another line.
_FIXED = re.compile(
    rf"'(?:{_DAY}(?:[ T]{_TIME}{_ZONE})?|{_TIME}|[\]\[(){{}}, ])*'"
    r"(?!\s*(?:--[^\n\r]*[\n\r]\s*)*')"
)
_WRITE_TIME = "write it in digits, as `2026-01-13` or `2026-01-13 12:00:00+00`"
_TO_TIME = (
    "`to_date` and `to_timestamp` make a time of text; a plain literal such as"
    " `date '2026-01-13'` is fine"
)
_USE_TYPES = (
    "allowed are text, numbers, truth values, dates, times without a zone, timestamps,"
    " intervals, JSON, UUIDs and shapes, and arrays and ranges of these"
)
_SHOWN = 30
"""Characters of a literal that are shown."""


def refusal(text: str, tree: str) -> Refusal | None:
    """Return why a query may not be run, or None.

    Args:
        text: The query.
        tree: The tree of it, on one line.
    """
    return next(_refusals(text, tree), None)


def _refusals(text: str, tree: str) -> Iterator[Refusal]:
    if {match["kind"] for match in _KIND.finditer(tree)} != {_SELECT}:
        message = "a rule is a query that only reads: `SELECT`, `VALUES` or `TABLE`"
        yield Refusal("refused", message)
    for match in _OF_SESSION.finditer(tree):
        at = offset(text, int(match["at"]))
        word = next(word for _, word in tokens(text[at:]))
        message = f"`{word}` is not the same on every day and for every user"
        yield Refusal("refused", message, at)
    for match in _OF_SYSTEM.finditer(tree):
        message = "a system column is not the same in every run"
        yield Refusal("refused", message, offset(text, int(match["at"])))
    for match in _PARAMETER.finditer(tree):
        message = "nobody gives a rule parameters"
        yield Refusal("refused", message, offset(text, int(match["at"])))
    if _SAMPLE.search(tree):
        yield Refusal("refused", "`TABLESAMPLE` is not the same in every run")
    if not all(map(_is_known, _numbers(_TYPES, tree))):
        message = "a value in the rule has a type that rules may not use"
        yield Refusal("refused", message, help=_USE_TYPES)
    yield from _constants(text, tree)
    yield from _conversions(tree)


def _constants(text: str, tree: str) -> Iterator[Refusal]:
    found = {(int(m["type"]), int(m["at"])) for m in _CONSTANT.finditer(tree)}
    for kind, byte in sorted(each for each in found if each[0] not in _TIMELESS):
        at = offset(text, byte)
        if kind not in _TIMES:
            message = "a rule may not use a literal of this type"
            yield Refusal("refused", message, at, _USE_TYPES)
        elif not _FIXED.match(text, at):
            literal = next((word for _, word in tokens(text[at:])), "")[:_SHOWN]
            message = f"expected a fixed date or time in one literal, found {literal}"
            yield Refusal("refused", message, at, _WRITE_TIME)


def _conversions(tree: str) -> Iterator[Refusal]:
    """Yield a refusal for text that becomes what may hang on the clock."""
    patterns = (_FROM_TEXT, _FROM_JSON, _COLUMNS)
    if not _TIMELESS.issuperset(n for p in patterns for n in _numbers(p, tree)):
        message = "text becomes a time, or a type that rules may not use"
        yield Refusal("refused", message, help=_TO_TIME)


def _numbers(pattern: re.Pattern[str], tree: str) -> set[int]:
    """Return all numbers in the groups of a pattern."""
    groups = {group for m in pattern.finditer(tree) for group in m.groups() if group}
    return {int(number) for group in groups for number in group.split()}


def _is_known(kind: int) -> bool:
    if _FIRST_TYPE <= kind < _FIRST_OF_TABLES:
        return kind in _TIMELESS or kind in _TIMES or kind == _NOTHING
    return True


def offset(text: str, byte: int) -> int:
    """Return the offset in characters of a byte of a text in UTF-8."""
    return len(text.encode()[: max(0, byte)].decode(errors="ignore"))
