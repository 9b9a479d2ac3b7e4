r"""The patterns that all engines of regular expressions in play read alike.

These are ECMA-262 with the flag `u`, which JSON Schema demands and editors have; the
validator and Pydantic, which use Rust's `regex`; and the advanced regular expressions
of PostgreSQL (manual, 9.7.3). `\d` has ten characters in the first and hundreds in
Rust; `.` takes a line break in PostgreSQL alone; Rust looks neither ahead nor behind.
"""

import re
from dataclasses import dataclass
from typing import final

from seedc.dialect.pattern_words import ESCAPE, Trouble, foreign, respelt

MOST_TIMES = 255
"""What a bound such as `{1,255}` may say (PostgreSQL's DUPMAX)."""

_MOST_PARTS = 1000
"""Characters and classes once all bounds are written out; far from any engine's end."""

_MOST_GROUPS = 50
"""Groups inside of groups."""

_MEMBER = rf"(?:{ESCAPE}|\\-|[^\\\[\]-])"
_CLASS = rf"\[\^?-?(?:{_MEMBER}-{_MEMBER}|{_MEMBER})*-?\]"
_TOKEN = re.compile(
    rf"(?P<atom>{ESCAPE}|{_CLASS}|[^\\^$.*+?()\[\]{{}}|])"
    r"|(?P<anchor>[\^$])|(?P<open>\((?:\?:|(?!\?)))|(?P<close>\))|(?P<or>\|)"
    r"|(?P<times>(?:[*+?]|\{(?P<low>[0-9]{1,9})(?:,(?P<high>[0-9]{0,9}))?\})\??)"
)
_RANGE = re.compile(rf"({_MEMBER})-({_MEMBER})|{_MEMBER}")
_SET_OPERATION = re.compile(r"&&|\|\||~~|--")
_NOTHING = re.compile(r"\[\^?\]")


@final
@dataclass(slots=True)
class _Group:
    """A group that is being read.

    Attributes:
        parts: Its characters, classes and groups so far, written out.
        last: Those of what a bound behind it would repeat, or None.
        empty: Whether nothing stands in its last alternative yet.
        takes: Whether something in it takes a character.
    """

    parts: int = 0
    last: int | None = None
    empty: bool = True
    takes: bool = False

    def add(self, parts: int, *, takes: bool) -> None:
        self.parts += parts
        self.last = parts if takes else None
        self.empty = False
        self.takes |= takes


def is_portable(pattern: str) -> bool:
    """Say whether all engines read a pattern alike."""
    return trouble_of(pattern) is None


def trouble_of(pattern: str) -> Trouble | None:
    """Return why engines do not read a pattern alike, or None if they do."""
    if (trouble := _trouble_of(pattern)) is None:
        return None
    better = respelt(pattern)
    if better == pattern or _trouble_of(better) is not None:
        return trouble
    written = f'write "{better}"'.replace("\\", "\\\\")
    return Trouble(trouble.message, written)


def _trouble_of(pattern: str) -> Trouble | None:
    groups = [_Group()]
    at = 0
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        trouble = foreign(pattern, at) if token is None else _read(token, groups)
        if trouble is not None or token is None:
            return trouble
        at = token.end()
    if groups[1:]:
        return Trouble("a group is not closed", "add `)`")
    return _too_large(groups[0]) or (_empty(groups[0]) if pattern else None)


def _read(token: re.Match[str], groups: list[_Group]) -> Trouble | None:
    match token.lastgroup:
        case "open":
            groups.append(_Group())
            return _too_deep(groups)
        case "close":
            return _close(groups)
        case "atom":
            groups[-1].add(1, takes=True)
            return _of_class(token[0]) if token[0].startswith("[") else None
        case "anchor":
            groups[-1].add(0, takes=False)
        case "or":
            trouble = _empty(groups[-1])
            groups[-1].last, groups[-1].empty = None, True
            return trouble
        case _:
            return _repeat(token, groups[-1])
    return None


def _close(groups: list[_Group]) -> Trouble | None:
    inner = groups.pop()
    if not groups:
        return Trouble("`)` closes no group", r"write `\\)`")
    groups[-1].add(inner.parts + 1, takes=inner.takes)
    return _empty(inner)


def _repeat(token: re.Match[str], group: _Group) -> Trouble | None:
    if group.last is None:
        return Trouble(f"`{token[0]}` repeats nothing")
    low = int(token["low"] or 0)
    high = int(token["high"] or (low if token["high"] is None else low + 1))
    if max(low, high) > MOST_TIMES:
        message = f"PostgreSQL repeats nothing over {MOST_TIMES} times: `{token[0]}`"
        return Trouble(message, "use `*` or `+`, and `minLength` or `maxLength`")
    if token["high"] and high < low:
        return Trouble(f"`{token[0]}` ends before it begins")
    group.parts += group.last * max(high - 1, 0)
    group.last = None
    return _too_large(group)


def _empty(group: _Group) -> Trouble | None:
    if not group.empty:
        return None
    message = "not every engine takes an alternative that is empty"
    return Trouble(message, "put `?` behind the group of the others")


def _too_large(group: _Group) -> Trouble | None:
    if group.parts <= _MOST_PARTS:
        return None
    message = f"written out, the pattern has over {_MOST_PARTS} parts"
    return Trouble(message, "use `maxLength` for lengths")


def _too_deep(groups: list[_Group]) -> Trouble | None:
    deep = len(groups) > _MOST_GROUPS
    return Trouble(f"over {_MOST_GROUPS} groups inside one another") if deep else None


def _of_class(text: str) -> Trouble | None:
    if _NOTHING.fullmatch(text):
        return Trouble(f"engines read the class `{text}` differently")
    if found := _SET_OPERATION.search(text):
        message = f"`{found[0]}` in a class is an operator in some engines"
        return Trouble(message, f"write `{found[0][0]}` once")
    for pair in _RANGE.finditer(text, 2 if text[1] == "^" else 1):
        if pair[1] is not None and _character(pair[1]) > _character(pair[2]):
            return Trouble(f"the range `{pair[0]}` ends before it begins")
    return None


def _character(member: str) -> str:
    if member.startswith("\\u"):
        return chr(int(member.removeprefix("\\u"), 16))
    controls = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v"}
    return controls.get(member[1], member[1]) if member[0] == "\\" else member
