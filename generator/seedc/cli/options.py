"""Options that several commands have."""

from pathlib import Path

import click

in_folder = click.option(
    "-C",
    "--directory",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Work in the project around this folder.",
)

with_rules = click.option(
    "--rules/--no-rules",
    default=True,
    help="Run the rules, which takes the embedded Postgres.  [default: rules]",
)

on_database = click.option(
    "--database",
    metavar="URL",
    help="The database: postgresql://USER@HOST/NAME or sqlite:///FILE. A URL with a"
    " password belongs into DATABASE_URL, as others can read a command line."
    "  [default: $DATABASE_URL]",
)

of_target = click.option(
    "--target",
    metavar="NAME",
    help="Whose rows, as the ledger knows them: PROJECT, or PROJECT/SCHEMA where the"
    " schema is not `public`; needs no project.  [default: those of the project]",
)

from_artifact = click.option(
    "--from",
    "artifact",
    metavar="ARTIFACT",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take what `seedc build --artifact` wrote, in place of the sources.",
)

acting = click.option(
    "--actor",
    metavar="NAME",
    help="Who runs it, for the ledger.  [default: $SEEDC_ACTOR, $GITHUB_ACTOR,"
    " $GITLAB_USER_LOGIN or the system's user]",
)

ALLOWANCES = ("adopt", "removals", "downgrade", "divergence", "fork")
"""What `--allow` takes; kept here as `model.plan`, which has them, loads slowly."""

adopting = click.option(
    "--adopt",
    is_flag=True,
    help="Write the seeds over rows that somebody else has made; --allow adopt.",
)

allowing = click.option(
    "--allow",
    "allowed",
    multiple=True,
    type=click.Choice(ALLOWANCES),
    help="Override a refusal; the ledger keeps it. May be repeated.",
)
