"""Why a database could not be reached.

For a connection that fails the driver has no code, but only libpq's text and, in the
server's language, the server's: what is not recognised in it is quoted.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import final

from seedc.database.refused import RefusedError
from seedc.database.words import plain
from seedc.text.secrets import redact

UNREACHED = "08001"  # sqlclient_unable_to_establish_sqlconnection
STARTING = "57P03"  # cannot_connect_now

_PASSWORD = "give it in the URL, in PGPASSWORD or in ~/.pgpass"  # noqa: S105, no such
_REACH = "is the URL right, does the server run, and can it be reached from here?"
_LATER = "try again later"


@final
@dataclass(frozen=True, slots=True)
class _Reason:
    """A reason: how to know it, PostgreSQL's code for it, and the words for people."""

    sign: str
    sqlstate: str
    message: str
    hint: str


_REASONS = (
    _Reason("password authentication failed", "28P01", "wrong password", _PASSWORD),
    _Reason("no password supplied", "28P01", "it wants a password", _PASSWORD),
    _Reason(
        r"no pg_hba\.conf entry.*(no encryption|SSL off)",
        "28000",
        "it wants TLS, or does not let this role into this database from here",
        "add `?sslmode=require` to the URL, or have pg_hba.conf extended",
    ),
    _Reason(
        r"pg_hba\.conf",
        "28000",
        "it does not let this role into this database from here",
        "have pg_hba.conf extended",
    ),
    _Reason(
        "server does not support SSL",
        UNREACHED,
        "the URL demands TLS, and the server has none",
        "`?sslmode=prefer` goes without, if the network between may be trusted",
    ),
    _Reason(
        "certificate",
        UNREACHED,
        "its certificate is not trusted: {said}",
        "`sslrootcert` in the URL names a file with the authority's certificate",
    ),
    _Reason(
        'database "(.*)" does not exist',
        "3D000",
        "{said}",
        "create it, and run postgres/schema.sql in it",
    ),
    _Reason(
        'role "(.*)" ', "28000", "{said}", "name another in the URL, or have it made"
    ),
    _Reason(
        "permission denied for database",
        "42501",
        "{said}",
        "GRANT CONNECT ON DATABASE; docs/least-privilege.md lists all that is needed",
    ),
    _Reason(
        "too many c|connection slots",
        "53300",
        "it has no connection left: {said}",
        _LATER,
    ),
    _Reason(
        "the database system is ", STARTING, "it takes no connections: {said}", _LATER
    ),
    _Reason(
        "is read-only",
        "25006",
        "it takes no writes, and the URL demands one that does",
        "name the primary",
    ),
    _Reason(
        "failed to resolve host|translate host",
        UNREACHED,
        "its host is not known here",
        _REACH,
    ),
    _Reason("timeout expired", UNREACHED, "it does not answer in time", _REACH),
    _Reason("Connection refused", UNREACHED, "nothing listens there", _REACH),
    _Reason("No such file", UNREACHED, "no server listens at that socket", _REACH),
)
"""The reasons; the first one whose sign is there counts."""

_UNKNOWN = _Reason("", UNREACHED, "{said}", _REACH)
_PREFIX = re.compile(r"(?:.* failed|connection is bad): (?:(?:FATAL|ERROR): +)?")


def unreached(
    refusal: RefusedError, where: str, passwords: Collection[str]
) -> RefusedError:
    """Return the refusal of a connection in words.

    Args:
        refusal: What the driver said.
        where: The database, for people.
        passwords: What may not be in it.
    """
    text = refusal.about.said
    reason = next((each for each in _REASONS if re.search(each.sign, text)), _UNKNOWN)
    said = plain(_masked(_PREFIX.sub("", text), passwords))
    message = f"cannot connect to `{where}`: {reason.message.format(said=said)}"
    made = refusal.reworded(redact(message), reason.hint)
    made.sqlstate = reason.sqlstate
    return made


def _masked(text: str, passwords: Collection[str]) -> str:
    for password in passwords:
        text = text.replace(password, "***")
    return text
