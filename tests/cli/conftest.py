"""A small project, which every command can work on."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.live import Commands
from tests.support.projects import Files, schema, seed, write_project

FILES: Files = {
    "schemas/items.schema.json": schema(
        {"name": {"type": "string"}, "price": {"type": "integer"}},
        required=["id", "name"],
    ),
    "schemas/drops.schema.json": schema(
        {"item_id": {"type": "string", "x-references": "items.id"}}
    ),
    "seeds/items.json": seed(
        {"id": "sword", "name": "Sword ⚔️", "price": 20},
        {"id": "potion", "name": "Potion"},
    ),
    "seeds/drops.json": seed({"id": "first", "item_id": "sword"}),
    "seedc.toml": '[project]\nname = "game"\n\n[targets]\npostgres = {}\neditor = {}\n',
}

DANGLING = seed({"id": "first", "item_id": "⚔️"})
"""Content of `seeds/drops.json` that refers to no item."""


@pytest.fixture
def project() -> Iterator[Path]:
    """Write a project where any user may reach it."""
    folder = Path(tempfile.mkdtemp(prefix="seedc-test-"))
    folder.chmod(0o755)
    yield write_project(folder / "game", FILES)
    shutil.rmtree(folder)


@pytest.fixture
def commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Commands:
    """Run commands on a database that is none."""

    def read() -> tuple[str, str]:
        said = capsys.readouterr()
        return said.out, said.err

    return Commands(monkeypatch, read)
