"""The two ways to bring a release to a database."""

from collections.abc import Callable

from seedc.apply.plan import plan
from seedc.apply.run import apply
from seedc.model.plan import Options, Outcome, Plan
from seedc.model.release import Release

_USUAL = Options()


def applied(
    release: Release,
    conninfo: str,
    options: Options = _USUAL,
    tell: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Apply a release."""
    return apply(release, conninfo, options, tell)


def planned(release: Release, conninfo: str, options: Options = _USUAL) -> Plan:
    """Look what applying a release would do."""
    return plan(release, conninfo, options)
