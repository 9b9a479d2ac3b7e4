"""Find and read the templates of a project's own."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project
from seedc.model.source import Place, Source
from seedc.model.templates import REPLACEABLE
from seedc.read.folder import leaves_project, listing
from seedc.read.merge_conflict import merge_conflict
from seedc.read.text_file import read_text
from seedc.text.near import did_you_mean, one_of
from seedc.text.position import place_at
from seedc.text.toml_place import key_place

LARGEST = 64_000
"""Bytes of a template: far more than a layout needs."""


def read_templates(project: Project) -> Iterator[tuple[str, Source] | Diagnostic]:
    """Yield a project's templates by target and name, and what is wrong with files.

    Raises:
        OSError: A file cannot be read.
    """
    targets = project.targets
    for target, options in (
        ("python", targets.python),
        ("typescript", targets.typescript),
    ):
        if options is None or options.templates is None:
            continue
        if not (project.root / options.templates).is_dir():
            yield _missing(project, target, options.templates)
            continue
        for file in _read_folder(project.root, options.templates, REPLACEABLE[target]):
            yield file if isinstance(file, Diagnostic) else (_name(target, file), file)


def _name(target: str, file: Source) -> str:
    return f"{target}/{file.path.rpartition('/')[2]}"


def _read_folder(
    root: Path, folder: str, known: Sequence[str]
) -> Iterator[Source | Diagnostic]:
    for file in listing(root, folder):
        if isinstance(file, Diagnostic):
            yield file
            continue
        path = f"{folder}/{file.name}"
        yield _read(root, path) if file.name in known else _unknown(path, known)


def _read(root: Path, path: str) -> Source | Diagnostic:
    if not leaves_project(root, path):
        if (root / path).is_dir():
            message = "a template is a file, and this is a folder"
            return Diagnostic("invalid-template", message, Place(path))
        if (size := (root / path).stat().st_size) > LARGEST:
            message = (
                f"a template has at most {LARGEST:,} bytes, and this file {size:,}"
            )
            return Diagnostic("invalid-template", message, Place(path))
    source = read_text(root, path)
    if isinstance(source, Diagnostic):
        return source
    return merge_conflict(source) or _nul(source) or source


def _nul(source: Source) -> Diagnostic | None:
    if (nul := source.text.find("\0")) < 0:
        return None
    message = "a template is text, and this character is NUL"
    return Diagnostic("invalid-template", message, place_at(source, nul))


def _unknown(path: str, known: Sequence[str]) -> Diagnostic:
    name = path.rpartition("/")[2]
    near, listed = did_you_mean(name, known), f"templates: {one_of(known)}"
    return Diagnostic(
        "unknown-template",
        f"seedc has no template `{name}` that this one could take the place of",
        Place(path),
        help=f"{near} {listed}" if near else listed,
    )


def _missing(project: Project, target: str, folder: str) -> Diagnostic:
    return Diagnostic(
        "missing-folder",
        f"the folder `{folder}/` does not exist",
        key_place(project.source, ("targets", target, "templates")),
        help=f"make it, or remove `templates` from `[targets.{target}]`",
    )
