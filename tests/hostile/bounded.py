"""Run `seedc check` with little memory, and look at what it says."""

import re
from pathlib import Path
from typing import TypeAlias

from tests.support.command import Done, seedc
from tests.support.projects import ENVELOPE, Files, schema, seed, write_project

MEMORY = 2 << 30
"""Bytes of address space; what is needed without hostile input is a tenth of it."""

MOST_SAID = 100_000
LONGEST_LINE = 1500

SCHEMA = "schemas/items.schema.json"
SEED = "seeds/items.json"
ANY = schema({"v": {}})

_LIMITED = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
"""

Codes: TypeAlias = set[str]


def value(text: str) -> str:
    """Return a seed file of one record with a value, which is JSON text."""
    return seed(f'{{ "id": "a", "v": {text} }}')


def data(text: str, *members: str) -> str:
    """Return a seed file with text for its data, and further members."""
    return f'{{{", ".join([ENVELOPE, *members])}, "data": {text}}}'


def run(root: Path, *, before: str = "", command: str = "check") -> Done:
    """Run seedc in a project; it must end well and be brief, whatever it finds.

    Args:
        root: The project's root.
        before: Python to run in the process before seedc.
        command: What to run.
    """
    done = seedc(command, cwd=root, before=f"{_LIMITED}{before}")
    said = done.out + done.err
    assert "Traceback" not in said
    assert done.code in (0, 1, 2, 3)
    assert len(said) <= MOST_SAID
    assert max(map(len, said.splitlines()), default=0) <= LONGEST_LINE
    assert all(line.isprintable() for line in said.split("\n"))
    return done


def codes(done: Done) -> Codes:
    """Return the codes of the problems that were shown."""
    return set(re.findall(r"^[^\n]*?: error\[([a-z0-9-]+)\]", done.err, re.MULTILINE))


def check(root: Path, files: Files) -> Codes:
    """Write and check a project; return the codes of its errors."""
    given = {SCHEMA: ANY, SEED: seed({"id": "a"}), **files}
    done = run(write_project(root, given))
    found = codes(done)
    assert done.code == (1 if found else 0), done.err
    return found
