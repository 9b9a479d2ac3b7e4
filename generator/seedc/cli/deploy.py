"""The commands that look at a live database and change it.

They only take options; what they do is in modules that a check need not load.
"""

from collections.abc import Sequence
from pathlib import Path

import click

from seedc.cli.exit_code import PROBLEMS
from seedc.cli.options import (
    acting,
    adopting,
    allowing,
    from_artifact,
    in_folder,
    on_database,
    with_rules,
)
from seedc.cli.reporter import Reporter, reports_to_people


@click.command(
    "plan",
    epilog="Examples: seedc plan --database postgresql://deploy@db.example/game;"
    " seedc plan --format markdown; seedc plan --out plan.json --detailed-exitcode",
)
@in_folder
@with_rules
@on_database
@from_artifact
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "sql"]),
    help="How the plan is written; sql is all that an apply would run."
    "  [default: text; with --out, json]",
)
@click.option(
    "--out",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the plan to a file, for `seedc apply --plan`; stdout has it as text.",
)
@click.option("--all", "every", is_flag=True, help="Show each row, however many.")
@click.option(
    "--detailed-exitcode", is_flag=True, help="Exit with 1 if there is anything to do."
)
@adopting
@allowing
@reports_to_people
def plan_(  # noqa: PLR0913, an option each
    reporter: Reporter,
    folder: Path,
    *,
    rules: bool,
    database: str | None,
    artifact: Path | None,
    form: str | None,
    file: Path | None,
    every: bool,
    detailed_exitcode: bool,
    adopt: bool,
    allowed: Sequence[str],
) -> int:
    """Show what an apply would change in a database; change nothing.

    Exits with 1 if the plan is refused.
    """
    from seedc.cli import planning  # noqa: PLC0415, only this needs it
    from seedc.cli.live import find_live  # noqa: PLC0415
    from seedc.cli.release import Source  # noqa: PLC0415

    live = find_live(database, Source(folder, artifact, rules), reporter)
    if live is None:
        return PROBLEMS
    options = planning.options(allowed, adopt=adopt)
    found = live.plan(options)
    planning.show(live, found, form, file, every=every)
    return planning.exit_code(found, detailed=detailed_exitcode)


@click.command(
    "apply",
    epilog="Examples: seedc apply --database postgresql://deploy@db.example/game;"
    " seedc apply --plan plan.json; seedc apply --yes --redis",
)
@in_folder
@with_rules
@on_database
@from_artifact
@click.option(
    "--plan",
    "plan_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Apply the plan that `seedc plan --out FILE` wrote, and no other.",
)
@click.option("--yes", is_flag=True, help="Do not ask; needed where nobody can answer.")
@adopting
@allowing
@acting
@click.option(
    "--trust-ledger",
    is_flag=True,
    help="Compare no rows if the ledger says that these seeds were the last applied.",
)
@click.option(
    "--redis",
    is_flag=False,
    flag_value="",
    metavar="[URL]",
    help="Then bring this cache up to date; without a URL, that of $REDIS_URL.",
)
@reports_to_people
def apply_(  # noqa: PLR0913, an option each
    reporter: Reporter,
    folder: Path,
    *,
    rules: bool,
    database: str | None,
    artifact: Path | None,
    plan_file: Path | None,
    yes: bool,
    adopt: bool,
    allowed: Sequence[str],
    actor: str | None,
    trust_ledger: bool,
    redis: str | None,
) -> int:
    """Bring a database to what the seeds say, in one transaction, or leave it.

    Shows the plan and asks first; on anything but a terminal it needs --yes or --plan.
    """
    from seedc.cli import applying, planning  # noqa: PLC0415, only this needs it
    from seedc.cli.live import find_live  # noqa: PLC0415
    from seedc.cli.release import Source  # noqa: PLC0415

    saved = applying.read_saved(plan_file)
    if not (yes or saved or applying.can_ask()):
        return PROBLEMS
    live = find_live(database, Source(folder, artifact, rules), reporter, redis)
    if live is None:
        return PROBLEMS
    options = planning.options(
        allowed, adopt=adopt, actor=actor, trust_ledger=trust_ledger
    )
    if saved or yes:
        return applying.apply(live, options, saved)
    return applying.ask_and_apply(live, options)
