"""The example of every code raises it, and its fix raises nothing."""

from pathlib import Path

import pytest

from seedc.diagnostics.codes import CODES
from tests.diagnostics.project import Files, parts, problems_of, whole

NOT_FILES = frozenset(
    {
        "byte-order-mark",  # a character that a page cannot show
        "invalid-encoding",  # bytes that are no text
        "nesting-too-deep",  # longer than a page
        "outside-project",  # a link
    }
)
"""Codes whose examples are told rather than shown."""

SHOWN = sorted(CODES.keys() - NOT_FILES)

MISSING = {
    "schema-without-seed": "seeds/potions.json",
    "seed-without-schema": "schemas/item.schema.json",
}
"""What is missing is the point of these examples."""


def _files(name: str, lines: str) -> Files:
    return whole(parts(lines), MISSING.get(name))


@pytest.mark.parametrize("name", SHOWN)
def test_the_example_raises_its_code_and_no_other(name: str, tmp_path: Path) -> None:
    """What a page says raises a code does raise it, and nothing else."""
    found = problems_of(tmp_path, _files(name, CODES[name].example))
    assert {problem.code for problem in found} == {name}


@pytest.mark.parametrize("name", SHOWN)
def test_the_fix_raises_nothing(name: str, tmp_path: Path) -> None:
    """What a page says is right is right."""
    assert problems_of(tmp_path, _files(name, CODES[name].fix)) == []
