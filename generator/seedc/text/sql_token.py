"""Tokens of SQL as Postgres reads it, as far as names and statements need them."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
      --[^\n\r]*                             # a comment to the end of its line
    | /\*.*?\*/
    | (?<![\w$])[eE]'(?:[^'\\]|''|\\.)*'     # text with escapes
    | '(?:[^']|'')*'
    | \$(?P<tag>[A-Za-z_]\w*|)\$.*?\$(?P=tag)\$
    | "(?:[^"]|"")*"
    | \w[\w$]*
    | [^\s]
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(text: str) -> Iterator[tuple[int, str]]:
    """Yield each token and where it starts, without comments and space."""
    for match in _TOKEN.finditer(text):
        if not match[0].startswith(("--", "/*")):
            yield match.start(), match[0]


def name(token: str) -> str:
    """Return what a token names, if it is a name: unquoted ones in lower case."""
    if token.startswith('"') and len(token) > 1:
        return token[1:-1].replace('""', '"')
    return token.lower()
