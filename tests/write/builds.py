"""Builds for tests: files that are written to a folder as the pipeline does it."""

from collections.abc import Mapping
from pathlib import Path

from seedc.model.output_file import OutputFile
from seedc.write.compare import Comparison, compare
from seedc.write.replace import complete, locked, replace


def files(contents: Mapping[str, str]) -> list[OutputFile]:
    """Return files with the given contents, by path."""
    return [OutputFile(path, text.encode()) for path, text in contents.items()]


def build(out: Path, contents: Mapping[str, str]) -> Comparison:
    """Write files to an output folder, and return what that changed."""
    with locked(out):
        complete(out)
        comparison = compare(out, files(contents))
        replace(out, comparison)
    return comparison


def manifest(*paths: str) -> bytes:
    """Return the manifest that lists files."""
    lines = ",\n".join(f'  "{path}"' for path in sorted(paths))
    return f"[\n{lines}\n]\n".encode()


def state(contents: Mapping[str, str]) -> dict[str, bytes]:
    """Return what a folder holds in which these files were built, and no others."""
    listed = manifest(*contents)
    return {
        "manifest.json": listed,
        **{path: text.encode() for path, text in contents.items()},
    }
