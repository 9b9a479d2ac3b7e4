"""The folder of the output is none of the sources', and none of these is in another.

A build takes away what it did not make, and would read again what it wrote.
"""

from collections.abc import Iterator
from itertools import combinations

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import ProjectDocument
from seedc.model.json_value import JsonValue
from seedc.text.toml_place import key_place

_Keys = tuple[str, ...]

_FOLDERS = ("seeds", "schemas", "rules", "out")
_TARGETS = ("python", "typescript")


def separate_folders(document: ProjectDocument) -> Iterator[Diagnostic]:
    """Yield the folders of a project that lie in one another, in a sound file."""
    folders = _folders(document)
    for one, other in combinations(folders, 2):
        here, there = _parts(folders[one]), _parts(folders[other])
        if here == there[: len(here)] or there == here[: len(there)]:
            own = other if _value(document, other) is not None else one
            names = [".".join(keys).removeprefix("project.") for keys in (one, other)]
            yield Diagnostic(
                "invalid-option",
                f"`{names[0]}` and `{names[1]}` are the same folder,"
                " or one is in the other",
                key_place(document.source, own),
                help="give each a folder of its own",
            )


def _folders(document: ProjectDocument) -> dict[_Keys, str]:
    project: dict[_Keys, str] = {("project", name): name for name in _FOLDERS}
    templates = (("targets", target, "templates") for target in _TARGETS)
    given = {keys: _value(document, keys) for keys in (*project, *templates)}
    every = {keys: folder or project.get(keys) for keys, folder in given.items()}
    return {keys: folder for keys, folder in every.items() if folder is not None}


def _value(document: ProjectDocument, keys: _Keys) -> str | None:
    value: JsonValue = document.values
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, str) else None


def _parts(folder: str) -> list[str]:
    # On some file systems these are one.
    return folder.casefold().split("/")
