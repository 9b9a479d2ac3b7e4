"""What a case of the suite is, and what becomes of it."""

from dataclasses import dataclass
from typing import final


@final
@dataclass(frozen=True, slots=True)
class Case:
    """A text that may be JSON, and what seedc makes of it.

    Attributes:
        name: The name that the suite gives it. `y_` must be read, `n_` must be
            refused, and `i_` is for each parser to decide.
        content: The bytes.
        code: What it is refused with, or what is said of the value that was read.
        column: Where, from 1; 0 where nothing is said.
        line: The line of that, from 1.
        reason: Why seedc decides so, where the suite leaves it open.
    """

    name: str
    content: bytes
    code: str = ""
    column: int = 0
    line: int = 1
    reason: str = ""


def valid(name: str, content: bytes | str) -> Case:
    """Return a case that is read without a word."""
    return Case(f"y_{name}", _bytes(content))


def broken(name: str, content: bytes | str, column: int, line: int = 1) -> Case:
    """Return a case that is refused as no JSON."""
    return Case(f"n_{name}", _bytes(content), "invalid-json", column, line)


def refused(name: str, content: bytes | str, code: str, column: int) -> Case:
    """Return a case that is refused for another reason."""
    return Case(f"n_{name}", _bytes(content), code, column)


def told(name: str, content: bytes | str, code: str, column: int) -> Case:
    """Return a valid case that is read, and of which something is said."""
    return Case(f"y_{name}", _bytes(content), code, column)


def decided(
    name: str, content: bytes | str, reason: str, code: str = "", column: int = 0
) -> Case:
    """Return a case that the suite leaves open."""
    return Case(f"i_{name}", _bytes(content), code, column, reason=reason)


def _bytes(content: bytes | str) -> bytes:
    return content if isinstance(content, bytes) else content.encode()
