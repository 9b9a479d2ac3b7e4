"""In which files the modules of types come."""

import json
import re
from dataclasses import replace

import pytest

from seedc.emit.typescript import emit
from seedc.model.project import ModuleForm
from tests.emit.typescript.builders import Case, catalog
from tests.emit.typescript.cases import CASES
from tests.emit.typescript.cases.dungeon import DUNGEON

EMPTY = Case(catalog([]), {}, replace(DUNGEON.options, table_data={}))
ARRAY = re.compile(
    r"export (?:declare )?const (\w+)(?:: readonly| =) (\[.*?\])", re.DOTALL
)


def files(case: Case, form: ModuleForm) -> dict[str, str]:
    """Generate a package in a form."""
    made = emit(case.catalog, case.rows, replace(case.options, modules=form))
    return {
        file.path.removeprefix("typescript/"): file.content.decode() for file in made
    }


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_modules_come_in_pairs(case: Case) -> None:
    """Each module of a package of `.js` is code and its types, whatever it holds."""
    made = files(case, "js").keys() - {"package.json"}
    code = {name.removesuffix(".js") for name in made if name.endswith(".js")}
    assert made == {f"{name}{end}" for name in code for end in (".js", ".d.ts")}
    modules = {re.sub(r"(\.d)?\.ts$|\.js$", "", name) for name in files(case, "ts")}
    assert code == modules - {"package.json"}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_pairs_need_nothing_but_one_another(case: Case) -> None:
    """All that a package of `.js` imports of itself is a file that it has."""
    made = files(case, "js")
    for text in made.values():
        own = re.findall(r'from "([.#][^"]*)"', text)
        assert {name.removeprefix("./") for name in own} <= made.keys()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_both_forms_say_the_same(case: Case) -> None:
    """Declarations have one text in both forms, up to imports and arrays of values."""
    ts, js = files(case, "ts"), files(case, "js")
    for name in ts.keys() - {"index.ts", "package.json"}:
        if name.endswith(".ts"):
            declared = js[f"{name.removesuffix('.ts').removesuffix('.d')}.d.ts"]
            assert neutral(declared) == neutral(ts[name])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_values_are_those_of_their_types(case: Case) -> None:
    """Each array that a module declares is in its code, with the same items."""
    made = files(case, "js")
    for name, text in made.items():
        if name.endswith(".js") and ".data." not in name:
            types = made[f"{name.removesuffix('.js')}.d.ts"]
            assert arrays(text) == arrays(types)


def test_the_manifest_of_pairs() -> None:
    """Types are found beside the code, by any path that the package exports."""
    manifest = json.loads(files(DUNGEON, "js")["package.json"])
    assert "imports" not in manifest
    assert manifest["exports"] == {
        ".": {"types": "./index.d.ts", "default": "./index.js"},
        "./*": {"types": "./*.d.ts", "default": "./*.js"},
        "./package.json": "./package.json",
    }


def test_an_empty_package_of_pairs() -> None:
    """A project without public tables still makes modules."""
    made = files(EMPTY, "js")
    assert made.keys() == {"index.d.ts", "index.js", "package.json"}
    assert made["index.d.ts"].endswith("\n\nexport {};\n")
    assert made["index.js"].endswith("\n\nexport {};\n")


def arrays(text: str) -> dict[str, str]:
    """Return the arrays of a text, however their lines break."""
    return {name: re.sub(r",?\s", "", items) for name, items in ARRAY.findall(text)}


def neutral(text: str) -> tuple[str, dict[str, str]]:
    """Return a text without what differs from form to form, and its arrays."""
    rest = ARRAY.sub(r"const \1", text).replace(" as const;", ";")
    rest = rest.removesuffix("\nexport {};\n")
    return re.sub(r'(from "\./\w+)\.[tj]s"', r'\1"', rest), arrays(text)
