"""What TypeScript's own compilers say of the packages."""

import json
import shutil
from pathlib import Path

import pytest

from seedc.model.json_value import JsonObject
from seedc.model.project import ModuleForm
from tests.emit.typescript.packages import install
from tests.support.node import Node

pytestmark = pytest.mark.node

HERE = Path(__file__).parent
STRICT: JsonObject = {
    "strict": True,
    "target": "es2022",
    "types": [],
    "skipLibCheck": False,
    "declaration": True,
    "isolatedDeclarations": True,
    "erasableSyntaxOnly": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "noImplicitOverride": True,
    "verbatimModuleSyntax": True,
}
NODENEXT: JsonObject = {"module": "nodenext"}
BUNDLER: JsonObject = {"module": "esnext", "moduleResolution": "bundler"}
CONSUMER = """\
import { ENEMY_TIERS, type Enemy, enemiesByKey } from "@game/dungeon";
import { type Floor } from "@game/dungeon/floors";
import { items } from "@game/dungeon/items.data";

const goblin: Enemy = enemiesByKey.goblin;
const floors: readonly Floor[] = [];
declare const console: { log(...texts: unknown[]): void };
console.log(goblin.name, ENEMY_TIERS[2], items[0]!.weight, floors.length);
"""

compilers = pytest.mark.parametrize("compiler", ["tsc", "tsc7"])
resolutions = pytest.mark.parametrize(
    "resolution", [NODENEXT, BUNDLER], ids=["nodenext", "bundler"]
)


def configure(project: Path, options: JsonObject) -> None:
    """Write what tsc compiles, and how."""
    options = {"compilerOptions": STRICT | options, "include": ["*.ts"]}
    (project / "tsconfig.json").write_text(json.dumps(options))


@compilers
@resolutions
@pytest.mark.parametrize(
    ("form", "linked"),
    [("ts", True), ("ts", False), ("js", False)],
    ids=["ts-linked", "ts-copied", "js-copied"],
)
def test_consumers_compile(  # noqa: PLR0913 - each a parameter of the consumer
    node: Node,
    tmp_path: Path,
    compiler: str,
    resolution: JsonObject,
    form: ModuleForm,
    *,
    linked: bool,
) -> None:
    """Right use compiles under every strict option; each wrong use does not."""
    project = tmp_path / "app"
    install(project, form, linked=linked)
    for consumer in (HERE / "consumer").iterdir():
        shutil.copy(consumer, project)
    configure(project, resolution | {"noEmit": True})
    node.run(node.script(compiler), "--project", project, cwd=project)


@compilers
@pytest.mark.parametrize("linked", [False, True], ids=["copied", "linked"])
def test_compiled_programs_run(
    node: Node, tmp_path: Path, compiler: str, *, linked: bool
) -> None:
    """What tsc makes of a program runs in Node if the package's modules are `.js`."""
    project = tmp_path / "app"
    install(project, "js", linked=linked)
    (project / "main.ts").write_text(CONSUMER)
    configure(project, NODENEXT | {"rootDir": ".", "outDir": "dist"})
    node.run(node.script(compiler), "--project", project, cwd=project)
    assert node.run("dist/main.js", cwd=project) == "Goblin elite 1.1 0\n"
