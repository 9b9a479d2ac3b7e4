"""Read one source file as UTF-8 text."""

import os
from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place, Source

_BOM = "\ufeff"


def read_text(root: Path, path: str) -> Source | Diagnostic:
    """Read a file of the project.

    Args:
        root: The project's root.
        path: Path of the file from the root.

    Returns:
        The file, or why it is not text that seedc reads.

    Raises:
        OSError: The file cannot be opened.
    """
    # Of links that lead in a circle, opening the file tells; `Path.resolve` fails.
    leads = Path(os.path.realpath(root / path))
    if not leads.is_relative_to(root.resolve()):
        return Diagnostic(
            "outside-project",
            "the file is a link that leaves the project",
            Place(path),
            help="put the file itself here",
        )
    content = (root / path).read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, content, error)
    return _plain(Source(path, text))


def _plain(source: Source) -> Source | Diagnostic:
    if source.text.startswith(_BOM):
        return Diagnostic(
            "byte-order-mark",
            "the file starts with a byte order mark",
            Place(source.path, 1, 1),
            help="save it as UTF-8 without a byte order mark",
        )
    if not source.text or source.text.isspace():
        return Diagnostic(
            "empty-file",
            "the file is empty",
            Place(source.path, 1, 1),
        )
    return source


def _not_utf8(path: str, content: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = content[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    found = (
        "UTF-16 text" if wide else f"the byte 0x{content[error.start]:02x}, not UTF-8"
    )
    return Diagnostic(
        "invalid-encoding",
        f"expected UTF-8 text, found {found}",
        Place(path, line, column),
        help="save the file as UTF-8",
    )


def read_lossy(root: Path, path: str) -> Source | None:
    """Read a file for showing its lines, as far as it is text; None if it is none."""
    try:
        content = (root / path).read_bytes()
    except OSError:
        return None
    return Source(path, content.decode("utf-8", "replace").removeprefix(_BOM))
