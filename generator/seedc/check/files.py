"""Check the files of a project: the laws about which there are."""

from collections.abc import Iterator, Sequence

from seedc.check.rules.known_tables import known_tables
from seedc.check.rules.paired_files import paired_files
from seedc.model.diagnostic import Diagnostic
from seedc.model.files import Files, stems
from seedc.model.project import Project


def check_files(
    project: Project, files: Files, schema_problems: Sequence[Diagnostic]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the files of a project, whatever is in them.

    Args:
        project: The project.
        files: Its files.
        schema_problems: What is wrong with its schemas; their seeds are not to blame.
    """
    unread = (*files.unread_schemas, *files.unread_seeds)
    broken = stems((*files.unread_schemas, *schema_problems))
    unpaired = tuple(_unpaired(project, files, broken))
    explained = {note.place for problem in unpaired for note in problem.notes}
    yield from (p for p in unread if p.place not in explained)
    yield from unpaired
    lost = files.seeded - {document.stem for document in files.schemas.values()}
    yield from known_tables(project, files.schemas, broken | lost)


def _unpaired(
    project: Project, files: Files, broken: frozenset[str]
) -> Iterator[Diagnostic]:
    unread = (*files.unread_schemas, *files.unread_seeds)
    # Where a whole folder is missing, nothing in the other one has its counterpart.
    whole = {project.schemas, project.seeds}
    if any(p.code == "missing-folder" or p.place.path in whole for p in unread):
        return
    told = {problem.place.path for problem in unread}
    schemas = {path: d for path, d in files.schemas.items() if path not in told}
    passed_over = [p.place for p in unread if p.code == "unexpected-file"]
    yield from paired_files(schemas, files.seeds, broken, passed_over)
