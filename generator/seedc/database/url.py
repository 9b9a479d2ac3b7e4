"""Where a user's database is: read, completed, and shown without its secrets.

A URL that was mistyped puts a part of its password where the host, the port or the
database should be. One that might be of that kind is refused, and no refusal quotes it.
"""

import os
import re
from collections.abc import Mapping
from urllib.parse import quote

from seedc.database.driver import driver
from seedc.model.errors import UsageError

VARIABLE = "DATABASE_URL"

_SCHEME = re.compile(r"postgres(?:ql)?(?:\+[a-z0-9_]+)?://")  # SQLAlchemy adds a driver
_OTHER = re.compile(r"[^\s=]*://")
_HOST = r"(?:[^:,\[\]]*|\[[^\[\]]*\])(?::[0-9]{1,5})?"
_HOSTS = re.compile(rf"{_HOST}(?:,{_HOST})*(?:[/?].*)?")
_FORM = "postgresql://USER@HOST:5432/DATABASE"
_WRITE = f"write it as {_FORM}"
_ENCODE = "in names and passwords write `%40` for `@`, `%2F` for `/`, `%3A` for `:`"
_NO_PORT = f"its port is no number; {_WRITE}"
_PARAMETERS = "parameters follow a `?`, as in `DATABASE?sslmode=require`"
_COLON = "the `:` between user and password is written as it is, not `%3A`"
_COMPLETED = {
    "connect_timeout": "10",
    # A server that is gone without a word is noticed within a minute.
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "fallback_application_name": "seedc",
}
# How libpq begins its complaint about what it cannot read; what follows quotes it.
_COMPLAINTS = {
    "invalid percent-encoded token": "a `%` that stands for itself is written `%25`",
    "invalid URI query parameter": (
        "allowed are the parameters of libpq, such as `sslmode`; leave out those of"
        " other tools, such as `schema` or `pgbouncer`"
    ),
    "invalid connection option": "allowed are the parameters of libpq, as `sslmode`",
    "missing": f"write it as {_FORM}, or as `host=HOST dbname=DATABASE user=USER`",
}


def database_url(given: str | None) -> str:
    """Return what the command line says, or else the environment.

    Raises:
        UsageError: Neither names a database.
    """
    url = given or os.environ.get(VARIABLE)
    if not url:
        message = "no database is named"
        raise UsageError(message, hint=f"--database {_FORM}, or ${VARIABLE}")
    return url


def conninfo(url: str) -> str:
    """Return what the driver needs to connect as a user wishes.

    What neither the URL nor a variable of libpq says is completed.

    Raises:
        UsageError: Nothing can be reached with it.
        WorldError: The driver is not installed.
    """
    given = _parsed(url)
    completed = {
        name: value
        for name, value in _COMPLETED.items()
        if name not in given and f"PG{name.upper()}" not in os.environ
    }
    made: str = driver().conninfo.make_conninfo(
        "", **completed, **given | {"client_encoding": "utf8"}
    )
    return made


def shown(url: str) -> str:
    """Return the URL of a database for people: who, where, and nothing else.

    Raises:
        UsageError: Nothing can be reached with it.
        WorldError: The driver is not installed.
    """
    defaults = driver().pq.Conninfo.get_defaults()
    usual = {each.keyword.decode(): (each.val or b"").decode() for each in defaults}
    return _shown({**usual, **_parsed(url)})


def passwords(url: str) -> list[str]:
    """Return the passwords in a URL that can be read."""
    given = _parsed(url)
    return [value for name, value in given.items() if "passw" in name and value]


def _shown(parts: Mapping[str, str]) -> str:
    user, service = parts.get("user", ""), parts.get("service")
    host = parts.get("host") or parts.get("hostaddr") or ""
    is_socket = host.startswith(("/", "@"))
    where = "" if is_socket else _hosts(host, parts.get("port", ""))
    database = quote(parts.get("dbname") or user, safe="")
    extra = f"?host={quote(host)}" if is_socket else ""
    extra = f"?service={quote(service)}" if service else extra
    at = f"{quote(user, safe='')}@" if user else ""
    return f"postgresql://{at}{where}/{database}{extra}"


def _hosts(host: str, port: str) -> str:
    hosts, ports = host.split(","), port.split(",")
    given = ports if len(ports) == len(hosts) else ports[:1] * len(hosts)
    pairs = zip(map(_bracketed, hosts), given, strict=True)
    return ",".join(f"{name}:{number}" if number else name for name, number in pairs)


def _bracketed(host: str) -> str:
    return f"[{quote(host, safe=':')}]" if ":" in host else quote(host)


def _parsed(url: str) -> dict[str, str]:
    plain = _plain(url.strip())
    module = driver()
    try:
        found = module.conninfo.conninfo_to_dict(plain)
    except module.Error as error:
        known = (hint for start, hint in _COMPLAINTS.items() if _begins(error, start))
        raise _unusable(next(known, _WRITE)) from None
    given = {name: str(value) for name, value in found.items()}
    _demand_usable(given)
    return given


def _begins(error: Exception, start: str) -> bool:
    return str(error).startswith(start)


def _plain(url: str) -> str:
    """Return what libpq reads as what is meant, or refuse it."""
    scheme = _SCHEME.match(url)
    if not url.isprintable() or (scheme is None and _OTHER.match(url)):
        raise _unusable(_WRITE)
    if scheme is None:
        return url
    rest = url[scheme.end() :]
    before, *after = rest.split("@")
    if after and ("/" in before or len(after) > 1):
        raise _unusable(_ENCODE)
    if not _HOSTS.fullmatch(after[0] if after else rest):
        raise _unusable(_NO_PORT)
    return f"postgresql://{rest}"


def _demand_usable(given: Mapping[str, str]) -> None:
    if "=" in given.get("dbname", ""):
        raise _unusable(_PARAMETERS)
    if ":" in given.get("user", ""):
        raise _unusable(_COLON)


def _unusable(hint: str) -> UsageError:
    # Not even a part of it is quoted: what is wrong with it may be its password.
    return UsageError("this is no URL of a PostgreSQL database", hint=hint)
