"""Ids and names that other programs take for something else."""

from pathlib import Path

import pytest

from tests.hostile.bounded import ANY, SCHEMA, SEED, codes, run
from tests.support.projects import problems_of, rows_of, schema, seed, write_project

IDS = (
    *("__proto__", "constructor", "toString", "../../x", "..", "/etc/passwd", ""),
    *("\x1b[31m", "a\u202eb", "\u200b", " a", "a ", "a\nb", "'; DROP TABLE items; --"),
    *("caf\u00e9", "cafe\u0301", "Goblin", "goblin", "%s", "{{ x }}", "\U0001f600"),
)


def test_odd_ids_are_ids(tmp_path: Path) -> None:
    """Each arrives as it stands, also two that differ by case or normal form only."""
    files = {SCHEMA: schema({}), SEED: seed(*({"id": name} for name in IDS))}
    rows = rows_of(tmp_path, files)["items"]
    assert [name for (name,) in rows] == sorted(IDS)


def test_odd_ids_are_built(tmp_path: Path) -> None:
    """Every target has a way to write them."""
    files = {SCHEMA: ANY, SEED: seed(*({"id": name} for name in IDS))}
    root = write_project(tmp_path, {**files, "seedc.toml": '[project]\nname = "x"\n'})
    done = run(root, command="build")
    assert done.code == 0
    assert {path.name for path in root.iterdir()} >= {"out", "schemas", "seeds"}
    assert not (root.parent / "x").exists()


@pytest.mark.parametrize("name", ["a" * 10_000, "a\\u0000b", "\\ud800"])
def test_ids_that_no_index_takes(tmp_path: Path, name: str) -> None:
    """What Postgres cannot hold as a key is a problem, of which little is shown."""
    root = write_project(tmp_path, {SCHEMA: ANY, SEED: seed(f'{{"id": "{name}"}}')})
    assert codes(run(root)) <= {"value-does-not-fit", "unstorable-text"}
    assert run(root).code == 1


@pytest.mark.parametrize(
    "name", ["__proto__", "constructor", "CON", "select", "a b", "a'b", 'a"b', "{{x}}"]
)
def test_odd_tables(tmp_path: Path, name: str) -> None:
    """A table of any name is built, or its name is a problem."""
    files = {
        f"schemas/{name}.schema.json": ANY,
        f"seeds/{name}.json": seed({"id": "a"}),
    }
    found = problems_of(tmp_path, files)
    assert {problem.code for problem in found} <= {"invalid-schema", "name-collision"}
