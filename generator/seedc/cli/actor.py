"""Who runs a command, for the ledger."""

import getpass
import os

_VARIABLES = ("SEEDC_ACTOR", "GITHUB_ACTOR", "GITLAB_USER_LOGIN")
"""Where a pipeline says who started it; the first that is set counts."""


def actor(given: str | None) -> str | None:
    """Return the name that was given, or that of the pipeline's or the system's user.

    None where a system, as that of a container may, knows no name.
    """
    named = given or next(filter(None, map(os.environ.get, _VARIABLES)), None)
    return named or _system_user()


def _system_user() -> str | None:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # KeyError up to Python 3.12
        return None
