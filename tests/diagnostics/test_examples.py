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

SEED = "seeds/items.json"
DEEP = "[" * 100_000 + "]" * 100_000

TOLD = {
    "byte-order-mark": b"\xef\xbb\xbf{}",
    "invalid-encoding": b'{ "name": "caf\xe9" }',
    "nesting-too-deep": f'{{ "data": [{DEEP}] }}'.encode(),
}
"""What raises the others: a seed file with these bytes."""

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


@pytest.mark.parametrize("name", sorted(NOT_FILES))
def test_what_a_page_only_tells_raises_its_code(name: str, tmp_path: Path) -> None:
    """Also what cannot be shown on a page is true."""
    files = _files(name, f'{SEED}:\n  {{ "id": "sword" }}\n')
    assert problems_of(tmp_path / "game", files) == []
    seed = tmp_path / "game" / SEED
    if name in TOLD:
        seed.write_bytes(TOLD[name])
    else:
        seed.rename(tmp_path / "elsewhere.json")
        seed.symlink_to(tmp_path / "elsewhere.json")
    found = problems_of(tmp_path / "game", {})
    assert {problem.code for problem in found} == {name}
