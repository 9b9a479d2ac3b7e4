"""Tables and types that are called like what JavaScript and TypeScript have."""

import json
from pathlib import Path

import pytest

from seedc.emit.typescript import emit
from seedc.model.catalog import Catalog
from seedc.model.project import ModuleForm, TypescriptOptions
from seedc.model.shape import Field, MapShape, ObjectShape, StringShape
from seedc.text.names import snake_case
from tests.emit.typescript.builders import TEXT, catalog, column, table
from tests.support.node import Node

pytestmark = pytest.mark.node

GLOBALS = [
    "Array",
    "Brand",
    "Date",
    "Element",
    "Error",
    "Event",
    "Exclude",
    "Exports",
    "Function",
    "GlobalThis",
    "Infinity",
    "IsoDate",
    "Iterator",
    "Map",
    "Math",
    "Module",
    "NaN",
    "Number",
    "Object",
    "Omit",
    "Partial",
    "Pick",
    "Promise",
    "Proxy",
    "Readonly",
    "ReadonlyArray",
    "ReadonlyMap",
    "Record",
    "Require",
    "Set",
    "String",
    "Symbol",
    "TemplateStringsArray",
    "Undefined",
    "Uuid",
    "Window",
]
STRICT = {
    "strict": True,
    "noEmit": True,
    "target": "es2022",
    "lib": ["es2022", "dom"],
    "module": "nodenext",
    "skipLibCheck": False,
    "declaration": True,
    "isolatedDeclarations": True,
    "verbatimModuleSyntax": True,
}


def hiding() -> Catalog:
    """Return a catalog with a table for each global; each holds an object."""
    return catalog(
        table(
            # A module of seedc's own has the name.
            "brands" if name == "Brand" else snake_case(name),
            name,
            column("id"),
            column("uuid", StringShape(format="uuid"), required=False),
            column("day", StringShape(format="date"), required=False),
            column(
                "inner",
                ObjectShape(
                    f"{name}Inner",
                    (Field("values", MapShape(TEXT), required=True),),
                ),
                required=False,
            ),
        )
        for name in GLOBALS
    )


@pytest.mark.parametrize("compiler", ["tsc", "tsc7"])
@pytest.mark.parametrize("form", ["ts", "js"])
def test_a_package_that_hides_globals_compiles(
    node: Node, tmp_path: Path, compiler: str, form: ModuleForm
) -> None:
    """What a module uses of the language it finds, whatever its types are called."""
    given = hiding()
    rows = {t.name: [("one", None, None, None)] for t in given.tables}
    options = TypescriptOptions("hiding", data="js", modules=form)
    package = tmp_path / "typescript"
    package.mkdir()
    for file in emit(given, rows, options):
        (tmp_path / file.path).write_bytes(file.content)
    (package / "consumer.ts").write_text(
        'import { type ReadonlyMap, type Object, type ObjectId, maps } from "hiding";\n'
        'import { objectById, readonlyMapById } from "hiding";\n'
        "const id = maps[0]!.id as string as ObjectId;\n"
        "const found: Object | undefined = objectById.get(id);\n"
        "const all: ReadonlyMap[] = [...readonlyMapById.values()];\n"
        "export { all, found };\n".replace("maps", "map")
    )
    (package / "tsconfig.json").write_text(json.dumps({"compilerOptions": STRICT}))
    node.run(node.script(compiler), "--project", package, cwd=package)
    names = [f"{t.name}.data.js" for t in given.tables]
    script = f"for (const name of {json.dumps(names)}) await import(`./${{name}}`)"
    node.run("--input-type=module", "-e", script, cwd=package)
