"""Find the source files of a project, and read all but the seeds.

Seeds may be large: they are read later, one file after the other.
"""

from collections.abc import Iterable
from typing import TypeVar

from seedc.model.diagnostic import Diagnostic
from seedc.model.files import Files
from seedc.model.project import Project
from seedc.read.files import find_seeds, read_schemas
from seedc.read.rule_files import read_rules
from seedc.read.template_files import read_templates

_File = TypeVar("_File")


def read_files(project: Project) -> Files:
    """Find and read the source files of a project.

    Raises:
        OSError: A file cannot be read.
    """
    schemas, unread_schemas = _apart(read_schemas(project))
    seeds, unread_seeds = _apart(find_seeds(project))
    rules, unread_rules = _apart(read_rules(project))
    templates, unread_templates = _apart(read_templates(project))
    return Files(
        {document.source.path: document for document in schemas},
        seeds,
        rules,
        dict(templates),
        unread_schemas,
        unread_seeds,
        unread_rules,
        unread_templates,
    )


def _apart(
    found: Iterable[_File | Diagnostic],
) -> tuple[tuple[_File, ...], tuple[Diagnostic, ...]]:
    files: list[_File] = []
    problems: list[Diagnostic] = []
    for each in found:
        if isinstance(each, Diagnostic):
            problems.append(each)
        else:
            files.append(each)
    return tuple(files), tuple(problems)
