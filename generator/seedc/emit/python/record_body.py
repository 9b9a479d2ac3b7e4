"""Print the classes and aliases of records, from those that the generator made.

It decides on the types and on the order; names and layout are those of the other
modules.
"""

import ast
from collections.abc import Iterator
from itertools import pairwise

from seedc.emit.python.code import (
    WIDTH,
    Code,
    Group,
    call,
    docstring,
    flat,
    prefixed,
    quoted,
    render,
)
from seedc.emit.python.coded_names import member_key, type_name
from seedc.emit.python.record_annotations import (
    Keyword,
    annotated,
    bare,
    field_of,
    print_type,
    value_of,
)
from seedc.emit.python.record_words import Words

_INDENT = 4
_DEFAULT = " = None"


def print_blocks(tree: ast.Module, words: Words) -> Iterator[str]:
    """Yield the classes and aliases of a module."""
    for statement, after in _with_next(tree.body):
        match statement:
            case ast.ClassDef():
                yield _class(statement, words)
            case ast.Assign(targets=[ast.Name(id=code)]) if code in words.parts:
                pass
            case ast.Assign(targets=[ast.Name(id=code)], value=ast.Call(args=args)):
                alias = _alias(type_name(code) or code, args[1], words)
                text = _text(after)
                yield f"{alias}\n{docstring(text)}" if text else alias
            case ast.Expr() | ast.ImportFrom():
                pass
            case _:
                message = f"records have no {ast.unparse(statement)}"
                raise AssertionError(message)


def _with_next(body: list[ast.stmt]) -> Iterator[tuple[ast.stmt, ast.stmt]]:
    return pairwise([*body, ast.Pass()])


def _text(statement: ast.stmt) -> str:
    """Return the text of a docstring, or none."""
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
        case _:
            return ""


def _alias(name: str, kind: ast.expr, words: Words) -> str:
    value = call(words.symbols["TypeAliasType"], quoted(name), print_type(kind, words))
    return render(prefixed(f"{name} = ", value))


def _class(node: ast.ClassDef, words: Words) -> str:
    name = type_name(node.name) or node.name
    text = ast.get_docstring(node) or ""
    parts = [f"{docstring(text, _INDENT)}\n"] if text else []
    for statement, after in _with_next(node.body):
        if part := _part(statement, _text(after), name, words):
            parts.append(part)
    body = "\n".join(f"    {part}" for part in parts or ["pass"])
    return f"class {name}({words.base}):\n{body}".rstrip("\n")


def _part(statement: ast.stmt, text: str, owner: str, words: Words) -> str:
    match statement:
        case ast.AnnAssign(target=ast.Name(id=code)):
            line = _member(statement, member_key(code), owner, words)
            return f"{line}\n    {docstring(text, _INDENT)}\n" if text else line
        case ast.Assign(value=ast.Dict(values=[kind])):
            # An annotation would be one of the base's, which type checkers refuse.
            extra = flat(print_type(kind, words))
            return f'__annotations__ = {{"__pydantic_extra__": {extra}}}\n'
        case ast.Assign(value=ast.Call(keywords=keywords)):
            return _settings(keywords, words)
        case _:
            return ""


def _settings(keywords: list[ast.keyword], words: Words) -> str:
    """Return what is not as in the base, which is closed."""
    given = [f"{k.arg}={value_of(k.value)}" for k in keywords]
    items = [item for item in given if item != 'extra="forbid"']
    code = call(words.symbols["ConfigDict"], *items)
    return render(prefixed("model_config = ", code), _INDENT) + "\n" if items else ""


def _member(node: ast.AnnAssign, key: str, owner: str, words: Words) -> str:
    attribute = words.attribute(owner, key)
    keywords: list[Keyword] = [] if attribute == key else [("alias", quoted(key))]
    keywords += field_of(node.annotation, words)
    code = annotated(print_type(bare(node.annotation), words), keywords, words)
    return _declared(attribute, code, "" if node.value is None else _DEFAULT)


def _declared(attribute: str, kind: Code, default: str) -> str:
    """Return a member, with the parentheses that ruff gives a union that is long."""
    start = f"{attribute}: "
    line = f"{start}{flat(kind)}{default}"
    if isinstance(kind, Group) or _INDENT + len(line) <= WIDTH:
        return render(prefixed(start, kind), _INDENT, after=len(default)) + default
    opened = line.removesuffix("None") + "("
    if default and _INDENT + len(opened) <= WIDTH:
        return f"{opened}\n        None\n    )"
    inner = render(kind, 2 * _INDENT)
    return f"{start}(\n        {inner}\n    ){default}"
