"""Compare the files of a build with what the output folder holds."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import final

from seedc.model.errors import WorldError
from seedc.model.output_file import OutputFile

MANIFEST = "manifest.json"


@final
@dataclass(frozen=True, slots=True)
class Comparison:
    """What a build would change in the output folder.

    Attributes:
        new: Files that are not there yet.
        changed: Files that are there with other content.
        same: Paths of files that are as they should be.
        stale: Paths of files that an earlier build made and this one does not.
    """

    new: tuple[OutputFile, ...]
    changed: tuple[OutputFile, ...]
    same: tuple[str, ...]
    stale: tuple[str, ...]

    @property
    def is_fresh(self) -> bool:
        """Whether the folder is as the build would leave it."""
        return not (self.new or self.changed or self.stale)


def compare(out: Path, files: Iterable[OutputFile]) -> Comparison:
    """Compare made files, and the manifest of them, with a folder.

    Args:
        out: The output folder; need not exist.
        files: The made files, without the manifest.

    Raises:
        WorldError: A path leads out of the folder.
        OSError: A file cannot be read.
    """
    made = sorted(files, key=lambda file: file.path)
    made.append(_manifest(made))
    for file in made:
        inside(out, file.path)
    present = {file.path: _read(out / file.path) for file in made}
    return Comparison(
        new=tuple(f for f in made if present[f.path] is None),
        changed=tuple(f for f in made if present[f.path] not in {None, f.content}),
        same=tuple(f.path for f in made if present[f.path] == f.content),
        stale=_stale(out, {file.path for file in made}),
    )


def inside(out: Path, path: str) -> Path:
    """Return where a path of the output folder leads.

    Raises:
        WorldError: It leads out of the folder, as through a symbolic link.
    """
    leads = (out / path).resolve()
    if not leads.is_relative_to(out.resolve()):
        message = f"{path} in the output folder leads out of it, to {leads}"
        raise WorldError(message, hint="remove the symbolic link")
    return leads


def _manifest(made: Iterable[OutputFile]) -> OutputFile:
    text = json.dumps([file.path for file in made], indent=2, ensure_ascii=False)
    return OutputFile(MANIFEST, f"{text}\n".encode())


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _stale(out: Path, made: set[str]) -> tuple[str, ...]:
    try:
        listed = json.loads((out / MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError):
        return ()  # no earlier build, or one whose list was lost: remove nothing
    paths = (
        [p for p in listed if isinstance(p, str)] if isinstance(listed, list) else []
    )
    gone = [path for path in sorted(set(paths) - made) if _is_ours(out, path)]
    return tuple(gone)


def _is_ours(out: Path, path: str) -> bool:
    leads = (out / path).resolve()
    return leads.is_relative_to(out.resolve()) and leads.is_file()
