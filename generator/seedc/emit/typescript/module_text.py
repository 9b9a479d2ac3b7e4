"""Lay out modules: a header, imports, and blocks with a line between them."""

import posixpath
from collections.abc import Iterable, Sequence

from seedc.emit.layout import lay_out
from seedc.emit.typescript.block import Block, FileKind, block_text
from seedc.emit.typescript.doc_comment import WIDTH
from seedc.emit.typescript.symbol import Symbol
from seedc.model.catalog import Catalog
from seedc.model.output_file import OutputFile
from seedc.model.project import ModuleForm

NOTHING = "export {};"
"""What makes a file a module that exports nothing more."""


def module_files(
    name: str,
    source: str,
    imports: Iterable[Symbol],
    blocks: Sequence[Block],
    form: ModuleForm,
) -> tuple[OutputFile, ...]:
    """Lay out a module of types: one file, or its types and what is left of it.

    Args:
        name: Name of the module, without an extension.
        source: What it was generated from.
        imports: The types it uses of other modules.
        blocks: Its declarations.
        form: Which files it becomes.
    """

    def file(kind: FileKind, imports: Iterable[Symbol]) -> OutputFile:
        texts = [text for block in blocks if (text := block_text(block, kind))]
        return module_file(f"{name}.{kind}", source, imports, texts or [NOTHING], form)

    match form:
        case "ts":
            return (file("ts", imports),)
        case "js":
            return file("d.ts", imports), file("js", ())


def module_file(
    name: str,
    source: str,
    imports: Iterable[Symbol],
    blocks: Iterable[str],
    form: ModuleForm,
) -> OutputFile:
    """Lay out a file of a module.

    Args:
        name: Name of the file, with its extension.
        source: What it was generated from.
        imports: The types it uses of other modules.
        blocks: Its declarations.
        form: Which files the modules are that it imports from.
    """
    text = lay_out(
        "typescript/module.ts.jinja",
        file=name,
        header=header(source),
        imports=_imports(imports, form),
        blocks=list(blocks),
    )
    return output_file(name, text)


def header(source: str) -> str:
    """Print the lines that say where a file comes from."""
    return lay_out("typescript/header.ts.jinja", source=source).strip("\n")


def output_file(name: str, text: str) -> OutputFile:
    """Make a file of the package from its text."""
    return OutputFile(f"typescript/{name}", text.encode())


def all_schemas(catalog: Catalog) -> str:
    """Return a pattern that tells where the schemas of a catalog are."""
    folders = {posixpath.dirname(table.schema_path) for table in catalog.tables}
    return posixpath.join(posixpath.commonpath(folders or {""}), "*.schema.json")


def _imports(symbols: Iterable[Symbol], form: ModuleForm) -> list[str]:
    modules: dict[tuple[bool, str], set[str]] = {}
    for symbol in symbols:
        # What is not of the package comes first.
        key = (not symbol.external, symbol.module)
        modules.setdefault(key, set()).add(symbol.name)
    return [
        _import(f"./{module}.{form}" if own else module, sorted(names))
        for (own, module), names in sorted(modules.items())
    ]


def _import(module: str, names: list[str]) -> str:
    line = f'import type {{ {", ".join(names)} }} from "{module}";'
    if len(line) <= WIDTH:
        return line
    lines = "".join(f"  {name},\n" for name in names)
    return f'import type {{\n{lines}}} from "{module}";'
