"""Where a URL of SQLite leads to: `sqlite:///relative.db`, `sqlite:////absolute.db`."""

from pathlib import Path

from seedc.model.errors import UsageError

_SCHEME = "sqlite:"
_FORMS = "write `sqlite:///dev.db`, or `sqlite:////home/me/dev.db` with a full path"


def is_sqlite(url: str) -> bool:
    """Say whether a database URL is one of SQLite."""
    return url.lower().startswith((_SCHEME, "sqlite3:", "sqlite+"))


def path_of(url: str) -> Path:
    """Return the file that a URL of SQLite names, relative to the working folder.

    Raises:
        UsageError: It names none, or has more in it than a file.
    """
    scheme, _, rest = url.partition(":")
    if scheme.lower() != "sqlite":
        message = f"`{scheme}` is no scheme for a file of SQLite; it is `sqlite`"
        raise UsageError(message, hint=_FORMS)
    if not rest.startswith("///") and rest.strip("/"):
        message = "a URL of SQLite has three slashes before the file, and no host"
        raise UsageError(message, hint=f"{_FORMS}: this one may be `{_mended(rest)}`")
    name = rest.removeprefix("///")
    if not rest.startswith("///") or not name.strip("/"):
        message = "the URL names no file of SQLite"
        raise UsageError(message, hint=_FORMS)
    _check(name)
    return Path(name)


def _mended(rest: str) -> str:
    return f"sqlite:///{rest.removeprefix('//')}"


def _check(name: str) -> None:
    if name == ":memory:":
        message = "a database in memory is gone when seedc ends"
        raise UsageError(message, hint=_FORMS)
    if "?" in name or "#" in name:
        message = "a URL of SQLite takes no options after the file"
        raise UsageError(message, hint="leave out what begins with `?` or `#`")
    if "\0" in name or name.endswith("/"):
        message = "the URL names no file of SQLite"
        raise UsageError(message, hint=_FORMS)
