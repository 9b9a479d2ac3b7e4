"""The version of a cache: what it is, and how it is written (docs/cache.md)."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from seedc.model.publication import TableVersion, Version


def digest(parts: Iterable[str]) -> str:
    """Return the SHA-256 of texts, none of which has a line end."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def make_version(run: int, tables: Mapping[str, TableVersion]) -> Version:
    """Return the version of a cache with these tables."""
    parts = [f"{name} {table.hash}" for name, table in sorted(tables.items())]
    return Version(run, digest(parts), tables)


def version_text(version: Version) -> str:
    """Return a version as JSON."""
    return json.dumps(asdict(version), ensure_ascii=False, sort_keys=True)


def read_version(text: bytes | str) -> Version:
    """Return what a version says; one that a reader wrote has only numbers of runs.

    Raises:
        ValueError: It is no version.
    """
    try:
        given = json.loads(text)
        tables = {name: _table(each) for name, each in given["tables"].items()}
        return Version(int(given["run"]), str(given.get("hash", "")), tables)
    except (TypeError, LookupError, AttributeError) as error:
        raise ValueError(*error.args) from error


def _table(given: Mapping[str, object]) -> TableVersion:
    run, rows, versions = (given.get(name) for name in ("run", "rows", "versions"))
    return TableVersion(
        run if isinstance(run, int) else 0,
        str(given.get("hash", "")),
        rows if isinstance(rows, int) else -1,
        versions if isinstance(versions, dict) else {},
    )
