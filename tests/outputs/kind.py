"""A schema together with the values it allows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.model.json_value import JsonObject, JsonValue

Draw: TypeAlias = Callable[[], JsonValue]


@final
@dataclass(frozen=True, slots=True)
class Kind:
    """What a property may hold.

    Attributes:
        schema: Its schema.
        draw: Draws a value that is valid against the schema.
    """

    schema: JsonObject
    draw: Draw

    def also(self, **keywords: JsonValue) -> "Kind":
        """Return the kind with further keywords; `x_column` stands for `x-column`."""
        named = {key.replace("x_", "x-", 1): v for key, v in keywords.items()}
        return Kind({**self.schema, **named}, self.draw)
