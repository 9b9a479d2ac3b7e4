"""Write problems in a format, as a command does."""

from collections.abc import Iterable
from dataclasses import replace

from seedc.diagnostics.formats import FORMATS, report_on
from seedc.diagnostics.report import Sources
from seedc.model.diagnostic import Diagnostic


def written(
    problems: Iterable[Diagnostic],
    sources: Sources,
    form: str = "text",
    *,
    most: int | None = 0,
    color: bool = False,
) -> str:
    """Return a report on problems.

    Args:
        problems: The problems.
        sources: The files that they are in.
        form: The format.
        most: How many problems to show; 0 means all, None what the format shows.
        color: Whether it goes to a terminal that knows colours.
    """
    report = report_on(problems, FORMATS[form], most, sources)
    return FORMATS[form].write(replace(report, color=color))
