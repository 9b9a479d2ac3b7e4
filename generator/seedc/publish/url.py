"""Where a user's Redis is: checked, and shown without its secrets.

As a URL that was mistyped may have a part of its password where its host or its port
should be, one that might be of that kind is refused, and no refusal quotes it.
"""

import os
from urllib.parse import SplitResult, urlsplit

from seedc.model.errors import UsageError

VARIABLE = "REDIS_URL"
_FORM = "redis://USER:PASSWORD@HOST:6379/0"


def redis_url(given: str | None) -> str:
    """Return what the command line says, or else the environment.

    Raises:
        UsageError: Neither names a Redis.
    """
    url = given or os.environ.get(VARIABLE)
    if not url:
        message = "no Redis is named"
        raise UsageError(message, hint=f"--redis {_FORM}, or ${VARIABLE}")
    return url


def shown(url: str) -> str:
    """Return the URL of a Redis for people: without user, password and parameters.

    Raises:
        UsageError: It is no such URL.
    """
    parts = _parsed(url)
    if parts.scheme == "unix":
        return f"unix://{parts.path}"
    port = f":{parts.port}" if parts.port else ""
    host = parts.hostname or ""
    named = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{named}{port}{parts.path}"


def _parsed(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        usable = url.isprintable() and _is_usable(parts)
    except ValueError:  # a port that is none
        raise _unusable() from None
    if not usable:
        raise _unusable()
    return parts


def _unusable() -> UsageError:
    hint = (
        f"write it as {_FORM}, rediss://... or unix:///PATH?db=0;"
        " in passwords write `%40` for `@`, `%2F` for `/`, `%3A` for `:`"
    )
    return UsageError("this is no URL of a Redis", hint=hint)


def _is_usable(parts: SplitResult) -> bool:
    if parts.fragment or parts.netloc.count("@") > 1:
        return False
    if parts.scheme == "unix":
        return bool(parts.path.strip("/")) and "@" not in parts.path
    database = parts.path.removeprefix("/")
    named = bool(parts.hostname) and parts.port != 0
    known = parts.scheme in {"redis", "rediss"}
    return known and named and (not database or database.isdecimal())
