"""Print for people: problems to stderr, results to stdout."""

import os
import sys
from pathlib import Path
from typing import TextIO

from seedc.diagnostics.render import in_order, render, summary
from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Source
from seedc.read.text_file import read_lossy


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


def show_problems(root: Path, problems: list[Diagnostic]) -> None:
    """Print problems with their source lines, and how many there are."""
    if not problems:
        return
    sources: dict[str, Source | None] = {}

    def source(path: str) -> Source | None:
        if path not in sources:
            sources[path] = read_lossy(root, path)
        return sources[path]

    text = render(in_order(problems), source, color=has_color(sys.stderr))
    sys.stderr.write(f"{text.rstrip()}\n\n{summary(problems)}\n")
