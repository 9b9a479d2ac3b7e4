"""Which named types the package has, and in which module each stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, final

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
class Symbol:
    """A type that other modules can import.

    Attributes:
        name: Its name.
        module: The module it stands in, without an extension.
    """

    name: str
    module: str


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
        return isinstance(self.shape, StringShape | NumberShape)

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
        modules: Modules of the tables, by table.
        records: Shapes of the tables' records, by table.
        definitions: Shared definitions that clients may see, by name.
        definitions_module: The module they stand in.
        identities: Types of primary keys, by target.
        helpers: `Brand` and the branded formats.
        values: Names of the arrays of enumerations' values, by enumeration.
        keys: Names of the unions of the keys that a table's rows have, by table.
    """

    modules: Mapping[str, str]
    records: Mapping[str, ObjectShape]
    definitions: Mapping[str, Definition]
    definitions_module: str
    identities: Mapping[str, Identity]
    helpers: Mapping[Helper, Symbol]
    values: Mapping[str, str]
    keys: Mapping[str, str]

    def symbol(self, shape: Shape) -> Symbol | None:
        """Return the type that stands elsewhere for a shape, if one does."""
        match shape:
            case (
                StringShape(references=str(target))
                | NumberShape(references=str(target))
            ) if target in self.identities:
                return self.identities[target].symbol
            case StringShape(format=kind) if kind is not None:
                return self.helpers[kind]
            case Named(name=name):
                return Symbol(name, self.definitions_module)
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
