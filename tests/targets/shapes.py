"""The shapes of schemas that the pages about targets show, in their order."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

CASES = Path(__file__).parent / "cases"

SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "key": "A key",
        "string": "A string",
        "formats": "Strings with a format",
        "string_enum": "An enumeration of strings",
        "shared_enum": "An enumeration that tables share",
        "integer_enum": "An enumeration of integers",
        "mixed_enum": "Any other enumeration",
        "const": "Constants",
        "integer": "Integers",
        "number": "Numbers",
        "boolean": "A boolean",
        "nullable": "A value that may be null",
        "optional": "Properties that may be absent",
        "array": "Arrays",
        "tuple": "A tuple",
        "object": "An object",
        "map": "A map",
        "discriminated_union": "A union with a discriminator",
        "plain_union": "Any other union",
        "recursion": "A recursive definition",
        "any": "Any value",
        "child_rows_of_scalars": "A list of scalars, stored as rows",
        "child_rows": "A list of objects, stored as rows",
        "foreign_key": "A foreign key",
        "self_reference": "A reference to the same table",
        "two_keys_to_one_table": "Two foreign keys to one table",
        "many_to_many": "Many to many",
        "composite_key": "A key of several columns, and a reference to it",
        "keys_and_checks": "A unique key, an index and a check",
        "owner": "Columns that others own",
        "server_only": "A column for servers only",
        "names": "Names that mean something to a target",
        "data": 'Rows, with `data = "js"`',
    }
)
"""The heading of each shape, by its folder in `cases`."""
