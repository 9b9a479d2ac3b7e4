"""What belongs into the cache, and which of it is not there as it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import final

from seedc.model.errors import UsageError
from seedc.model.publication import TableVersion, Version
from seedc.model.release import Release
from seedc.publish.ledger import Snapshot
from seedc.publish.version import digest, make_version
from seedc.text.cache_keys import VERSION


@final
@dataclass(frozen=True, slots=True)
class CachedTable:
    """A table with a key in the cache.

    Attributes:
        name: Its name.
        query: Gives its records.
        parts: The tables that its records are made of: it and its lists.
        files: The seed files that its records come from.
    """

    name: str
    query: str
    parts: tuple[str, ...]
    files: tuple[str, ...]


def cached_tables(release: Release) -> dict[str, CachedTable]:
    """Return the tables of a release that belong into the cache, by name.

    Raises:
        UsageError: One of them would have the key of the version.
    """
    lists = [(table.parent, table.name) for table in release.tables if table.public]
    found = {
        table.name: CachedTable(
            table.name,
            table.cache,
            (table.name, *(name for parent, name in lists if parent == table.name)),
            table.files,
        )
        for table in release.tables
        if table.cache is not None
    }
    if VERSION in found:
        message = f"the table `{VERSION}` would have the key of the cache's version"
        hint = 'give it another `name` in `x-table`, or `"visibility": "server"`'
        raise UsageError(message, hint=hint)
    return found


def wanted_version(tables: Mapping[str, CachedTable], at: Snapshot) -> Version:
    """Return what the cache should hold, with no records counted yet."""
    return make_version(
        at.run, {name: _version(table, at) for name, table in tables.items()}
    )


def with_rows(version: Version, rows: Mapping[str, int]) -> Version:
    """Return a version with the numbers of records."""
    tables = {
        name: replace(table, rows=rows[name]) for name, table in version.tables.items()
    }
    return replace(version, tables=tables)


def stale(
    tables: Mapping[str, CachedTable],
    at: Snapshot,
    wanted: Version,
    known: Mapping[str, TableVersion],
) -> set[str]:
    """Return the tables whose records in the cache are not those of the ledger."""
    pending = set(at.pending.values())
    return {
        name
        for name, table in tables.items()
        if pending & set(table.parts)
        or not _is_same(wanted.tables[name], known.get(name))
    }


def _is_same(wanted: TableVersion, present: TableVersion | None) -> bool:
    return present is not None and (wanted.run, wanted.hash) == (
        present.run,
        present.hash,
    )


def _version(table: CachedTable, at: Snapshot) -> TableVersion:
    states = [at.states[part] for part in table.parts if part in at.states]
    # The query is the form: another column that clients see is another content.
    content = digest([digest([table.query]), *(content for _, content in states)])
    versions = {
        path: version for path, version in at.versions.items() if path in table.files
    }
    return TableVersion(
        max((run for run, _ in states), default=0), content, 0, versions
    )
