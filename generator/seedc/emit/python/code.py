"""Write Python text: literals, docstrings, and calls that break where a line ends."""

import re
import textwrap
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias, final

WIDTH = 88
_QUOTES = len('"""')

Code: TypeAlias = "str | Group | Either"

_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@final
@dataclass(frozen=True, slots=True)
class Group:
    """Items between brackets: on one line where it fits, else one item a line.

    Attributes:
        start: Text up to and with the opening bracket.
        items: What stands between the brackets, to be parted by commas.
        end: The closing bracket; `,)` for a tuple of one.
    """

    start: str
    items: tuple[Code, ...]
    end: str


@final
@dataclass(frozen=True, slots=True)
class Either:
    """Types of a union: on one line where they fit, else one arm a line."""

    arms: tuple[Code, ...]


def call(function: str, *items: Code) -> Group:
    """Return a call of a function."""
    return Group(f"{function}(", items, ")")


def tuple_of(start: str, items: tuple[Code, ...]) -> Group:
    """Return a tuple after the text `start`."""
    return Group(f"{start}(", items, ",)" if len(items) == 1 else ")")


def prefixed(prefix: str, code: Code) -> Code:
    """Put text before a piece of code: `name=` before a call."""
    match code:
        case Group():
            return Group(prefix + code.start, code.items, code.end)
        case str() | Either():
            return prefix + flat(code)


def render(code: Code, indent: int = 0, after: int = 0) -> str:
    """Return the text of code that starts in column `indent`.

    Args:
        code: What to print.
        indent: Columns before its first line, and of its last.
        after: Columns that must stay free behind its last line.
    """
    match code:
        case str():
            return code
        case Group(items=()):
            return flat(code)
        case Group() | Either():
            line = flat(code)
            if indent + len(line) + after <= WIDTH:
                return line
            return _broken(code, indent)


def flat(code: Code) -> str:
    """Return the text of code on one line."""
    match code:
        case str():
            return code
        case Group():
            return code.start + ", ".join(map(flat, code.items)) + code.end
        case Either():
            return " | ".join(dict.fromkeys(map(flat, code.arms)))


def _broken(group: Group | Either, indent: int) -> str:
    if isinstance(group, Either):
        arms = dict.fromkeys(render(arm, indent) for arm in group.arms)
        return f"\n{' ' * indent}| ".join(arms)
    inner = " " * (indent + 4)
    line = ", ".join(map(flat, group.items))
    if _is_simple(group) and indent + 4 + len(line) <= WIDTH:
        body = f"{inner}{line}\n"
    else:
        body = "".join(
            f"{inner}{render(item, indent + 4, after=1)},\n" for item in group.items
        )
    return f"{group.start}\n{body}{' ' * indent}{group.end.lstrip(',')}"


def _is_simple(group: Group) -> bool:
    """Say whether nothing but plain text stands between the brackets of a call."""
    return group.end.startswith(")") and all(isinstance(i, str) for i in group.items)


def quoted(text: str) -> str:
    """Return a string literal, in the quotes that need fewer escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    body = "".join(_escaped(c) for c in text).replace(quote, "\\" + quote)
    return f"{quote}{body}{quote}"


def literal(value: str | float) -> str:
    """Return a literal of a string, a number or a truth value."""
    return quoted(value) if isinstance(value, str) else repr(value)


def docstring(text: str, indent: int = 0) -> str:
    """Return text as a docstring for a block indented by `indent` columns."""
    lines = wrapped(text, WIDTH - indent)
    body = "\n".join(_harmless(line) for line in lines)
    if len(lines) == 1 and indent + len(body) + 2 * _QUOTES <= WIDTH:
        return f'"""{_closed(body)}"""'
    pad = " " * indent
    indented = textwrap.indent(body, pad)
    return f'"""{indented[indent:]}\n{pad}"""'


def wrapped(text: str, width: int) -> list[str]:
    """Return text as the lines of a docstring that may be `width` columns wide."""
    lines = text.strip().splitlines() or [""]
    if len(lines) == 1 and len(lines[0]) + 2 * _QUOTES > width:
        # A single line with its quotes would be too long, so there are to be two.
        return _wrap_line(lines[0], min(width - _QUOTES, len(lines[0]) - 1))
    rest = (_wrap_line(line, width) or [""] for line in lines[1:])
    return [*_wrap_line(lines[0], width - _QUOTES), *chain.from_iterable(rest)]


def _wrap_line(line: str, width: int) -> list[str]:
    return textwrap.wrap(
        line, width, break_long_words=False, break_on_hyphens=False, tabsize=4
    )


def _harmless(line: str) -> str:
    return "".join(_escaped(c) for c in line).replace('"""', '\\"\\"\\"')


def _closed(line: str) -> str:
    # A quote before the closing quotes would end the string one character early.
    return re.sub(r'(?<!\\)((?:\\\\)*)"$', r"\1\"", line)


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")
