"""What a project chose for its package, by the names that types have in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import final

from seedc.emit.typescript.symbol import Symbol
from seedc.model.catalog import Catalog
from seedc.model.project import ImportedType, TypeChoice, TypescriptOptions
from seedc.text.member_names import member_names

_FORMATS = ("uuid", "date", "date-time", "time")


@final
@dataclass(frozen=True, slots=True)
class AsText:
    """Which numbers are text, so that none is rounded.

    Attributes:
        numeric: Those that may have a fraction, but for floats.
        bigint: Integers that a JavaScript number does not hold.
    """

    numeric: bool = False
    bigint: bool = False


@final
@dataclass(frozen=True, slots=True)
class Choices:
    """What a project chose.

    Attributes:
        members: Names of members, by type and by the file's own key.
        properties: Types of the project's own, by type and key: `Enemy.extra`.
        formats: Types of text in a format; None where it is plain text.
        as_text: Which numbers are text.
    """

    members: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    properties: Mapping[str, Symbol] = field(default_factory=dict)
    formats: Mapping[str, Symbol | None] = field(default_factory=dict)
    as_text: AsText = AsText()

    def member(self, owner: str, key: str) -> str:
        """Return what a member of a type is called."""
        return self.members.get(owner, {}).get(key, key)

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        """The types of the project's own."""
        formats = (symbol for symbol in self.formats.values() if symbol is not None)
        return (*self.properties.values(), *formats)


def choices(catalog: Catalog, options: TypescriptOptions) -> Choices:
    """Return what a project chose.

    Args:
        catalog: The catalog, before its types are renamed.
        options: What the project file says; it speaks of types before that, too.
    """
    members = member_names(catalog, options)
    types = options.types
    return Choices(
        members={options.names.get(k, k): names for k, names in members.items()},
        properties={
            f"{options.names.get(owner, owner)}.{key}": _symbol(chosen)
            for path, chosen in types.items()
            for owner, dot, key in (path.partition("."),)
            if dot and isinstance(chosen, ImportedType)
        },
        formats={key: _format(types[key]) for key in _FORMATS if key in types},
        as_text=AsText(
            numeric=types.get("numeric") == "string",
            bigint=types.get("bigint") == "string",
        ),
    )


def _format(chosen: TypeChoice) -> Symbol | None:
    return _symbol(chosen) if isinstance(chosen, ImportedType) else None


def _symbol(chosen: ImportedType) -> Symbol:
    return Symbol(chosen.name, chosen.module, external=True)
