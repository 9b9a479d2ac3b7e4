"""Break long lines of SQL, so that no template need know how long names are.

    LEFT JOIN a AS x ON x.first = y.first AND x.second = y.second

    LEFT JOIN a AS x
      ON x.first = y.first
      AND x.second = y.second

Only spaces change, and none of those in literals. Lines with a comment stay.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias

Words: TypeAlias = Sequence[str]
Parts: TypeAlias = list[tuple[Words, int]]
"""The parts of a line, and how much further in than it each begins."""

_WIDTH = 96

_WORD = re.compile(
    r"E'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*"
    r"|[^\s'\"()\[\]]+|\s|.",
    re.DOTALL,
)
_CLAUSES = {"JOIN": 0, "LEFT": 0, "WHERE": 0, "ON": 2, "THEN": 2, "ELSE": 2}
_TERMS = {"AND", "OR", "||"}


def break_lines(sql: str) -> str:
    """Return SQL with its long lines broken where a clause or a list goes on."""
    if max(map(len, sql.split("\n"))) <= _WIDTH:
        return sql
    return "\n".join(line for words in _lines(sql) for line in _broken(words))


def _lines(sql: str) -> Iterator[Words]:
    """Yield the words of each line; a literal may go on over several."""
    line: list[str] = []
    for match in _WORD.finditer(sql):
        if match[0] == "\n":
            yield line
            line = []
        else:
            line.append(match[0])
    yield line


def _broken(line: Words) -> list[str]:
    text = "".join(line)
    if len(text) <= _WIDTH or any(word.startswith("--") for word in line):
        return [text]
    margin = len(text) - len(text.lstrip(" "))
    for parts in _ways(line[margin:], _WIDTH - margin):
        if len(parts) > 1:
            return [
                each
                for part, further in parts
                for each in _broken([*" " * (margin + further), *part])
            ]
    return [text]


def _ways(words: Words, width: int) -> Iterator[Parts]:
    """Yield the ways to part a line, the best first."""
    is_clause = words[0].isalpha() and words[0].isupper() and words[1:2] == [" "]
    if is_clause:
        yield _by_clauses(words)
    yield _by_items(words, width, 2 if is_clause else 0)
    if not is_clause:
        yield _by_clauses(words)
    yield _by_terms(words, _TERMS)
    yield _by_terms(words, {"<>"})
    yield _by_bracket(words)


def _by_clauses(words: Words) -> Parts:
    gaps = [
        i
        for i in _gaps(words)
        if words[i + 1] in _CLAUSES
        and words[i - 1] not in {"LEFT", "COMMENT"}
        and (words[0], words[i + 1]) != ("IF", "THEN")
    ]
    return [(part, _CLAUSES.get(part[0], 0)) for part in _parted(words, gaps)]


def _by_terms(words: Words, terms: Collection[str]) -> Parts:
    gaps = [i for i in _gaps(words) if words[i + 1] in terms]
    further = 0 if words[0] in {"ON", *_TERMS} else 2
    return _first_then(_parted(words, gaps), further)


def _by_items(words: Words, width: int, further: int) -> Parts:
    """Part a list, with as many items in a line as it takes."""
    lines: list[list[str]] = []
    gaps = [i for i in _gaps(words) if words[i - 1].endswith(",")]
    for item in _parted(words, gaps):
        if lines and len("".join([*lines[-1], " ", *item])) <= width - further:
            lines[-1] += [" ", *item]
        else:
            lines.append([*item])
    return _first_then(lines, further)


def _by_bracket(words: Words) -> Parts:
    """Put what the longest brackets hold on lines of its own."""
    depths = _depths(words)
    ends = [i for i, word in enumerate(words) if word in {")", "]"} and not depths[i]]
    starts = [i for i, word in enumerate(words) if word in {"(", "["} and not depths[i]]
    pairs = [(b - a, a, b) for a, b in zip(starts, ends, strict=False) if a + 1 < b]
    if len(starts) != len(ends) or not pairs:
        return []
    _, start, end = max(pairs)
    return [(words[: start + 1], 0), (words[start + 1 : end], 2), (words[end:], 0)]


def _first_then(parts: Sequence[Words], further: int) -> Parts:
    return [(part, further if i else 0) for i, part in enumerate(parts)]


def _parted(words: Words, gaps: Sequence[int]) -> list[Words]:
    starts = [0, *(i + 1 for i in gaps)]
    return [words[a:b] for a, b in zip(starts, [*gaps, len(words)], strict=True)]


def _gaps(words: Words) -> list[int]:
    """Return the spaces between words outside all brackets."""
    depths = _depths(words)
    inner = range(1, len(words) - 1)
    return [i for i in inner if words[i] == " " and not depths[i]]


def _depths(words: Words) -> list[int]:
    """Return how deep in brackets each word stands, which is 0 for the outermost."""
    depths: list[int] = []
    depth = 0
    for word in words:
        depth -= word in {")", "]"}
        depths.append(depth)
        depth += word in {"(", "["}
    least = min(depths)
    return [each - least for each in depths]
