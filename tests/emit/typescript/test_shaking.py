"""What bundlers leave of the packages: what a program uses, and nothing else."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import final

import pytest

from seedc.model.project import ModuleForm
from tests.emit.typescript.packages import install
from tests.support.node import Node

pytestmark = pytest.mark.node

TYPES = 'import type { Enemy } from "@game/dungeon"; const none: Enemy[] = [];\n'
MIXED = 'import { type Enemy } from "@game/dungeon"; const none: Enemy[] = [];\n'
KEPT = '{ "compilerOptions": { "verbatimModuleSyntax": true } }'


@final
@dataclass(frozen=True, slots=True)
class Use:
    """What a program does with the package.

    Attributes:
        names: What it imports.
        expression: What it prints, as JSON.
        data: The constants that its bundle needs.
        prints: What it prints.
    """

    names: str
    expression: str
    data: frozenset[str]
    prints: str


USES = {
    "nothing": Use("", "0", frozenset(), "0"),
    "enumeration": Use(
        "ENEMY_TIERS",
        "ENEMY_TIERS",
        frozenset({"ENEMY_TIERS"}),
        '["fodder","soldier","elite"]',
    ),
    "rows": Use(
        "items",
        "items.map((row) => row.name)",
        frozenset({"items"}),
        '["Sword","Twig"]',
    ),
    "map": Use(
        "elementsById",
        'elementsById.get("fire").color',
        frozenset({"elements", "elementsById"}),
        '"#ff0000"',
    ),
    "record-by-key": Use(
        "itemsByKey",
        "itemsByKey.twig.weight",
        frozenset({"items", "itemsById", "itemsByKey"}),
        "0.05",
    ),
    "two-modules": Use(
        "RARITIES, floorPools",
        "[RARITIES.length, floorPools[0].enemy_id]",
        frozenset({"RARITIES", "floorPools"}),
        '[5,"goblin"]',
    ),
}
ODD_KEYS = 'Object.keys(uiConstantsByKey).concat(uiConstantsByKey["b-c"]["2d"])'

forms = pytest.mark.parametrize("form", ["ts", "js"])
uses = pytest.mark.parametrize("use", USES.values(), ids=USES)


@forms
@uses
def test_esbuild(node: Node, tmp_path: Path, form: ModuleForm, use: Use) -> None:
    """Esbuild keeps the data that is used, whichever form the package has."""
    project = tmp_path / "app"
    install(project, form, linked=False)
    main = program(use.names, use.expression, "@game/dungeon")
    bundle = esbuild(node, project, "main.js", main)
    assert data_of(bundle) == use.data
    assert run(node, project, bundle) == use.prints


@uses
def test_rollup(node: Node, tmp_path: Path, use: Use) -> None:
    """Rollup keeps the data that is used, even if it reads no `package.json`."""
    project = tmp_path / "app"
    install(project, "js", linked=False)
    index = "./node_modules/@game/dungeon/index.js"
    (project / "main.js").write_text(program(use.names, use.expression, index))
    arguments = ["--input", "main.js", "--format", "es", "--silent"]
    bundle = node.run(node.script("rollup"), *arguments, cwd=project)
    assert data_of(bundle) == use.data
    assert run(node, project, bundle) == use.prints


@forms
@pytest.mark.parametrize("text", [TYPES, MIXED], ids=["type-import", "kept-import"])
def test_types_bring_no_data(
    node: Node, tmp_path: Path, form: ModuleForm, text: str
) -> None:
    """A program that uses only types gets no data, even if the import is kept."""
    project = tmp_path / "app"
    install(project, form, linked=False)
    (project / "tsconfig.json").write_text(KEPT)
    main = f"{text}console.log(JSON.stringify(none));\n"
    bundle = esbuild(node, project, "main.ts", main)
    assert data_of(bundle) == {"none"}
    assert run(node, project, bundle) == "[]"


@forms
def test_odd_keys_survive_a_bundle(
    node: Node, tmp_path: Path, form: ModuleForm
) -> None:
    """A minified bundle has the members that the file has, `__proto__` too."""
    project = tmp_path / "app"
    install(project, form, linked=False)
    main = program("uiConstantsByKey", ODD_KEYS, "@game/odd")
    bundle = esbuild(node, project, "main.js", main, "--minify")
    assert run(node, project, bundle) == '["__proto__","b-c","\U0001f409"]'


def program(names: str, expression: str, module: str) -> str:
    """Write a program that prints an expression as JSON."""
    imports = f'import {{ {names} }} from "{module}";'
    return f"{imports}\nconsole.log(JSON.stringify({expression}));\n"


def esbuild(node: Node, project: Path, name: str, text: str, *options: str) -> str:
    """Bundle a program."""
    (project / name).write_text(text)
    arguments = [name, "--bundle", "--format=esm", "--log-level=error", *options]
    return node.run(node.script("esbuild"), *arguments, cwd=project)


def data_of(bundle: str) -> set[str]:
    """Return the constants that a bundle holds."""
    return set(re.findall(r"^(?:var|let|const) (\w+) =", bundle, re.MULTILINE))


def run(node: Node, project: Path, bundle: str) -> str:
    """Run a bundle, far from what it was made of."""
    (project.parent / "bundle.mjs").write_text(bundle)
    return node.run("bundle.mjs", cwd=project.parent).strip()
