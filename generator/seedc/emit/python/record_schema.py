"""Print the JSON Schema that Pydantic records are generated from.

Every object, union and constrained item has an entry of its own in `$defs`, under
the name that it shall have in Python: nothing is left for the generator to name.
Enumerations are references into another file, which stands for `enums.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import final

from seedc.emit.python.identifiers import attribute, record_attribute
from seedc.emit.python.record_shape import member_schema, shape_schema
from seedc.emit.python.shapes import column_shapes, named_shapes
from seedc.model.catalog import Catalog
from seedc.model.json_value import JsonObject
from seedc.model.shape import EnumShape, Field, ObjectShape
from seedc.model.table import Owner, Table


@final
@dataclass(frozen=True, slots=True)
class RecordSchema:
    """What records are generated from.

    Attributes:
        definitions: JSON Schema of each class or alias, by its name in Python.
        aliases: Python name of each member that its key would not give (`Enemy.maxHP`).
    """

    definitions: Mapping[str, JsonObject]
    aliases: Mapping[str, str]
