"""What a project calls and types otherwise in a target is a name there."""

from pathlib import Path

import pytest

from tests.support.projects import problems_of, schema, seed

FILES = {
    "schemas/enemies.schema.json": schema({"hp": {"type": "integer"}}),
    "seeds/enemies.json": seed(),
}


def codes(root: Path, target: str, option: str) -> list[str]:
    """Return the codes of a project that has one option in one target."""
    toml = f'[project]\nname = "game"\n\n[targets.{target}]\n{option}\n'
    return [p.code for p in problems_of(root, {**FILES, "seedc.toml": toml})]


@pytest.mark.parametrize("name", ["Monster", "Größe", "Type_2", "match", "X"])
def test_types_in_python(name: str, tmp_path: Path) -> None:
    """Any identifier will do, soft keywords too."""
    assert codes(tmp_path, "python", f'names = {{ Enemy = "{name}" }}') == []


@pytest.mark.parametrize("name", ["hit_points", "HP", "type", "hp_", "größe"])
def test_attributes_in_python(name: str, tmp_path: Path) -> None:
    """Any identifier will do that no library keeps."""
    assert codes(tmp_path, "python", f'names = {{ "Enemy.hp" = "{name}" }}') == []


@pytest.mark.parametrize("name", ["_hp", "__hp", "in", "model_config", "registry", "ﬁ"])
def test_no_attributes_in_python(name: str, tmp_path: Path) -> None:
    """What Python, Pydantic or SQLAlchemy read otherwise is refused."""
    found = codes(tmp_path, "python", f'names = {{ "Enemy.hp" = "{name}" }}')
    assert found == ["invalid-option"]


@pytest.mark.parametrize("name", ["class", "default", "$hp", "constructor"])
def test_properties_in_typescript(name: str, tmp_path: Path) -> None:
    """Reserved words may be properties."""
    assert codes(tmp_path, "typescript", f'names = {{ "Enemy.hp" = "{name}" }}') == []


@pytest.mark.parametrize("name", ["__proto__", "hit-points", "größe", "1up"])
def test_no_properties_in_typescript(name: str, tmp_path: Path) -> None:
    """What needs quotes, or is no property, is refused."""
    found = codes(tmp_path, "typescript", f'names = {{ "Enemy.hp" = "{name}" }}')
    assert found == ["invalid-option"]


@pytest.mark.parametrize("name", ["_", "$", "any", "never", "enum", "await", "brand"])
def test_no_types_in_typescript(name: str, tmp_path: Path) -> None:
    """TypeScript declares no such type."""
    found = codes(tmp_path, "typescript", f'names = {{ Enemy = "{name}" }}')
    assert found == ["invalid-option"]


@pytest.mark.parametrize("module", ["game", "game.types", ".types", "..types"])
def test_modules_in_python(module: str, tmp_path: Path) -> None:
    """Modules are named as in an import."""
    option = f'types = {{ "Enemy.hp" = {{ name = "Hp", from = "{module}" }} }}'
    assert codes(tmp_path, "python", option) == []


@pytest.mark.parametrize("module", ["game types", "game.", "game.in", "./game", "a;b"])
def test_no_modules_in_python(module: str, tmp_path: Path) -> None:
    """Nothing but a module's name comes into an import."""
    option = f'types = {{ "Enemy.hp" = {{ name = "Hp", from = "{module}" }} }}'
    assert codes(tmp_path, "python", option) == ["invalid-option"]


@pytest.mark.parametrize(
    "module", ["@game/types", "./types.ts", "../t.js", "#t", "node:fs", "~/t"]
)
def test_modules_in_typescript(module: str, tmp_path: Path) -> None:
    """Packages, paths and what bundlers make of them are modules."""
    option = f'types = {{ "Enemy.hp" = {{ name = "Hp", from = "{module}" }} }}'
    assert codes(tmp_path, "typescript", option) == []


@pytest.mark.parametrize("module", ["a b", "a'b", "a`b", "a\\\\b", "a\\nb", 'a\\"b'])
def test_no_modules_in_typescript(module: str, tmp_path: Path) -> None:
    """Nothing ends the text that a module stands in."""
    option = f'types = {{ "Enemy.hp" = {{ name = "Hp", from = "{module}" }} }}'
    assert codes(tmp_path, "typescript", option) == ["invalid-option"]
