"""Print for people: results to stdout, what goes on to stderr."""

import os
import sys
from typing import TextIO


def has_color(stream: TextIO) -> bool:
    """Say whether a stream shows colours: a terminal, unless `NO_COLOR` is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def out(text: str = "") -> None:
    """Print a line of the result."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Print a line about what goes on, apart from the result."""
    sys.stderr.write(f"{text}\n")


def bold(text: str) -> str:
    """Return text that stands out on a terminal."""
    return f"\x1b[1m{text}\x1b[0m" if has_color(sys.stdout) else text


def dim(text: str) -> str:
    """Return text that steps back on a terminal."""
    return f"\x1b[2m{text}\x1b[0m" if has_color(sys.stdout) else text
