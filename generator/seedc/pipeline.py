"""The stages, in order.

    read -> check the schemas -> lower the catalog -> check it
         -> read, check and lower the records, batch by batch (seedc.loading)
         -> check the rows -> emit -> write

Nothing is emitted unless every check passed, and nothing is written unless
everything was emitted.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import final

from seedc.ahead import Make, ahead
from seedc.check.catalog import check_catalog
from seedc.check.rows import check_rows
from seedc.check.rules.exact_in_sqlite import exact_in_sqlite
from seedc.check.rules.known_tables import known_tables
from seedc.check.rules.paired_files import paired_files
from seedc.check.rules.valid_project import valid_project
from seedc.check.schemas import check_schemas, without
from seedc.diagnostics.severity import with_severity
from seedc.dialect.node import Library
from seedc.emit.targets import emit_catalog, emit_rows
from seedc.loading import Loading, load
from seedc.lower.project import lower_project
from seedc.lower.rows import in_key_order
from seedc.lower.tables import lower_catalog
from seedc.model.catalog import Catalog, Rows
from seedc.model.diagnostic import Diagnostic, has_errors
from seedc.model.document import SchemaDocument, SeedFile
from seedc.model.project import Project
from seedc.read.files import find_seeds, read_schemas
from seedc.read.project_file import read_project_file
from seedc.write.compare import Comparison, compare
from seedc.write.replace import complete, locked, replace

_LARGE = 4_000_000
"""Bytes of seeds from which on a second process saves more time than it costs."""


@final
@dataclass(frozen=True, slots=True)
class Compiled:
    """A project that was read, checked and lowered.

    Attributes:
        catalog: Its catalog; without the tables whose schemas have problems.
        rows: Its rows in key order; None if anything is wrong.
        problems: All that is wrong, with the severities that the project gives.
        catalog_files: Gives the files that follow from the catalog alone.
    """

    catalog: Catalog
    rows: Rows | None
    problems: tuple[Diagnostic, ...]
    catalog_files: Make


def read_project(root: Path) -> Project | list[Diagnostic]:
    """Read the project file of a folder.

    Raises:
        OSError: The file cannot be read.
    """
    document = read_project_file(root)
    if isinstance(document, Diagnostic):
        return [document]
    return list(valid_project(document)) or lower_project(root, document)


def compile_project(project: Project, *, to_build: bool = False) -> Compiled:
    """Read, check and lower a project.

    Args:
        project: The project.
        to_build: Whether its files will be wanted; where reading its rows takes long,
            they are begun meanwhile.

    Raises:
        OSError: A file cannot be read.
    """
    library, unreadable = _read_library(project)
    schema_problems = check_schemas(library)
    seeds, misplaced = _find_seeds(project)
    # Where a whole folder is missing, nothing in the other one has its counterpart.
    missing = any(p.code == "missing-folder" for p in (*unreadable, *misplaced))
    unpaired = () if missing else paired_files(library, seeds, _stems(unreadable))
    sound = without(library, {path for path, p in schema_problems.items() if p})
    catalog = lower_catalog(project.name, sound)
    catalog_problems = check_catalog(catalog, sound)
    catalog_files: Make = partial(emit_catalog, catalog, project)
    if to_build and not any((*schema_problems.values(), catalog_problems)):
        catalog_files = _begun(catalog_files, project, seeds)
    loading = load(project.root, catalog, _by_table(catalog, seeds))
    found = (
        *unreadable,
        *(p for problems in schema_problems.values() for p in problems),
        *misplaced,
        *unpaired,
        *known_tables(project, library, _stems(unreadable)),
        *catalog_problems,
        *loading.problems,
        *_check_rows(project, catalog, loading),
    )
    problems = tuple(with_severity(found, project.severity))
    rows = None if has_errors(problems) else in_key_order(catalog, loading.data)
    return Compiled(catalog, rows, problems, catalog_files)


def build(project: Project, compiled: Compiled) -> Comparison:
    """Emit a compiled project's files and compare them with the output folder.

    Raises:
        OSError: A file cannot be read.
    """
    assert compiled.rows is not None, "built in spite of problems"  # noqa: S101, ours
    from_rows = emit_rows(compiled.catalog, compiled.rows, project)
    return compare(project.root / project.out, (*compiled.catalog_files(), *from_rows))


def write(project: Project, compiled: Compiled) -> Comparison:
    """Build a compiled project and bring its output folder to the new state.

    Raises:
        OSError: A file cannot be read or written.
        WorldError: The output folder leads out of itself.
    """
    out = project.root / project.out
    with locked(out):
        complete(out)
        comparison = build(project, compiled)
        replace(out, comparison)
    return comparison


def _begun(make: Make, project: Project, seeds: list[SeedFile]) -> Make:
    size = sum((project.root / seed.path).stat().st_size for seed in seeds)
    return ahead(make) if size > _LARGE else make


def _read_library(project: Project) -> tuple[Library, list[Diagnostic]]:
    read = list(read_schemas(project))
    documents = [d for d in read if isinstance(d, SchemaDocument)]
    problems = [p for p in read if isinstance(p, Diagnostic)]
    return {d.source.path: d for d in documents}, problems


def _find_seeds(project: Project) -> tuple[list[SeedFile], list[Diagnostic]]:
    found = list(find_seeds(project))
    seeds = [seed for seed in found if isinstance(seed, SeedFile)]
    return seeds, [p for p in found if isinstance(p, Diagnostic)]


def _stems(problems: list[Diagnostic]) -> frozenset[str]:
    paths = [problem.place.path for problem in problems]
    return frozenset(p.rpartition("/")[2].removesuffix(".schema.json") for p in paths)


def _by_table(catalog: Catalog, seeds: list[SeedFile]) -> dict[str, list[SeedFile]]:
    """Return the seed files of each table; they go by the name of its schema file."""
    found: dict[str, list[SeedFile]] = {}
    for table in catalog.tables:
        names = {table.name, table.schema_path.rpartition("/")[2].split(".")[0]}
        own = [seed for seed in seeds if seed.table in names]
        if own and table.parent is None:
            found[table.name] = own
    return found


def _check_rows(
    project: Project, catalog: Catalog, loading: Loading
) -> tuple[Diagnostic, ...]:
    found = [*check_rows(catalog, loading.data, loading.sources)]
    if project.targets.sqlite:
        found += exact_in_sqlite(catalog, loading.data, loading.sources)
    return tuple(found)
