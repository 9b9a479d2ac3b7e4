"""Which named types the package has, and in which module each stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, final

from seedc.emit.typescript.choices import Choices
from seedc.emit.typescript.symbol import SHARED, Symbol
from seedc.model.shape import (
    Definition,
    Named,
    NumberShape,
    ObjectShape,
    Shape,
    StringFormat,
    StringShape,
)

Helper: TypeAlias = StringFormat | Literal["brand"]


@final
@dataclass(frozen=True, slots=True)
class Identity:
    """The type of a table's primary key.

    Attributes:
        target: The key as references write it: `enemies.id`.
        symbol: Its type.
        shape: What it is made of; refers to another table's id where it repeats one.
    """

    target: str
    symbol: Symbol
    shape: Shape

    @property
    def declared(self) -> bool:
        """Whether it has a declaration; an enumeration is declared anyway."""
        own = not self.symbol.external
        return own and isinstance(self.shape, StringShape | NumberShape)

    @property
    def branded(self) -> bool:
        """Whether it has a brand of its own, not that of an id it repeats."""
        match self.shape:
            case StringShape(references=None) | NumberShape(references=None):
                return True
            case _:
                return False


@final
@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every type of the package that more than one module may use.

    Attributes:
        records: Shapes of the tables' records, as types see them, by table.
        declared: Shared definitions that clients may see, as types see them, by name.
        definitions: Shared definitions as values see them, by name.
        identities: Types of primary keys, by target.
        helpers: `Brand` and the branded formats; none for those that are plain text.
        values: Names of the arrays of enumerations' values, by enumeration.
        chosen: What the project chose.
    """

    records: Mapping[str, ObjectShape]
    declared: Mapping[str, Definition]
    definitions: Mapping[str, Definition]
    identities: Mapping[str, Identity]
    helpers: Mapping[Helper, Symbol]
    values: Mapping[str, str]
    chosen: Choices

    def symbol(self, shape: Shape) -> Symbol | None:
        """Return the type that stands elsewhere for a shape, if one does."""
        match shape:
            case (
                StringShape(references=str(target))
                | NumberShape(references=str(target))
            ) if target in self.identities:
                return self.identities[target].symbol
            case StringShape(format=kind) if kind is not None:
                return self.helpers.get(kind)
            case Named(name=name):
                own = Symbol(name, SHARED)
                return self.chosen.properties.get(name, own)
            case _:
                return None

    def resolved(self, shape: Shape) -> Shape:
        """Return what a shape is made of: follow references and definitions."""
        match shape:
            case (
                StringShape(references=str(target))
                | NumberShape(references=str(target))
            ) if target in self.identities:
                return self.resolved(self.identities[target].shape)
            case Named(name=name):
                return self.definitions[name]
            case _:
                return shape
