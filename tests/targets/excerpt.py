"""The parts of schemas and of generated files that say something about a shape."""

import ast
import re
from collections.abc import Iterator

_FRAME = {
    "{",
    "}",
    '  "type": "object",',
    '  "x-table": {},',
    '  "required": ["id"],',
    '    "id": { "type": "string" },',
}
"""Lines of a schema that nearly all tables have."""

_NAMELESS = re.compile(r"(//|import |export (type )?\* )")


def schema(text: str) -> str:
    """Return a schema without the lines that nearly all have."""
    lines = [line for line in text.splitlines() if line not in _FRAME]
    return "\n".join(line.removeprefix("  ") for line in lines)


def declarations(path: str, text: str) -> Iterator[str]:
    """Return what a generated module declares: neither its header nor imports."""
    if path.endswith(".py"):
        return _python(text)
    blocks = re.split(r"\n\n(?=\S)", text.strip())
    return (block for block in blocks if not _NAMELESS.match(block))


def _python(text: str) -> Iterator[str]:
    lines, body = text.splitlines(), ast.parse(text).body
    ends = [node.lineno - 1 for node in body[1:]] + [len(lines)]
    block = ""
    for node, end in zip(body, ends, strict=True):
        if isinstance(node, ast.Expr) and block:  # what documents the one before
            block += "\n"
        elif block:
            yield block
            block = ""
        if not isinstance(node, (ast.Import, ast.ImportFrom)) and node is not body[0]:
            start = min([node.lineno, *_decorators(node)]) - 1
            block += "\n".join(lines[start:end]).strip()
    if block:
        yield block


def _decorators(node: ast.stmt) -> list[int]:
    if not isinstance(node, ast.ClassDef):
        return []
    return [decorator.lineno for decorator in node.decorator_list]
