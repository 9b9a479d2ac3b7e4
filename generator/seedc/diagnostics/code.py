"""What a code stands for, as data."""

from dataclasses import dataclass
from typing import final

from seedc.model.diagnostic import Severity


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A kind of problem, and the page about it.

    Example and fix are lines that name a file (`seeds/items.json:`) and, indented by
    two spaces below each, what matters of it. A fixed code is an error.

    Attributes:
        name: Stable kebab-case name.
        title: What is wrong, in one line; lower case, no period.
        meaning: What the law is and what would go wrong without it, in sentences.
        example: What raises it.
        fix: The same, mended.
        severity: How bad it is unless `seedc.toml` says otherwise.
        fixed: Whether it must stay an error, as what has it cannot be compiled.
    """

    name: str
    title: str
    meaning: str
    example: str
    fix: str
    severity: Severity = Severity.ERROR
    fixed: bool = True


@final
@dataclass(frozen=True, slots=True)
class Family:
    """Codes about one thing.

    Attributes:
        title: What they are about.
        codes: In the order in which they are shown.
    """

    title: str
    codes: tuple[Code, ...]
