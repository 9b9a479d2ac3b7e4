"""Read one source file as UTF-8 text."""

import errno
import stat
from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place, Source
from seedc.read.folder import leaves_project
from seedc.text.json_walk import Span
from seedc.text.repair import delete

_BOM = "\ufeff"


def read_text(root: Path, path: str) -> Source | Diagnostic:
    """Read a file of the project.

    Args:
        root: The project's root.
        path: Path of the file from the root.

    Returns:
        The file, or why it is not text that seedc reads.

    Raises:
        OSError: The file cannot be opened, or is no file but a pipe or a device.
    """
    if leaves_project(root, path):
        return Diagnostic(
            "outside-project",
            "the file is a link that leaves the project",
            Place(path),
            help="put the file itself here",
        )
    content = _content(root / path)
    if _is_wide(content):
        return _not_utf8(path, content, 0)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, content, error.start)
    return _plain(Source(path, text))


def _content(file: Path) -> bytes:
    # A pipe would be waited for, and a device may have no end.
    if stat.S_IFMT(file.stat().st_mode) not in (stat.S_IFREG, stat.S_IFDIR):
        raise OSError(errno.EINVAL, "neither a file nor a folder", str(file))
    return file.read_bytes()


def _plain(source: Source) -> Source | Diagnostic:
    if source.text.startswith(_BOM):
        return Diagnostic(
            "byte-order-mark",
            "the file starts with a byte order mark",
            Place(source.path, 1, 1),
            help="save it as UTF-8 without a byte order mark",
            fix=delete(source, Span(0, 1), "remove the byte order mark"),
        )
    if not source.text or source.text.isspace():
        return Diagnostic(
            "empty-file",
            "the file is empty",
            Place(source.path, 1, 1),
        )
    return source


def _is_wide(content: bytes) -> bool:
    # Without a mark it may be UTF-8 as well, full of NULs, with which no source begins.
    return content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in content[:2]


def _not_utf8(path: str, content: bytes, at: int) -> Diagnostic:
    before = content[:at]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    byte = f"the byte 0x{content[at]:02x}, not UTF-8"
    found = "UTF-16 text" if _is_wide(content) else byte
    return Diagnostic(
        "invalid-encoding",
        f"expected UTF-8 text, found {found}",
        Place(path, line, column),
        help="save the file as UTF-8",
    )


def read_lossy(root: Path, path: str) -> Source | None:
    """Read a file for showing its lines, as far as it is text; None if it is none.

    A byte order mark stays: it may be what the problem is.
    """
    try:
        content = b"" if leaves_project(root, path) else _content(root / path)
    except OSError:
        return None
    return Source(path, content.decode("utf-8", "replace"))
