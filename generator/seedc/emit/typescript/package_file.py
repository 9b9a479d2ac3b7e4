"""Print what makes the modules a package: `package.json` and the index.

The index of `.ts` modules re-exports through the package's own `imports`, since no
relative path suits everyone: tsc wants `./enemies.js`, Node itself `./enemies.ts`.
"""

import json
from collections.abc import Iterable, Mapping

from seedc.emit.typescript.block import FileKind
from seedc.emit.typescript.module_text import NOTHING, module_file, output_file
from seedc.model.json_value import JsonObject
from seedc.model.output_file import OutputFile
from seedc.model.project import ModuleForm


def index_files(
    source: str, modules: Mapping[str, bool], form: ModuleForm
) -> tuple[OutputFile, ...]:
    """Print the index, which re-exports everything.

    Args:
        source: What the package is generated from.
        modules: Its modules, and whether types are not all that a module has.
        form: Which files the modules are.
    """

    def index(kind: FileKind, lines: Iterable[str]) -> OutputFile:
        block = "\n".join(lines) or NOTHING
        return module_file(f"index.{kind}", source, (), [block], form)

    def line(name: str) -> str:
        module = f"#{name}" if form == "ts" else f"./{name}.js"
        return f'export {"" if modules[name] else "type "}* from "{module}";'

    lines = {name: line(name) for name in sorted(modules)}
    match form:
        case "ts":
            return (index("ts", lines.values()),)
        case "js":
            values = (line for name, line in lines.items() if modules[name])
            return index("d.ts", lines.values()), index("js", values)


def package_file(package: str, form: ModuleForm, *, has_data: bool) -> OutputFile:
    """Print the manifest; the same whatever the tables are."""
    manifest = {
        "name": package,
        "version": "0.0.0",
        "private": True,
        "type": "module",
        "sideEffects": False,
        **(_ts_paths(has_data=has_data) if form == "ts" else _js_paths()),
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False)
    return output_file("package.json", f"{text}\n")


def _ts_paths(*, has_data: bool) -> JsonObject:
    data: JsonObject = {"*.data": "./*.data.js"} if has_data else {}
    modules = {**data, "*": "./*.ts"}
    return {
        "exports": {
            ".": "./index.ts",
            **{f"./{pattern}": path for pattern, path in modules.items()},
            "./package.json": "./package.json",
        },
        "imports": {f"#{pattern}": path for pattern, path in modules.items()},
    }


def _js_paths() -> JsonObject:
    return {
        "exports": {
            ".": {"types": "./index.d.ts", "default": "./index.js"},
            "./*": {"types": "./*.d.ts", "default": "./*.js"},
            "./package.json": "./package.json",
        }
    }
