"""The command that brings a cache up to date."""

from pathlib import Path

import click

from seedc.cli.exit_code import FINE, PROBLEMS
from seedc.cli.options import from_artifact, in_folder, on_database
from seedc.cli.reporter import Reporter, reports_to_people
from seedc.cli.terminal import out, tell


@click.command(
    "publish",
    epilog="Examples: seedc publish --redis redis://cache.example/0;"
    " seedc publish --refresh",
)
@in_folder
@on_database
@from_artifact
@click.option(
    "--redis",
    metavar="URL",
    help="The cache: redis://HOST/0, rediss://HOST/0 or unix:///SOCKET. A URL with a"
    " password belongs into REDIS_URL.  [default: $REDIS_URL]",
)
@click.option(
    "--refresh", is_flag=True, help="Write everything, not only what is not there yet."
)
@reports_to_people
def publish_(  # noqa: PLR0913, an option each
    reporter: Reporter,
    folder: Path,
    *,
    database: str | None,
    artifact: Path | None,
    redis: str | None,
    refresh: bool,
) -> int:
    """Bring a cache up to date with the ledger of a database.

    Repairs what an `apply --redis` could not do: nothing is lost if Redis was down.
    """
    from seedc.cli.release import Source, find_release  # noqa: PLC0415, only this needs
    from seedc.database.url import database_url  # noqa: PLC0415
    from seedc.plan_text.outcome import published_text  # noqa: PLC0415
    from seedc.publish.run import demand_ready, publish  # noqa: PLC0415
    from seedc.publish.url import redis_url  # noqa: PLC0415

    url, cache = database_url(database), redis_url(redis)
    source = Source(folder, artifact, run_rules=False, has_rules=False)
    release = find_release(source, reporter)
    if release is None:
        return PROBLEMS
    demand_ready(release, cache)
    done = publish(release, url, cache, refresh=refresh, tell=tell)
    out(published_text(done))
    return FINE
