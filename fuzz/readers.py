"""Let coverage guide bytes through the readers: python fuzz/readers.py SECONDS.

Each reader must end in values or in problems with places in the file; anything that
it raises ends the run.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import mkdtemp

import atheris

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "generator"), str(ROOT)]

with atheris.instrument_imports(include=["seedc.read", "seedc.text", "seedc.check"]):
    from seedc.check.rules.valid_project import valid_project
    from seedc.diagnostics.codes import CODES
    from seedc.lower.project import lower_project
    from seedc.model.diagnostic import Diagnostic
    from seedc.model.document import ProjectDocument
    from seedc.read.json_parse import parse_document
    from seedc.read.project_file import PROJECT_FILE, read_project_file
    from seedc.read.seed_file import read_seed
    from seedc.read.text_file import read_text

Reader = Callable[[Path, bytes], Iterable[object]]

FILE = "file"


def _seed(root: Path, content: bytes) -> Iterable[object]:
    source = _source(root, content)
    return [source] if isinstance(source, Diagnostic) else read_seed(source)


def _schema(root: Path, content: bytes) -> Iterable[object]:
    source = _source(root, content)
    return [source if isinstance(source, Diagnostic) else parse_document(source)]


def _project(root: Path, content: bytes) -> Iterable[object]:
    (root / PROJECT_FILE).write_bytes(content)
    document = read_project_file(root)
    if isinstance(document, ProjectDocument):
        return list(valid_project(document)) or [lower_project(root, document)]
    return [document]


def _source(root: Path, content: bytes) -> object:
    (root / FILE).write_bytes(content)
    return read_text(root, FILE)


READERS: tuple[Reader, ...] = (_seed, _schema, _project)


def main() -> None:
    """Fuzz until the time is over."""
    root = Path(mkdtemp(prefix="seedc-fuzz-"))
    corpus = root / "corpus"
    corpus.mkdir()
    for i, path in enumerate(_sources()):
        kind = 2 if path.name == PROJECT_FILE else i % 2
        (corpus / str(i)).write_bytes(bytes([kind]) + path.read_bytes()[:2000])

    def one(data: bytes) -> None:
        reader = READERS[data[0] % len(READERS)] if data else _seed
        for event in reader(root, data[1:]):
            if isinstance(event, Diagnostic):
                _assert_sound(event, data[1:])

    seconds = sys.argv[1] if sys.argv[1:] else "600"
    options = [f"-max_total_time={seconds}", "-max_len=4000", "-timeout=20"]
    atheris.Setup([sys.argv[0], *options, *sys.argv[2:], str(corpus)], one)
    atheris.Fuzz()


def _sources() -> list[Path]:
    golden = ROOT / "tests" / "golden"
    return sorted([*golden.glob("*/s*/**/*.json"), *golden.glob("*/seedc.toml")])


def _assert_sound(problem: Diagnostic, content: bytes) -> None:
    assert problem.code in CODES, problem
    assert problem.message, problem
    lines = content.decode("utf-8", "replace").split("\n")
    assert 1 <= problem.place.line <= len(lines), problem
    columns = len(lines[problem.place.line - 1]) + 1
    assert 1 <= problem.place.column <= columns, problem


if __name__ == "__main__":
    main()
