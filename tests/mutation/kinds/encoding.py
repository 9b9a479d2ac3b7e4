"""Files that are not plain UTF-8."""

from random import Random

from tests.mutation.kinds.json_structure import any_file, nodes
from tests.mutation.mutant import Mutant, Where, kinds, pick, span
from tests.mutation.project import Project


def _start(path: str, content: bytes, code: str) -> Mutant:
    return Mutant({path: content}, code, (Where(path, 1, 1, 1),))


def byte_order_mark(project: Project, random: Random) -> Mutant | None:
    """A file as Notepad saves it."""
    path = any_file(project, random)
    content = project.texts[path].encode("utf-8-sig")
    return _start(path, content, "byte-order-mark")


def utf_16(project: Project, random: Random) -> Mutant | None:
    """A file in UTF-16, with a byte order mark or without."""
    path = any_file(project, random)
    content = project.texts[path].encode(
        random.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    )
    return _start(path, content, "invalid-encoding")


def empty_file(project: Project, random: Random) -> Mutant | None:
    """A file with nothing in it, or nothing that is seen."""
    path = any_file(project, random)
    content = random.choice([b"", b"\n", b"  \n\t\n", b"\r\n"])
    return _start(path, content, "empty-file")


def latin_1_byte(project: Project, random: Random) -> Mutant | None:
    """One letter of another encoding in a string."""
    path = any_file(project, random)
    strings = [n for n in nodes(project, path) if isinstance(n.value, str)]
    if (node := pick(random, strings)) is None:
        return None
    text = project.texts[path]
    at = node.start + 1
    byte = random.choice([b"\xe9", b"\xfc", b"\xff", b"\x80", b"\xc3"])
    content = text[:at].encode() + byte + text[at:].encode()
    return Mutant({path: content}, "invalid-encoding", (span(path, text, at, at),))


KINDS = kinds(byte_order_mark, utf_16, empty_file, latin_1_byte)
