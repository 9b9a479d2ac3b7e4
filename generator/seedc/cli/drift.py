"""The command that tells whether somebody changed a database."""

import sys
from pathlib import Path

import click

from seedc.cli.exit_code import FINE, PROBLEMS
from seedc.cli.options import from_artifact, in_folder, on_database, with_rules
from seedc.cli.reporter import Reporter, reports_to_people


@click.command(
    "drift",
    epilog="Examples: seedc drift --database postgresql://look@db.example/game;"
    " seedc drift --from release.seedc --format markdown",
)
@in_folder
@with_rules
@on_database
@from_artifact
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How it is written.",
)
@reports_to_people
def drift_(  # noqa: PLR0913, an option each
    reporter: Reporter,
    folder: Path,
    *,
    rules: bool,
    database: str | None,
    artifact: Path | None,
    form: str,
) -> int:
    """Show what somebody changed in a database since the seeds were applied.

    Changes nothing. Exits with 1 if a row was edited or deleted there; what is only
    not deployed yet is shown, and is no drift.
    """
    from seedc.apply.drift import drift  # noqa: PLC0415, only this needs them
    from seedc.cli.release import Source, find_release  # noqa: PLC0415
    from seedc.cli.target import postgres_url  # noqa: PLC0415
    from seedc.cli.terminal import has_color  # noqa: PLC0415
    from seedc.plan_text import drift as texts  # noqa: PLC0415

    url = postgres_url(database, "drift")
    release = find_release(Source(folder, artifact, rules), reporter)
    if release is None:
        return PROBLEMS
    found = drift(release, url)
    if form == "json":
        sys.stdout.write(texts.drift_json(found))
    elif form == "markdown":
        sys.stdout.write(texts.drift_markdown(found))
    else:
        sys.stdout.write(texts.drift_text(found, color=has_color(sys.stdout)))
    return PROBLEMS if found.has_drifted else FINE
