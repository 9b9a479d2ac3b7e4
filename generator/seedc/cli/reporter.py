"""Show problems, in the format that was asked for."""

import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext, redirect_stdout
from dataclasses import dataclass, field, replace
from functools import update_wrapper
from pathlib import Path
from types import MappingProxyType
from typing import Concatenate, ParamSpec, TextIO, final

import click

from seedc.cli.terminal import has_color, tell
from seedc.diagnostics.formats import FORMATS, Format, report_on
from seedc.diagnostics.report import Sources, headline
from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Source
from seedc.read.text_file import read_lossy

_P = ParamSpec("_P")

_FOR_PEOPLE = next(iter(FORMATS))
_FORMAT = "problem_format"

_NOTHING_READ: Mapping[str, Source] = MappingProxyType({})


@final
@dataclass(frozen=True, slots=True)
class Reporter:
    """How a command shows problems.

    Attributes:
        form: The format.
        most: How many problems to show; None means what the format shows by itself.
        stdout: Where a format for programs goes, and nothing else.
    """

    form: Format = FORMATS[_FOR_PEOPLE]
    most: int | None = None
    stdout: TextIO = field(default_factory=lambda: sys.stdout)

    def show(
        self,
        root: Path,
        problems: Iterable[Diagnostic],
        read: Mapping[str, Source] = _NOTHING_READ,
    ) -> None:
        """Write problems; for people only where there are any.

        Args:
            root: The project's root.
            problems: The problems, in any order.
            read: Files that were read already, by path.
        """
        report = report_on(problems, self.form, self.most, _sources(root, read))
        if not self.form.for_people:
            self.stdout.write(self.form.write(replace(report, folder=_folder(root))))
            self.stdout.flush()  # before what stderr says of it
            tell(headline(report))
        elif report.problems:
            color = has_color(sys.stderr)
            sys.stderr.write(self.form.write(replace(report, color=color)))


def reports(command: Callable[Concatenate[Reporter, _P], int]) -> Callable[_P, int]:
    """Give a command the options of reports, and a reporter as its first argument.

    Where its report is for programs, the results that it prints go to stderr.
    """
    return _format(reports_to_people(command))


def reports_to_people(
    command: Callable[Concatenate[Reporter, _P], int],
) -> Callable[_P, int]:
    """Do as `reports`, for a command whose `--format` is that of its results."""

    def run(*arguments: _P.args, **options: _P.kwargs) -> int:
        given = click.get_current_context().meta
        form: Format = FORMATS[given.get(_FORMAT, _FOR_PEOPLE)]
        reporter = Reporter(form, given["max_problems"])
        with _results_apart(form):
            return command(reporter, *arguments, **options)

    return _max_problems(update_wrapper(run, command))


def _keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
    context.meta[str(parameter.name)] = value


_format = click.option(
    "--format",
    _FORMAT,
    type=click.Choice([*FORMATS]),
    default=_FOR_PEOPLE,
    show_default=True,
    expose_value=False,
    callback=_keep,
    help="How problems are reported; all but text go to stdout.",
)

_max_problems = click.option(
    "--max-problems",
    metavar="N",
    type=click.IntRange(min=0),
    expose_value=False,
    callback=_keep,
    help="Show at most N problems; 0 shows all. As text, 100 are shown and 5 of a"
    " kind, in other formats all, unless N is given.",
)


def _results_apart(form: Format) -> AbstractContextManager[object]:
    return nullcontext() if form.for_people else redirect_stdout(sys.stderr)


def _sources(root: Path, read: Mapping[str, Source]) -> Sources:
    # A file is read again only where it was not read, or not in a way to be shown.
    return lambda path: read.get(path) or read_lossy(root, path)


def _folder(root: Path) -> str:
    """Return the way to a project from the root of its Git repository, if it has one.

    Annotations on a pull request name their files from there.
    """
    root = root.absolute()
    for above in (root, *root.parents):
        if (above / ".git").exists():
            way = root.relative_to(above).as_posix()
            return "" if way == "." else f"{way}/"
    return ""
