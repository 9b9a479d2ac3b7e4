"""A table with a seed file and a folder of seeds is one mistake, whatever they hold."""

from pathlib import Path

import pytest

from tests.support.projects import MINIMAL, problems_in, schema, seed, write_project

SWORD, BOW = {"id": "sword"}, {"id": "bow"}
PROJECT = {
    "schemas/items.schema.json": schema({}),
    "seeds/items.json": seed(SWORD, BOW),
    "seeds/items/a.json": seed(SWORD),
    "seeds/items/b.json": seed(BOW),
}


@pytest.mark.parametrize(
    ("severity", "codes"),
    [
        ("error", ["seed-file-and-folder"]),
        ("warning", [*["duplicate-primary-key"] * 2, "seed-file-and-folder"]),
        ("off", ["duplicate-primary-key"] * 2),
    ],
)
def test_keys_of_both(tmp_path: Path, severity: str, codes: list[str]) -> None:
    """A key that stands in both is told only where there may be both."""
    lowered = f'[severity]\nseed-file-and-folder = "{severity}"\n'
    root = write_project(tmp_path, {**PROJECT, "seedc.toml": f"{MINIMAL}{lowered}"})
    assert codes == sorted(problem.code for problem in problems_in(root))


def test_keys_of_one(tmp_path: Path) -> None:
    """A key that the file or the folder has twice is told all the same."""
    more = {"seeds/items.json": seed({"id": "axe"}), "seeds/items/b.json": seed(SWORD)}
    found = problems_in(write_project(tmp_path, {**PROJECT, **more}))
    assert [
        (p.code, p.place.path) for p in found if p.code != "seed-file-and-folder"
    ] == [("duplicate-primary-key", "seeds/items/b.json")]
