"""The templates that code targets are laid out with."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from seedc.model.source import Source

Templates: TypeAlias = Mapping[str, Source]
"""Templates of a project's own, by that of seedc which each takes the place of:
`python/models.py.jinja`."""

REPLACEABLE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "python": (
            "enums.py.jinja",
            "header.py.jinja",
            "models.py.jinja",
            "module.py.jinja",
            "records.py.jinja",
        ),
        "typescript": (
            "header.ts.jinja",
            "interface.ts.jinja",
            "module.ts.jinja",
        ),
    }
)
"""The templates that a project may replace, by target."""
