"""Rows are what their types say, at every depth."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from seedc.emit.typescript import emit
from tests.emit.typescript.cases import CASES
from tests.support.node import Node

pytestmark = pytest.mark.node

STRICT = {
    "strict": True,
    "noEmit": True,
    "target": "es2022",
    "module": "nodenext",
    "allowImportingTsExtensions": True,
    "exactOptionalPropertyTypes": True,
    "noUnusedLocals": True,
    "types": [],
}
# A literal is of no brand: without them, tsc compares the values themselves.
BRAND = re.compile(r"= Value & \{.*?\n\};", re.DOTALL)
OWN = """\
declare module "@game/time" {
  export type Instant = string;
}
declare module "@game/types" {
  export interface Extra {
    readonly rawNote: string;
    readonly [key: string]: unknown;
  }
  export interface Flight {
    readonly wayPoints: readonly `${number}`[];
  }
}
"""


@pytest.mark.parametrize("name", CASES)
def test_rows_are_of_their_type(node: Node, tmp_path: Path, name: str) -> None:
    """The rows of a table, typed by hand, compile under every strict option."""
    case = CASES[name]
    files = {
        file.path.removeprefix("typescript/"): file.content.decode()
        for file in emit(case.catalog, case.rows, replace(case.options, modules="ts"))
    }
    for path, text in files.items():
        if path.endswith(".data.js"):
            typed = _typed(text, files[path.replace(".js", ".d.ts")])
            (tmp_path / path.replace(".data.js", ".rows.ts")).write_text(typed)
        elif ".data." not in path and path != "index.ts":
            (tmp_path / path).write_text(BRAND.sub("= Value;", text))
    (tmp_path / "own.d.ts").write_text(OWN)
    (tmp_path / "tsconfig.json").write_text(json.dumps({"compilerOptions": STRICT}))
    node.run(node.tsc, "--project", tmp_path, cwd=tmp_path)


def _typed(code: str, types: str) -> str:
    """Give the array of rows the type that the declaration file gives it."""
    declared = re.search(r"const (\w+): readonly (\w+)\[\];", types)
    assert declared is not None
    rows, record = declared.groups()
    imported = re.search(rf"\b{record}\b[^}}]*\}} from (\S+);", types)
    assert imported is not None
    array, _, _ = code.partition(f"\n\nexport const {rows}By")
    typed = array.replace(f"const {rows} =", f"const {rows}: readonly {record}[] =")
    return f"import type {{ {record} }} from {imported[1]};\n{typed}\n"
