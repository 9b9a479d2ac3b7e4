"""The formats in which problems are reported.

Each has a module of its own, which is imported only when it is asked for.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import final

from seedc.diagnostics.choice import choose
from seedc.diagnostics.order import in_order
from seedc.diagnostics.redacted import redacted
from seedc.diagnostics.report import Report, Sources
from seedc.model.diagnostic import Diagnostic


@final
@dataclass(frozen=True, slots=True)
class Format:
    """A way to write problems.

    Attributes:
        write: Writes a report.
        for_people: Whether people read it; programs get one document, also where
            there is no problem.
        most: How many problems it shows unless told otherwise; 0 means all.
        each: How many of one kind, likewise.
    """

    write: Callable[[Report], str]
    for_people: bool = False
    most: int = 0
    each: int = 0


def report_on(
    problems: Iterable[Diagnostic], form: Format, most: int | None, sources: Sources
) -> Report:
    """Put problems in order and choose what a format shows of them.

    Args:
        problems: The problems.
        form: The format.
        most: How many to show in full, of whatever kind; 0 means all, None what the
            format shows by itself.
        sources: The files that they are in.
    """
    ordered = tuple(in_order(map(redacted, problems)))
    limits = (form.most, form.each) if most is None else (most, most)
    return Report(ordered, choose(ordered, *limits), sources)


def _text(report: Report) -> str:
    from seedc.diagnostics.as_text import as_text  # noqa: PLC0415, as the others

    return as_text(report)


def _json(report: Report) -> str:
    from seedc.diagnostics.as_json import as_json  # noqa: PLC0415, only this needs it

    return as_json(report)


def _sarif(report: Report) -> str:
    from seedc.diagnostics.as_sarif import as_sarif  # noqa: PLC0415, likewise

    return as_sarif(report)


def _github(report: Report) -> str:
    from seedc.diagnostics.as_github import as_github  # noqa: PLC0415, likewise

    return as_github(report)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format(_text, for_people=True, most=100, each=5),
        "json": Format(_json),
        "sarif": Format(_sarif),
        "github": Format(_github),
    }
)
"""The formats by the name that `--format` takes; the first is the default."""
