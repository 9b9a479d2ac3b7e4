"""The targets, and what makes the files of each."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from seedc.emit.parallel import make_all
from seedc.model.catalog import Catalog, Rows
from seedc.model.output_file import OutputFile
from seedc.model.project import Project

Emitter: TypeAlias = Callable[[Catalog, Rows, Project], tuple[OutputFile, ...]]
"""Makes the files of one target; none if the project does not want them."""


def _catalog(catalog: Catalog, _: Rows, __: Project) -> tuple[OutputFile, ...]:
    from seedc.emit.catalog_json import catalog_json  # noqa: PLC0415

    return (_file("catalog.json", [catalog_json(catalog)]),)


def _postgres(catalog: Catalog, rows: Rows, project: Project) -> tuple[OutputFile, ...]:
    from seedc.emit.sql.postgres_seed import postgres_seed  # noqa: PLC0415
    from seedc.emit.sql.schema import postgres_schema  # noqa: PLC0415

    if (options := project.targets.postgres) is None:
        return ()
    seed = postgres_seed(catalog, rows, options, project.deploy)
    return (
        _file("postgres/schema.sql", [postgres_schema(catalog, options)]),
        _file("postgres/seed.sql", seed),
    )


def _sqlite(catalog: Catalog, rows: Rows, project: Project) -> tuple[OutputFile, ...]:
    from seedc.emit.sql.schema import sqlite_schema  # noqa: PLC0415
    from seedc.emit.sql.sqlite_seed import sqlite_seed  # noqa: PLC0415

    if not project.targets.sqlite:
        return ()
    return (
        _file("sqlite/schema.sql", [sqlite_schema(catalog)]),
        _file("sqlite/seed.sql", sqlite_seed(catalog, rows)),
    )


def _python(catalog: Catalog, _: Rows, project: Project) -> tuple[OutputFile, ...]:
    from seedc.emit import python  # noqa: PLC0415

    options = project.targets.python
    return () if options is None else python.emit(catalog, options)


def _typescript(
    catalog: Catalog, rows: Rows, project: Project
) -> tuple[OutputFile, ...]:
    from seedc.emit import typescript  # noqa: PLC0415

    options = project.targets.typescript
    return () if options is None else typescript.emit(catalog, rows, options)


def _editor(catalog: Catalog, rows: Rows, project: Project) -> tuple[OutputFile, ...]:
    from seedc.emit.editor import editor_schemas  # noqa: PLC0415

    return tuple(editor_schemas(catalog, rows)) if project.targets.editor else ()


def _file(path: str, parts: Iterable[str]) -> OutputFile:
    return OutputFile(path, b"".join(part.encode() for part in parts))


# In the order of the table in docs/targets; imports wait until a target is made, as
# some of the libraries behind them are slow to import.
EMITTERS: Mapping[str, Emitter] = MappingProxyType(
    {
        "catalog": _catalog,
        "postgres": _postgres,
        "sqlite": _sqlite,
        "python": _python,
        "typescript": _typescript,
        "editor": _editor,
    }
)


_OF_HALF_THE_TIME = frozenset({"sqlite", "python"})
"""Targets that together take about as long as the others."""

_MANY_ROWS = 20_000
"""From here on a second process saves more time than it costs."""


def emit(catalog: Catalog, rows: Rows, project: Project) -> tuple[OutputFile, ...]:
    """Return all files that a project's build makes, in no order."""
    parts = {
        name: partial(make, catalog, rows, project) for name, make in EMITTERS.items()
    }
    if sum(map(len, rows.values())) < _MANY_ROWS:
        return tuple(file for make in parts.values() for file in make())
    return make_all(
        [make for name, make in parts.items() if name not in _OF_HALF_THE_TIME],
        [make for name, make in parts.items() if name in _OF_HALF_THE_TIME],
    )
