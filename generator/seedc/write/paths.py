"""Where files of the output folder are."""

from pathlib import Path

from seedc.model.errors import WorldError

WORK = ".seedc"
"""What is not there yet waits in this folder of the output folder."""


def pending_journal(out: Path) -> Path:
    """Return the journal of the replacement that has begun, if one has."""
    return out / WORK / "journal.json"


def inside(out: Path, path: str) -> Path:
    """Return where a path of the output folder is.

    Raises:
        WorldError: It leads elsewhere, as through a symbolic link.
    """
    if not is_inside(out, path):
        message = f"`{path}` in the output folder leads elsewhere"
        raise WorldError(message, hint="is a part of it a symbolic link? remove that")
    return out.resolve() / path


def is_inside(out: Path, path: str) -> bool:
    """Say whether a path of the output folder leads there straight, without links."""
    root = out.resolve()
    try:
        leads = (root / path).resolve()
    except (ValueError, RuntimeError):  # a NUL in it; a circle of links
        return False
    return leads.as_posix() == f"{root.as_posix()}/{path}"
