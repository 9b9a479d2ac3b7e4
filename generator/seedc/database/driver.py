"""The driver, which takes a tenth of a second to load and may be missing."""

from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

from seedc.model.errors import WorldError

if TYPE_CHECKING:
    import psycopg

Connection: TypeAlias = "psycopg.Connection[tuple[object, ...]]"
Row: TypeAlias = tuple[object, ...]


def driver(extra: str = "postgres") -> ModuleType:
    """Return psycopg.

    Args:
        extra: The extra of seedc that brings it, for who lacks it.

    Raises:
        WorldError: It is not installed.
    """
    try:
        import psycopg  # noqa: PLC0415, slow
    except ImportError as error:
        message = f"the driver of PostgreSQL is not installed: {error}"
        raise WorldError(message, hint=f"pip install 'seedc[{extra}]'") from error
    return psycopg
