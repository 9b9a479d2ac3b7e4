"""A type that modules import."""

from dataclasses import dataclass
from typing import final

SHARED = "enums"
"""The module of the definitions that tables share; no table is called so."""

BRANDS = "brand"
"""The module of `Brand` and the formats; no table is called so."""


@final
@dataclass(frozen=True, slots=True)
class Symbol:
    """A type that a module can import.

    Attributes:
        name: Its name.
        module: The module it stands in: a module of the package, without an extension,
            or what is to be imported as it is.
        external: Whether it stands outside the package.
    """

    name: str
    module: str
    external: bool = False
