"""JSON as Python holds it here: numbers exact, objects in file order."""

from decimal import Decimal
from typing import TypeAlias

JsonScalar: TypeAlias = str | int | Decimal | bool | None
JsonValue: TypeAlias = "JsonScalar | list[JsonValue] | dict[str, JsonValue]"
JsonObject: TypeAlias = dict[str, JsonValue]
Pointer: TypeAlias = tuple[str | int, ...]
