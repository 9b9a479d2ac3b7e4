"""Print what makes the modules a package: `package.json` and `index.ts`.

The index re-exports through the package's own `imports`, since no relative path
suits everyone: tsc wants `./enemies.js`, Node itself `./enemies.ts`.
"""

import json
from collections.abc import Mapping

from seedc.emit.typescript.module_text import module_file, output_file
from seedc.model.output_file import OutputFile


def index_file(source: str, modules: Mapping[str, bool]) -> OutputFile:
    """Print the index, which re-exports everything.

    Args:
        source: What the package is generated from.
        modules: Its modules, and whether types are not all that a module has.
    """
    lines = [
        f'export {"" if modules[name] else "type "}* from "#{name}";'
        for name in sorted(modules)
    ]
    return module_file("index.ts", source, (), ["\n".join(lines or ["export {};"])])


def package_file(package: str, *, has_data: bool) -> OutputFile:
    """Print the manifest; the same whatever the tables are."""
    data = {"*.data": "./*.data.js"} if has_data else {}
    modules = {**data, "*": "./*.ts"}
    manifest = {
        "name": package,
        "version": "0.0.0",
        "private": True,
        "type": "module",
        "sideEffects": False,
        "exports": {
            ".": "./index.ts",
            **{f"./{pattern}": path for pattern, path in modules.items()},
            "./package.json": "./package.json",
        },
        "imports": {f"#{pattern}": path for pattern, path in modules.items()},
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False)
    return output_file("package.json", f"{text}\n")
