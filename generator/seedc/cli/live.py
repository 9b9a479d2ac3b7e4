"""Find the database that a command is about, and what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import final

from seedc.apply.sqlite.url import is_sqlite
from seedc.cli.release import Source, find_compiled, find_release
from seedc.cli.reporter import Reporter
from seedc.cli.terminal import tell
from seedc.database.url import database_url
from seedc.model.errors import UsageError
from seedc.model.plan import Options, Outcome, Plan
from seedc.model.publication import Published
from seedc.model.release import Release


@final
@dataclass(frozen=True, slots=True)
class Live:
    """What can be done with a database.

    Attributes:
        plan: Makes a plan, and writes nothing.
        apply: Makes a plan and executes it.
        script: Gives the SQL of a plan.
        publish: Brings the cache up to date with it; None if none was named.
    """

    plan: Callable[[Options], Plan]
    apply: Callable[[Options], Outcome]
    script: Callable[[Plan], str]
    publish: Callable[[], Published] | None


def find_live(
    given: str | None, source: Source, reporter: Reporter, redis: str | None = None
) -> Live | None:
    """Return the database, or None if the project has errors, which are reported.

    Args:
        given: Its URL; None: that of the environment.
        source: Where the seeds come from.
        reporter: Shows what is wrong with them.
        redis: URL of the Redis that is to be published to, or nothing for that of the
            environment; None: there is none.

    Raises:
        OSError: A file cannot be read.
        UsageError: No database is named, it cannot take what is asked for, or there
            is no project for it.
        WorldError: A driver is missing, or the rules cannot be run.
    """
    url = database_url(given)
    if is_sqlite(url):
        return _sqlite(url, source, reporter, redis)
    release = find_release(source, reporter)
    return None if release is None else _postgres(url, release, redis)


def _postgres(url: str, release: Release, redis: str | None) -> Live:
    from seedc.apply.plan import plan  # noqa: PLC0415, only this database needs them
    from seedc.apply.run import apply  # noqa: PLC0415
    from seedc.publish.run import demand_ready, publish_after_apply  # noqa: PLC0415
    from seedc.publish.url import redis_url  # noqa: PLC0415

    publish = None
    if redis is not None:
        cache = redis_url(redis)
        demand_ready(release, cache)
        publish = partial(publish_after_apply, release, url, cache, tell)
    return Live(
        partial(plan, release, url),
        lambda options: apply(release, url, options, tell),
        partial(_script, release),
        publish,
    )


def _script(release: Release, plan: Plan) -> str:
    from seedc.apply.script import script  # noqa: PLC0415, only this needs it

    return script(release, plan)


def _sqlite(
    url: str, source: Source, reporter: Reporter, redis: str | None
) -> Live | None:
    from seedc.apply.sqlite.run import apply, plan  # noqa: PLC0415, likewise
    from seedc.apply.sqlite.url import path_of  # noqa: PLC0415
    from seedc.apply.sqlite.values import Seeds  # noqa: PLC0415
    from seedc.emit.sql.schema import sqlite_schema  # noqa: PLC0415

    path = path_of(url)
    if redis is not None or source.artifact is not None:
        message = f"`{'--from' if redis is None else '--redis'}` needs a Postgres"
        raise UsageError(message, hint="SQLite is for local work, from the sources")
    found = find_compiled(source, reporter)
    if found is None:
        return None
    project, compiled = found
    assert compiled.rows is not None, "applied in spite of problems"  # noqa: S101, ours
    seeds = Seeds(
        compiled.catalog,
        compiled.rows,
        compiled.lifecycle,
        compiled.versions,
        project.deploy,
    )
    schema = partial(sqlite_schema, compiled.catalog)
    return Live(
        lambda options: plan(path, seeds, options, schema),
        lambda options: apply(path, seeds, options, schema),
        _no_script,
        None,
    )


def _no_script(_: Plan) -> str:
    message = "a plan for SQLite has no form in SQL"
    raise UsageError(message, hint="--format text, markdown or json")
