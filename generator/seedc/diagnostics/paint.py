"""Colours of a terminal, by hand: a library for them takes long to import."""

from collections.abc import Callable
from typing import Final, TypeAlias

Style: TypeAlias = str
"""How a text looks: the parameters of an ANSI sequence."""

BOLD: Final[Style] = "1"
RED: Final[Style] = "1;31"
YELLOW: Final[Style] = "1;33"
BLUE: Final[Style] = "1;34"
GREEN: Final[Style] = "1;32"
CYAN: Final[Style] = "1;36"

Paint: TypeAlias = Callable[[str, Style], str]
"""Give a text a style."""


def painter(*, color: bool) -> Paint:
    """Return what styles text; without colour, what leaves it as it is."""
    return _ansi if color else _plain


def _ansi(text: str, style: Style) -> str:
    return f"\x1b[{style}m{text}\x1b[0m"


def _plain(text: str, _style: Style) -> str:
    return text
