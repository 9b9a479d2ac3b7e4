"""What the options choose."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from seedc.emit.typescript import emit
from seedc.emit.typescript.data_module import KEYED_ROWS
from seedc.model.catalog import Rows
from seedc.model.column_type import BigInt, ColumnType, Numeric
from seedc.model.project import TypescriptOptions
from seedc.model.shape import NumberShape, StringShape
from tests.emit.typescript.builders import INTEGER, NUMBER, catalog, column, table
from tests.emit.typescript.cases import CASES
from tests.emit.typescript.cases.dungeon import DUNGEON

TYPES = TypescriptOptions("@game/types")
ITEMS = catalog([table("items", "Item", column("id"))])


def files(rows: Rows, options: TypescriptOptions) -> dict[str, str]:
    """Generate the package of `ITEMS`."""
    made = emit(ITEMS, rows, options)
    return {
        file.path.removeprefix("typescript/"): file.content.decode() for file in made
    }


def test_no_data_unless_asked() -> None:
    """Without data, nothing of the package speaks of data."""
    made = files({"items": [("sword",)]}, TYPES)
    assert made.keys() == {"brand.ts", "index.ts", "items.ts", "package.json"}
    assert "data" not in made["index.ts"] + made["package.json"]


def test_a_table_may_differ() -> None:
    """A table's own option comes before the target's."""
    some = replace(TYPES, table_data={"items": "js"})
    none = replace(TYPES, data="js", table_data={"items": "none"})
    assert "items.data.js" in files({}, some)
    assert "items.data.js" not in files({}, none)


def test_types_do_not_depend_on_rows() -> None:
    """A changed row changes no module of types, and neither index nor manifest."""
    with_rows = emit(DUNGEON.catalog, DUNGEON.rows, DUNGEON.options)
    without = emit(DUNGEON.catalog, {}, DUNGEON.options)
    changed = {a.path for a, b in zip(with_rows, without, strict=True) if a != b}
    assert all(".data." in path for path in changed)


@pytest.mark.parametrize("extra", [0, 1])
def test_only_small_tables_have_keyed_records(extra: int) -> None:
    """Keys complete up to a number of rows that an editor bears."""
    rows = [(f"item{i:03}",) for i in range(KEYED_ROWS + extra)]
    types = files({"items": rows}, replace(TYPES, data="js"))["items.data.d.ts"]
    assert ("itemsByKey" in types) == (extra == 0)


def test_one_line_a_row() -> None:
    """An added row is one added line of code, and one of types."""
    options = replace(TYPES, data="js")
    before = files({"items": [("a",), ("c",)]}, options)
    after = files({"items": [("a",), ("b",), ("c",)]}, options)
    for name, line in {
        "items.data.js": '  { id: "b" },',
        "items.data.d.ts": "  readonly b: Item;",
    }.items():
        lines = after[name].splitlines()
        lines.remove(line)
        assert lines == before[name].splitlines()


def test_no_brands_without_need() -> None:
    """A package that brands nothing has no module of brands."""
    pair = table("pairs", "Pair", column("a"), column("b"), key=("a", "b"))
    paths = {file.path for file in emit(catalog([pair]), {}, TYPES)}
    assert "typescript/brand.ts" not in paths


def test_only_formats_that_are_used() -> None:
    """A format that no schema uses has no type."""
    days = table("days", "Day", column("id", StringShape(format="date")))
    made = {file.path: file.content for file in emit(catalog([days]), {}, TYPES)}
    assert b"IsoDate " in made["typescript/brand.ts"]
    assert b"Uuid" not in made["typescript/brand.ts"]


def test_an_empty_catalog() -> None:
    """A project without public tables still makes a package."""
    made = {file.path: file.content for file in emit(catalog([]), {}, TYPES)}
    assert made.keys() == {"typescript/index.ts", "typescript/package.json"}
    assert json.loads(made["typescript/package.json"])["name"] == "@game/types"


@pytest.mark.parametrize("name", CASES)
def test_same_input_same_bytes(name: str) -> None:
    """No hash order shows in the output."""
    script = (
        "import hashlib, sys; from seedc.emit.typescript import emit;"
        "from tests.emit.typescript.cases import CASES; case = CASES[sys.argv[1]];"
        "files = emit(case.catalog, case.rows, case.options);"
        "print(hashlib.sha256(repr(files).encode()).hexdigest())"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    prints = {
        subprocess.check_output(
            [sys.executable, "-c", script, name],
            env=environment | {"PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    }
    assert len(prints) == 1


@pytest.mark.parametrize(
    ("kind", "shape", "written"),
    [
        (Numeric(20, 0), INTEGER, "bigint"),
        (Numeric(), INTEGER, "bigint"),
        (Numeric(15, 0), INTEGER, "number"),
        (Numeric(), NumberShape(integer=True, minimum=0, maximum=9), "number"),
        (BigInt(maximum=2**63 - 1), INTEGER, "bigint"),
        (BigInt(), INTEGER, "number"),
        (Numeric(20, 2), NUMBER, "number"),
    ],
)
def test_a_column_says_how_large_integers_are(
    kind: ColumnType, shape: NumberShape, written: str
) -> None:
    """What a column may hold and a number would round is a bigint."""
    given = table("sums", "Sum", column("id"), column("sum", shape, kind=kind))
    made = {file.path: file.content for file in emit(catalog([given]), {}, TYPES)}
    assert f"readonly sum: {written};" in made["typescript/sums.ts"].decode()
