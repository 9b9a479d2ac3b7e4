"""Print the annotations of records, from those that the generator made.

Annotated[T4964 | None, Field(ge=41)] -> Annotated[Id | None, Field(ge=Decimal("0.5"))]
"""

import ast
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from seedc.emit.python.code import Code, Either, Group, call, flat, prefixed, quoted
from seedc.emit.python.coded_names import member_key, type_name
from seedc.emit.python.record_words import Words

Keyword = tuple[str, Code]
"""An argument of `Field`, or `_STEP` and what it takes."""

_STEP = "MultipleOf"


def print_type(node: ast.expr, words: Words) -> Code:
    """Return a type."""
    match node:
        case ast.Name(id=name) if name in words.parts:
            return print_type(words.parts[name], words)
        case ast.Name(id=name):
            return words.type(name)
        case ast.BinOp(left=left, right=right):
            return Either((*_arms(left, words), *_arms(right, words)))
        case ast.Subscript(value=ast.Name(id=name), slice=inner):
            return _subscript(node, name, _items(inner), words)
        case ast.Constant(value=str(text)):
            return quoted(flat(print_type(_parsed(text), words)))
        case _:
            return ast.unparse(node)


def _arms(node: ast.expr, words: Words) -> tuple[Code, ...]:
    printed = print_type(node, words)
    return printed.arms if isinstance(printed, Either) else (printed,)


def _subscript(
    node: ast.Subscript, name: str, items: list[ast.expr], words: Words
) -> Code:
    if name == "Annotated":
        return annotated(print_type(items[0], words), field_of(node, words), words)
    print_item = value_of if name == "Literal" else partial(print_type, words=words)
    whole = Group(f"{words.type(name)}[", tuple(map(print_item, items)), "]")
    if words.strict and name == "tuple":
        # JSON has lists alone.
        return annotated(whole, [("strict", "False")], words)
    return whole


def _items(inner: ast.expr) -> list[ast.expr]:
    return inner.elts if isinstance(inner, ast.Tuple) else [inner]


def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def bare(node: ast.expr) -> ast.expr:
    """Return a type without what `Annotated` says of it."""
    match node:
        case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=parts)):
            return parts[0]
        case _:
            return node


def annotated(kind: Code, keywords: list[Keyword], words: Words) -> Code:
    """Return a type with arguments of `Field`, if there are any."""
    plain = [(name, value) for name, value in keywords if name != _STEP]
    items = (prefixed(f"{name}=", value) for name, value in plain)
    said = [
        *([call(words.symbols["Field"], *items)] if plain else []),
        *(
            call(words.symbols[_STEP], value)
            for name, value in keywords
            if name == _STEP
        ),
    ]
    return Group(f"{words.symbols['Annotated']}[", (kind, *said), "]") if said else kind


def field_of(node: ast.expr, words: Words) -> list[Keyword]:
    """Return the arguments of `Field` beside an annotated type, without an alias."""
    match node:
        case ast.Subscript(
            value=ast.Name(id="Annotated"),
            slice=ast.Tuple(elts=[kind, ast.Call(keywords=keywords)]),
        ):
            given = [(k.arg or "", _argument(k, kind, words)) for k in keywords]
            return [(_name(name, value), value) for name, value in given if value]
        case _:
            return []


def _name(keyword: str, value: str) -> str:
    # `Field` says that it takes no decimal there.
    return _STEP if keyword == "multiple_of" and value.endswith(")") else keyword


def _argument(keyword: ast.keyword, kind: ast.expr, words: Words) -> str:
    """Return an argument, or no text if it is to be left out."""
    match keyword:
        case ast.keyword(arg="alias"):
            return ""
        case ast.keyword(arg="discriminator", value=ast.Constant(value=str(code))):
            return _discriminator(member_key(code), kind, words)
        case ast.keyword(value=ast.Constant(value=int() | float() as n)) if (
            number := words.decimals.get(int(n))
        ) is not None:
            return _number(number, kind, keyword.arg or "", words)
        case _:
            return value_of(keyword.value)


def _discriminator(key: str, kind: ast.expr, words: Words) -> str:
    """Return the attribute that tells the arms apart.

    Pydantic wants one for all arms; where the project gave it several names, the
    constants of the arms tell as well.
    """
    arms = {type_name(n.id) or "" for n in ast.walk(kind) if isinstance(n, ast.Name)}
    attributes = {words.attribute(arm, key) for arm in arms}
    return quoted(attributes.pop()) if len(attributes) == 1 else ""


def _number(number: Decimal, kind: ast.expr, keyword: str, words: Words) -> str:
    if number == number.to_integral_value():
        return str(int(number))
    names = {node.id for node in ast.walk(kind) if isinstance(node, ast.Name)}
    if "Decimal" in names - words.mapped.keys():
        return f"{words.symbols['Decimal']}({quoted(str(number))})"
    # A binary float is rarely a multiple of anything.
    return "" if keyword == "multiple_of" else repr(float(number))


def value_of(node: ast.expr) -> str:
    """Return a literal, strings in the quotes that the other modules have."""
    match node:
        case ast.Constant(value=str(text)):
            return quoted(text)
        case _:
            return ast.unparse(node)


def quoted_types(node: ast.AST, words: Words) -> Iterator[str]:
    """Yield the types that stand in quotes in the aliases of a module."""
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and ast.unparse(part.func) == "TypeAliasType":
            for text in _texts(part.args[1]):
                yield flat(print_type(_parsed(text), words))


def _texts(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call() | ast.Subscript(value=ast.Name(id="Literal")):
            return
        case ast.Constant(value=str(text)):
            yield text
        case _:
            for part in ast.iter_child_nodes(node):
                yield from _texts(part)
