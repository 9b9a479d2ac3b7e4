"""The targets, and what makes the files of each.

What needs only the catalog can be made while the rows are still being read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from seedc.model.catalog import Catalog
from seedc.model.content import Content
from seedc.model.diagnostic import Diagnostic
from seedc.model.output_file import OutputFile
from seedc.model.project import PostgresOptions, Project
from seedc.model.templates import Templates

Files: TypeAlias = tuple[OutputFile, ...]
CatalogEmitter: TypeAlias = Callable[[Catalog, Project], Files]
ContentEmitter: TypeAlias = Callable[[Catalog, Content, Project], Files]
"""Makes the files of one target; none if the project does not want them."""


def _catalog(catalog: Catalog, _: Project) -> Files:
    from seedc.emit.catalog_json import catalog_json  # noqa: PLC0415

    return (_file("catalog.json", [catalog_json(catalog)]),)


def _schemas(catalog: Catalog, project: Project) -> Files:
    from seedc.emit.sql.schema import postgres_schema, sqlite_schema  # noqa: PLC0415

    files = []
    if project.targets.postgres is not None:
        text = postgres_schema(catalog, project.targets.postgres)
        files.append(_file("postgres/schema.sql", [text]))
    if project.targets.sqlite:
        files.append(_file("sqlite/schema.sql", [sqlite_schema(catalog)]))
    return tuple(files)


def _seeds(catalog: Catalog, content: Content, project: Project) -> Files:
    from seedc.emit.sql.lines import Lines  # noqa: PLC0415
    from seedc.emit.sql.postgres_seed import postgres_seed  # noqa: PLC0415
    from seedc.emit.sql.sqlite_seed import sqlite_seed  # noqa: PLC0415
    from seedc.script.script import make_script  # noqa: PLC0415

    files, lines = [], Lines(content.rows)
    if (options := project.targets.postgres) is not None:
        script = make_script(catalog, content, options, project.deploy)
        parts = postgres_seed(script, lines, options, project.deploy)
        files.append(_file("postgres/seed.sql", parts))
    if project.targets.sqlite:
        files.append(_file("sqlite/seed.sql", sqlite_seed(catalog, lines)))
    return tuple(files)


def _python(catalog: Catalog, project: Project) -> Files:
    from seedc.emit import python  # noqa: PLC0415

    options = project.targets.python
    if options is None:
        return ()
    postgres = project.targets.postgres or PostgresOptions()
    return python.emit(catalog, options, postgres.schema)


def _typescript(catalog: Catalog, content: Content, project: Project) -> Files:
    from seedc.emit import typescript  # noqa: PLC0415

    options = project.targets.typescript
    return () if options is None else typescript.emit(catalog, content.rows, options)


def _editor(catalog: Catalog, content: Content, project: Project) -> Files:
    from seedc.emit.editor import editor_schemas  # noqa: PLC0415

    wanted = project.targets.editor
    return tuple(editor_schemas(catalog, content.rows)) if wanted else ()


def _file(path: str, parts: Iterable[str]) -> OutputFile:
    return OutputFile(path, b"".join(part.encode() for part in parts))


# Imports wait until a target is made, as some of the libraries behind them are slow
# to import.
CATALOG_EMITTERS: Mapping[str, CatalogEmitter] = MappingProxyType(
    {"catalog": _catalog, "schemas": _schemas, "python": _python}
)
ROW_EMITTERS: Mapping[str, ContentEmitter] = MappingProxyType(
    {"seeds": _seeds, "typescript": _typescript, "editor": _editor}
)


def emit_catalog(catalog: Catalog, project: Project, templates: Templates) -> Files:
    """Return the files that follow from the catalog alone, in no order."""
    makers = CATALOG_EMITTERS.values()
    with _laid_out_with(templates):
        return tuple(file for make in makers for file in make(catalog, project))


def emit_rows(
    catalog: Catalog, content: Content, project: Project, templates: Templates
) -> Files:
    """Return the files that need the rows, in no order."""
    makers = ROW_EMITTERS.values()
    with _laid_out_with(templates):
        return tuple(f for make in makers for f in make(catalog, content, project))


def invalid_templates(
    catalog: Catalog, project: Project, templates: Templates
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a project's templates, the first of each target.

    They are tried on the catalog, as nothing else tells what they do with it.
    """
    if not templates:
        return
    from seedc.emit.own_layout import InvalidTemplate  # noqa: PLC0415

    nothing = Content({}, {}, {})
    for make in (_python, partial(_typescript, content=nothing)):
        try:
            with _laid_out_with(templates):
                make(catalog, project=project)
        except InvalidTemplate as invalid:
            yield invalid.problem


def _laid_out_with(templates: Templates) -> AbstractContextManager[None]:
    if not templates:
        return nullcontext()
    from seedc.emit.layout import in_place  # noqa: PLC0415

    return in_place(templates)
