"""What Redis's refusals mean for somebody who deploys, and what to do then."""

import re
from typing import TYPE_CHECKING

from seedc.model.errors import WorldError
from seedc.text.secrets import redact

if TYPE_CHECKING:
    from redis.exceptions import RedisError

AGAIN = "`seedc publish` brings it up to date when that is mended"
_CLUSTER = "docs/cache.md tells what a cluster needs"

_WORDS: tuple[tuple[str, str, str], ...] = (
    ("AuthenticationError", "refuses the user or the password", "check the URL"),
    ("AuthorizationError", "refuses the user", "check the URL"),
    (
        "NoPermissionError",
        "does not allow the user to do this: {said}",
        "docs/cache.md lists the commands and keys that it needs",
    ),
    ("ReadOnlyError", "is a replica, which takes no writes", "name the primary"),
    ("MasterDownError", "is a replica without its primary", "name the primary"),
    ("OutOfMemoryError", "has no memory left: {said}", AGAIN),
    ("BusyLoadingError", "is still loading its data", AGAIN),
    ("MovedError", "is a cluster", _CLUSTER),
    ("ClusterError", "is a cluster", _CLUSTER),
    ("TimeoutError", "does not answer", AGAIN),
    ("ConnectionError", "cannot be reached: {said}", AGAIN),
    ("RedisError", "refuses this: {said}", AGAIN),
)
"""Kinds of errors, special ones first: what is wrong, and what to do."""

_CONNECTING = r"^Error -?\d+ connecting to \S+\. "
_ABORTED = "Transaction discarded because of: "
_IN_PIPELINE = " of pipeline caused error: "


def in_words(error: "RedisError", where: str) -> WorldError:
    """Return an error of the client as one for people.

    Args:
        error: The error.
        where: The Redis, as people may see it.
    """
    kinds = {kind.__name__ for kind in type(error).__mro__}
    text, hint = next((text, hint) for name, text, hint in _WORDS if name in kinds)
    said = _said(error)
    # An error in a transaction hides what kind it is of.
    if "OOM" in said.split():
        text = "has no memory left: {said}"
    message = f"Redis at {where} {text.format(said=said)}"
    return WorldError(message, hint=hint)


def _said(error: "RedisError") -> str:
    # The client puts the whole command before the reason, and so the records in it.
    said = str(error).rpartition(_IN_PIPELINE)[2].removeprefix(_ABORTED)
    plain = re.sub(_CONNECTING, "", redact(" ".join(said.split()))).rstrip(".")
    return plain[:1].lower() + plain[1:] if plain[1:2].islower() else plain
