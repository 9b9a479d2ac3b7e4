"""The relationships of a catalog, with their names."""

from dataclasses import dataclass
from typing import final

from seedc.emit.python.crossings import Crossing, crossings_of
from seedc.emit.python.links import Link, links_of
from seedc.model.catalog import Catalog


@final
@dataclass(frozen=True, slots=True)
class Relations:
    """What leads from a table to others: by a foreign key, or across a table."""

    links: tuple[Link, ...]
    crossings: tuple[Crossing, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of all relationships."""
        both = (name for link in self.links for name in (link.forward, link.back))
        return frozenset({*both, *(crossing.name for crossing in self.crossings)})


def relations_of(catalog: Catalog) -> Relations:
    """Return the relationships of a catalog."""
    links = links_of(catalog)
    return Relations(links, crossings_of(catalog, links))
