"""Rules: laws across rows and tables, as SQL queries for the rows that break them."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, final

from seedc.model.source import Source


@final
@dataclass(frozen=True, slots=True)
class Rule:
    """One file of the rules folder: its whole text is the query.

    Attributes:
        name: Name of the file without `.sql`.
        law: What must hold, in words: the comment that the file starts with.
        source: The file.
        start: Offset of the query, behind that comment.
        table: The table whose records the query finds, where the comment names it.
    """

    name: str
    law: str
    source: Source
    start: int
    table: str | None = None


@final
@dataclass(frozen=True, slots=True)
class Offender:
    """A row that a rule's query returned.

    Attributes:
        table: The table whose record breaks the law.
        row: Position of its row in the table's data; None if no row has that key.
        values: What the query says of it: names, and values as Postgres writes them.
    """

    table: str
    row: int | None
    values: tuple[tuple[str, str | None], ...]


Reason: TypeAlias = Literal["refused", "too slow", "no key"]


@final
@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a rule has no answer.

    Attributes:
        reason: Postgres or seedc refused the query, it met a limit, or it does not
            say which records it means.
        message: What is wrong; lower case, no period.
        at: Offset in the file, or None for the query as a whole.
        help: What to do about it.
    """

    reason: Reason
    message: str
    at: int | None = None
    help: str | None = None


@final
@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of running a rule.

    Attributes:
        rule: The rule.
        offenders: The rows that break it, each once.
        more: Whether there are more of them than are kept.
    """

    rule: Rule
    offenders: tuple[Offender, ...] = ()
    more: bool = False


@final
@dataclass(frozen=True, slots=True)
class Unanswered:
    """A rule that could not be run to its end."""

    rule: Rule
    refusal: Refusal


Outcome: TypeAlias = Verdict | Unanswered
