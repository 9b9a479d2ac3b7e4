"""Find the codes that the source raises, in its syntax trees."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import seedc

SOURCE = Path(seedc.__file__).parent
CODE = re.compile(r"[a-z]{2,}(?:-[a-z]+)+")
RAISERS = {"Diagnostic", "Violation"}
STAGES = {"read", "check", "rules"}


def raised(known: Iterable[str]) -> set[str]:
    """Return every code that the source raises.

    Args:
        known: Codes that an f-string (`duplicate-{kind}-key`) may stand for.
    """
    texts = {text for tree in _trees() for text in _codes(tree)}
    plain = {text for text in texts if CODE.fullmatch(text)}
    forms = [re.compile(text) for text in texts - plain]
    return plain | {name for name in known for form in forms if form.fullmatch(name)}


def _trees() -> Iterator[ast.Module]:
    for file in sorted(SOURCE.rglob("*.py")):
        text = file.read_text("utf-8")
        pages = file.name.endswith("_codes.py")
        raises = any(name in text for name in RAISERS) or file.parent.name in STAGES
        if raises and not pages:
            yield ast.parse(text)


def _codes(tree: ast.Module) -> Iterator[str]:
    """Yield what may be a code: first arguments, parts of tuples, `code = ...`."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[first, *_]):
                yield from _texts([first] if name in RAISERS else [])
            case ast.Tuple(elts=parts):
                yield from _texts(parts[:1])
            case ast.Assign(targets=[ast.Name(id="code")], value=value):
                yield from _texts([value])
            case ast.keyword(arg="code", value=value):
                yield from _texts([value])
            case _:
                continue


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        match node:
            case ast.IfExp(body=one, orelse=other):
                yield from _texts([one, other])
            case ast.Constant(value=str() as text) if CODE.fullmatch(text):
                yield text
            case ast.JoinedStr(values=parts):
                form = "".join(_form(part) for part in parts)
                yield from [form] if "-" in form else []
            case _:
                continue


def _form(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "[a-z]+"
