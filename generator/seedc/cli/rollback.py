"""The command that goes back to the state before the last run."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seedc.cli.exit_code import FINE, PROBLEMS
from seedc.cli.options import acting, in_folder, of_target, on_database
from seedc.cli.reporter import Reporter, reports_to_people
from seedc.cli.terminal import has_color, out, tell

if TYPE_CHECKING:
    from seedc.model.rollback import Rollback, RollbackOptions


@click.command(
    "rollback",
    epilog="Examples: seedc rollback --database postgresql://deploy@db.example/game;"
    " seedc rollback --dry-run --format markdown; seedc rollback --yes --strict",
)
@in_folder
@on_database
@of_target
@click.option("--dry-run", is_flag=True, help="Only show what it would change.")
@click.option("--yes", is_flag=True, help="Do not ask; needed where nobody can answer.")
@click.option(
    "--strict", is_flag=True, help="Refuse if a row was changed since, and would stay."
)
@acting
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How the plan is written.",
)
@reports_to_people
def rollback_(  # noqa: PLR0913, an option each
    reporter: Reporter,
    folder: Path,
    *,
    database: str | None,
    target: str | None,
    dry_run: bool,
    yes: bool,
    strict: bool,
    actor: str | None,
    form: str,
) -> int:
    """Bring a database back to the state before its last run, in one transaction.

    Only rows that are still as the seeds wrote them; what somebody changed since is
    listed, and stays. Once more goes one run further back.
    """
    from seedc.apply.rollback import plan_rollback  # noqa: PLC0415, only this needs it
    from seedc.cli.actor import actor as find_actor  # noqa: PLC0415
    from seedc.cli.target import find_target, postgres_url  # noqa: PLC0415
    from seedc.model.rollback import RollbackOptions  # noqa: PLC0415

    url = postgres_url(database, "rollback")
    if not (dry_run or yes or (sys.stdin.isatty() and sys.stdout.isatty())):
        tell("refused: nobody can be asked, as this is no terminal")
        tell("help: --yes goes back without asking, --dry-run only looks")
        return PROBLEMS
    whose = find_target(target, folder, reporter)
    if whose is None:
        return PROBLEMS
    options = RollbackOptions(
        whose.name,
        whose.deploy.lock_timeout,
        whose.deploy.statement_timeout,
        find_actor(actor),
        strict,
    )
    found = plan_rollback(url, options)
    _show(found, form)
    if found.plan.refusals:
        tell("nothing was rolled back")
        return PROBLEMS
    return FINE if dry_run else _go(url, options, found, yes=yes, form=form)


def _show(found: "Rollback", form: str) -> None:
    from seedc.plan_text import rollback as texts  # noqa: PLC0415, only this needs it

    if form == "json":
        sys.stdout.write(texts.rollback_json(found))
    elif form == "markdown":
        sys.stdout.write(texts.rollback_markdown(found))
    else:
        sys.stdout.write(texts.rollback_text(found, color=has_color(sys.stdout)))


def _go(
    url: str, options: "RollbackOptions", found: "Rollback", *, yes: bool, form: str
) -> int:
    """Roll back what was shown, and nothing else, if that is wanted."""
    from seedc.apply.rollback import rollback  # noqa: PLC0415, only this needs them
    from seedc.cli.applying import agreed  # noqa: PLC0415
    from seedc.plan_text.lines import shown  # noqa: PLC0415
    from seedc.plan_text.rollback import rolled_back_text  # noqa: PLC0415

    database = shown(found.plan.database)
    if not yes and not agreed(f"roll {database} back? Only `yes` will do: "):
        tell("nothing was rolled back")
        return PROBLEMS
    expected = replace(options, expected=found.plan.fingerprint)
    outcome = rollback(url, expected, tell)
    if outcome.run is None:
        _show(replace(found, plan=outcome.plan), "text")
        tell("nothing was rolled back")
        return PROBLEMS
    say = out if form == "text" else tell  # a program reads only the plan
    say(rolled_back_text(found, outcome, color=has_color(sys.stdout)))
    return FINE
