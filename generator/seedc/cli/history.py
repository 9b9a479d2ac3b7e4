"""The command that shows the ledger."""

import sys
from pathlib import Path

import click

from seedc.cli.exit_code import FINE, PROBLEMS
from seedc.cli.options import in_folder, of_target, on_database
from seedc.cli.reporter import Reporter, reports_to_people

_MOST = 20


@click.command(
    "history",
    epilog="Examples: seedc history --database postgresql://look@db.example/game;"
    " seedc history 42; seedc history -n 1 --format json",
)
@in_folder
@on_database
@of_target
@click.option(
    "-n",
    "most",
    type=click.IntRange(min=1),
    default=_MOST,
    show_default=True,
    help="How many runs to show, the last ones.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How they are written.",
)
@click.argument("run", required=False, type=click.IntRange(min=1))
@reports_to_people
def history_(  # noqa: PLR0913, an option each
    reporter: Reporter,
    folder: Path,
    *,
    database: str | None,
    target: str | None,
    most: int,
    form: str,
    run: int | None,
) -> int:
    """Show the runs of a database: who changed what, when, from which commit.

    With a RUN, all that the ledger says of it.
    """
    from seedc.apply.ledger import history  # noqa: PLC0415, only this needs them
    from seedc.cli.target import find_target, postgres_url  # noqa: PLC0415
    from seedc.cli.terminal import has_color  # noqa: PLC0415
    from seedc.plan_text.history import (  # noqa: PLC0415
        history_json,
        history_text,
        run_text,
    )

    url = postgres_url(database, "history")
    whose = find_target(target, folder, reporter)
    if whose is None:
        return PROBLEMS
    found = history(url, whose.name, most, run)
    color = has_color(sys.stdout)
    if form == "json":
        sys.stdout.write(history_json(found))
    elif run is None:
        sys.stdout.write(history_text(found, color=color))
    else:
        sys.stdout.write(run_text(found[0], color=color))
    return FINE
