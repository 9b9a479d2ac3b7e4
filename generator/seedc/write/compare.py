"""Compare the files of a build with what the output folder holds."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import final

from seedc.model.output_file import OutputFile
from seedc.write.paths import inside, is_inside, pending_journal

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
        interrupted: Whether a build died while it replaced files, so that what is
            there may be a mixture.
    """

    new: tuple[OutputFile, ...]
    changed: tuple[OutputFile, ...]
    same: tuple[str, ...]
    stale: tuple[str, ...]
    interrupted: bool = False

    @property
    def is_fresh(self) -> bool:
        """Whether the folder is as the build would leave it."""
        return not (self.new or self.changed or self.stale or self.interrupted)


def compare(out: Path, files: Iterable[OutputFile]) -> Comparison:
    """Compare made files, and the manifest of them, with a folder.

    Args:
        out: The output folder; need not exist.
        files: The made files, without the manifest.

    Raises:
        WorldError: A path leads elsewhere, as through a symbolic link.
        OSError: A file cannot be read.
    """
    made = sorted(files, key=lambda file: file.path)
    made.append(_manifest(made))
    present = {file.path: _read(inside(out, file.path)) for file in made}
    return Comparison(
        new=tuple(f for f in made if present[f.path] is None),
        changed=tuple(f for f in made if present[f.path] not in {None, f.content}),
        same=tuple(f.path for f in made if present[f.path] == f.content),
        stale=_stale(present[MANIFEST], out, made),
        interrupted=pending_journal(out).is_file(),
    )


def _manifest(made: Iterable[OutputFile]) -> OutputFile:
    text = json.dumps([file.path for file in made], indent=2, ensure_ascii=False)
    return OutputFile(MANIFEST, f"{text}\n".encode())


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _stale(
    manifest: bytes | None, out: Path, made: Iterable[OutputFile]
) -> tuple[str, ...]:
    """Return what an earlier manifest lists in vain.

    One that is lost or damaged lists nothing: better to keep a file too many.
    """
    try:
        listed = json.loads(manifest or b"")
    except (ValueError, RecursionError):
        return ()
    if not isinstance(listed, list):
        return ()
    paths = {path for path in listed if isinstance(path, str)}
    gone = paths.difference(file.path for file in made)
    return tuple(path for path in sorted(gone) if _is_ours(out, path))


def _is_ours(out: Path, path: str) -> bool:
    try:
        return is_inside(out, path) and (out / path).is_file()
    except OSError:  # a name that no file can have
        return False
