"""The folder of the output is none of the sources', and none of these is in another.

A build takes away what it did not make, and would read again what it wrote.
"""

from collections.abc import Iterator
from itertools import combinations

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import ProjectDocument
from seedc.text.toml_place import key_place

_FOLDERS = ("seeds", "schemas", "rules", "out")


def separate_folders(document: ProjectDocument) -> Iterator[Diagnostic]:
    """Yield the folders of a project that lie in one another, in a sound file."""
    given = document.values.get("project")
    project = given if isinstance(given, dict) else {}
    folders = {name: str(project.get(name, name)) for name in _FOLDERS}
    for one, other in combinations(_FOLDERS, 2):
        here, there = _parts(folders[one]), _parts(folders[other])
        if here == there[: len(here)] or there == here[: len(there)]:
            own = other if other in project else one
            yield Diagnostic(
                "invalid-option",
                f"`{one}` and `{other}` are the same folder, or one is in the other",
                key_place(document.source, ("project", own)),
                help="give each a folder of its own",
            )


def _parts(folder: str) -> list[str]:
    # On some file systems these are one.
    return folder.casefold().split("/")
