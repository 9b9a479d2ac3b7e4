"""The keys of the cache (docs/cache.md): those that publishers write and readers read.

No table has a `:` in its name, and no namespace has one.
"""

VERSION = "version"


def table_key(namespace: str, table: str) -> str:
    """Return the key of a table's records: a hash of their keys to JSON."""
    return f"{namespace}:{table}"


def version_key(namespace: str) -> str:
    """Return the key of what the cache holds: JSON."""
    return f"{namespace}:{VERSION}"
