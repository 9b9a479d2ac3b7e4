"""Print named shapes as declarations: interfaces, unions and literal unions."""

from collections.abc import Iterable, Iterator, Sequence

from seedc.emit.typescript.doc_comment import WIDTH, doc_comment
from seedc.emit.typescript.literal import member_name
from seedc.emit.typescript.scalar import scalar_literal
from seedc.emit.typescript.shape_walk import public_fields, walk
from seedc.emit.typescript.type_text import type_text, union_text
from seedc.emit.typescript.vocabulary import Identity, Vocabulary
from seedc.model.shape import (
    EnumShape,
    Field,
    ObjectShape,
    Shape,
    UnionShape,
)


def declarations(shapes: Iterable[Shape], vocabulary: Vocabulary) -> list[str]:
    """Print all that the shapes name, each after what it is made of."""
    printed: dict[str, str] = {}
    for part in (part for shape in shapes for part in walk(shape)):
        match part:
            case EnumShape():
                printed.setdefault(part.name, _enumeration(part, vocabulary))
            case ObjectShape():
                printed.setdefault(part.name, _interface(part, vocabulary))
            case UnionShape():
                printed.setdefault(part.name, _union(part, vocabulary))
            case _:
                pass
    return list(printed.values())


def id_declaration(identity: Identity, vocabulary: Vocabulary) -> str:
    """Print the type of a primary key; the same as another table's if it repeats it."""
    text = type_text(identity.shape, vocabulary)
    if identity.branded:
        text = f'{vocabulary.helpers["brand"].name}<{text}, "{identity.target}">'
    return f"export type {identity.symbol.name} = {text};"


def _enumeration(shape: EnumShape, vocabulary: Vocabulary) -> str:
    values = vocabulary.values[shape.name]
    texts = [scalar_literal(value, shape) for value in shape.values]
    return "\n".join(
        [
            *doc_comment(shape.description),
            f"export type {shape.name} = (typeof {values})[number];",
            _values(values, texts),
        ]
    )


def _values(name: str, texts: Sequence[str]) -> str:
    line = f"export const {name} = [{', '.join(texts)}] as const;"
    if len(line) <= WIDTH:
        return line
    lines = "".join(f"  {text},\n" for text in texts)
    return f"export const {name} = [\n{lines}] as const;"


def _union(shape: UnionShape, vocabulary: Vocabulary) -> str:
    line = f"export type {shape.name} = {union_text(shape.arms, vocabulary)};"
    if len(line) > WIDTH:
        arms = dict.fromkeys(type_text(arm, vocabulary) for arm in shape.arms)
        line = f"export type {shape.name} =" + "".join(f"\n  | {a}" for a in arms) + ";"
    return "\n".join([*doc_comment(shape.description), line])


def _interface(shape: ObjectShape, vocabulary: Vocabulary) -> str:
    return "\n".join(
        [
            *doc_comment(shape.description),
            f"export interface {shape.name} {{",
            *_members(shape, vocabulary),
            "}",
        ]
    )


def _members(shape: ObjectShape, vocabulary: Vocabulary) -> Iterator[str]:
    for field in public_fields(shape):
        yield from doc_comment(field.description, "  ")
        yield _member(field, vocabulary)
    if shape.extra is not None:
        extra = _extra_text(shape, shape.extra, vocabulary)
        yield f"  readonly [key: string]: {extra};"


def _member(field: Field, vocabulary: Vocabulary) -> str:
    mark = "" if field.required else "?"
    text = type_text(field.shape, vocabulary)
    return f"  readonly {member_name(field.key)}{mark}: {text};"


def _extra_text(shape: ObjectShape, extra: Shape, vocabulary: Vocabulary) -> str:
    """Print the type under other keys, which must hold that of the known ones, too."""
    fields = public_fields(shape)
    known = [field.shape for field in fields]
    text = union_text([extra, *known], vocabulary)
    absent = any(not field.required for field in fields)
    return f"{text} | undefined" if absent and text != "unknown" else text
