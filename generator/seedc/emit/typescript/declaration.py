"""Print named shapes as declarations: interfaces, unions and literal unions."""

from collections.abc import Iterable, Iterator, Sequence

from seedc.emit.layout import lay_out
from seedc.emit.typescript.block import Block, ConstArray
from seedc.emit.typescript.doc_comment import WIDTH, doc_comment
from seedc.emit.typescript.literal import member_name
from seedc.emit.typescript.scalar import scalar_literal
from seedc.emit.typescript.shape_walk import public_fields, walk
from seedc.emit.typescript.type_text import arm_texts, type_text
from seedc.emit.typescript.vocabulary import Identity, Vocabulary
from seedc.model.shape import (
    EnumShape,
    Field,
    ObjectShape,
    Shape,
    UnionShape,
)


def declarations(shapes: Iterable[Shape], vocabulary: Vocabulary) -> list[Block]:
    """Print all that the shapes name, each after what it is made of."""
    printed: dict[str, Block] = {}
    for part in (part for shape in shapes for part in walk(shape)):
        match part:
            case EnumShape():
                printed.setdefault(part.name, _enumeration(part, vocabulary))
            case ObjectShape():
                printed.setdefault(part.name, Block(_interface(part, vocabulary)))
            case UnionShape():
                printed.setdefault(part.name, Block(_union(part, vocabulary)))
            case _:
                pass
    return list(printed.values())


def id_declaration(identity: Identity, vocabulary: Vocabulary) -> Block:
    """Print the type of a primary key; the same as another table's if it repeats it."""
    text = type_text(identity.shape, vocabulary)
    if identity.branded:
        text = f'{vocabulary.helpers["brand"].name}<{text}, "{identity.target}">'
    return Block(f"export type {identity.symbol.name} = {text};")


def _enumeration(shape: EnumShape, vocabulary: Vocabulary) -> Block:
    values = vocabulary.values[shape.name]
    items = tuple(
        scalar_literal(v, shape, vocabulary.chosen.as_text) for v in shape.values
    )
    line = f"export type {shape.name} = (typeof {values})[number];"
    types = "\n".join([*doc_comment(shape.description), line])
    return Block(types, ConstArray(values, items))


def _union(shape: UnionShape, vocabulary: Vocabulary) -> str:
    text = _with_arms(
        f"export type {shape.name} =", arm_texts(shape.arms, vocabulary), "  "
    )
    return "\n".join([*doc_comment(shape.description), text])


def _with_arms(start: str, arms: Sequence[str], indent: str) -> str:
    """Print a union behind what it belongs to; a long one has a line for each arm."""
    line = f"{start} {' | '.join(arms)};"
    if len(line) <= WIDTH or len(arms) == 1:
        return line
    return start + "".join(f"\n{indent}| {arm}" for arm in arms) + ";"


def _interface(shape: ObjectShape, vocabulary: Vocabulary) -> str:
    return lay_out(
        "typescript/interface.ts.jinja",
        name=shape.name,
        doc=doc_comment(shape.description),
        members=list(_members(shape, vocabulary)),
    ).strip("\n")


def _members(shape: ObjectShape, vocabulary: Vocabulary) -> Iterator[str]:
    for field in public_fields(shape):
        yield from doc_comment(field.description, "  ", deprecated=field.deprecated)
        yield _member(
            vocabulary.chosen.member(shape.name, field.key), field, vocabulary
        )
    if shape.extra is not None:
        arms = _extra_arms(shape, shape.extra, vocabulary)
        yield _with_arms("  readonly [key: string]:", arms, "    ")


def _member(name: str, field: Field, vocabulary: Vocabulary) -> str:
    mark = "" if field.required else "?"
    text = type_text(field.shape, vocabulary)
    return f"  readonly {member_name(name)}{mark}: {text};"


def _extra_arms(shape: ObjectShape, extra: Shape, vocabulary: Vocabulary) -> list[str]:
    """Print the types under other keys, which must hold those of the known ones."""
    fields = public_fields(shape)
    arms = arm_texts([extra, *(field.shape for field in fields)], vocabulary)
    absent = any(not field.required for field in fields) and arms != ["unknown"]
    return [*arms, "undefined"] if absent else arms
