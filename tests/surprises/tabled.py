"""Tables and types that are named like something else."""

from tests.support.projects import Files
from tests.surprises.projects import TEXT, table, tables

_TABLES = [
    *("models", "records", "data", "series", "news", "statuses", "analyses", "leaves"),
    *("enemies", "heroes", "people", "class", "imports", "strings", "arrays", "maps"),
    *("promises", "functions", "symbols", "errors", "dates", "numbers", "booleans"),
    *("columns", "tables", "queries", "metadata", "any", "lists", "dicts", "ints"),
    *("decimals", "literals", "mappeds", "relationships", "typed_dicts", "fields"),
    *("str_enums", "base_models", "root_models", "config_dicts", "annotateds", "uuids"),
    *("datetimes", "elements", "events", "jsons", "user", "order", "select", "group"),
    *("constructor", "__proto__", "toString", "globals", "undefined", "nan", "ids"),
    *("keys", "values", "readonly_maps", "default", "self", "types"),
    *("public", "information_schema", "seedc", "ledger", "gr\u00f6\u00dfen"),
    *("\u6f22\u5b57", "t" * 63, "\u00e9" * 31, "\u6f22" * 21, "foo-bars", "portables"),
    *("type_alias_types", "aware_datetimes", "declarative_bases", "not_requireds"),
]
_KINDS = {
    "price": {"type": "number"},
    "count": {"type": "integer", "minimum": 0},
    "uuid": {"type": "string", "format": "uuid"},
    "day": {"type": "string", "format": "date"},
    "moment": {"type": "string", "format": "date-time"},
    "object": {"type": "object", "properties": {"x": {"type": "number"}}},
    "rarity": {"enum": ["x", "y"]},
    "tags": {"type": "array", "items": TEXT, "minItems": 1},
    "pair": {"type": "array", "prefixItems": [TEXT, TEXT], "items": False},
    "either": {"type": ["string", "integer"]},
}
_RECORD = {
    "id": "a",
    "price": 1.5,
    "count": 1,
    "uuid": "00000000-0000-0000-0000-000000000001",
    "day": "2026-01-13",
    "moment": "2026-01-13T00:00:00Z",
    "object": {"x": 0.5},
    "rarity": "x",
    "tags": ["t"],
    "pair": ["a", "b"],
    "either": 1,
}
_TITLES = [
    *("Mapped", "Any", "Literal", "Decimal", "BaseModel", "RootModel", "Field"),
    *("ConfigDict", "Annotated", "TypedDict", "StrEnum", "UUID", "AwareDatetime"),
    *("TypeAliasType", "NotRequired", "PortableJSON", "DeclarativeBase", "int", "list"),
    *("Object", "Map", "Record", "Array", "Promise", "Element", "Readonly", "String"),
    *("ReadonlyMap", "Partial", "Date", "Error", "Symbol", "Brand", "IsoDate"),
    *("\u00c9t\u00e9", "enemy!", "Dragon \U0001f409", "Enum", "Key", "Id"),
]


def _titled() -> Files:
    """Return tables of these titles, each with columns of all kinds."""
    made = [
        table(_KINDS, _RECORD, name=f"t{i}", title=title)
        for i, title in enumerate(_TITLES)
    ]
    return {path: text for files in made for path, text in files.items()}


_DEFINITIONS = [
    "Any",
    "Literal",
    "Str",
    "Map",
    "class",
    "a-b",
    "\u00e9",
    "Enum",
    "Date",
]

PROJECTS: dict[str, Files] = {
    "p_tables": tables(_TABLES),
    "p_titles": _titled(),
    "p_definitions": table(
        {d: {"$ref": f"#/$defs/{d}"} for d in _DEFINITIONS},
        {"id": "a", **dict.fromkeys(_DEFINITIONS, "x")},
        definitions={d: {"enum": ["x", "y"]} for d in _DEFINITIONS},
    ),
    "p_long_constraints": table(
        {f"{'a' * 60}{i}": {"enum": ["x"], "minLength": 1} for i in range(3)},
        {"id": "a", f"{'a' * 60}1": "x"},
        x_table={
            "unique": [[f"{'a' * 60}{i}"] for i in range(3)],
            "indexes": [{"columns": [f"{'a' * 60}{i}", "id"]} for i in range(3)],
            "checks": {f"{'c' * 60}{i}": f"{'a' * 60}{i} <> 'q'" for i in range(3)},
        },
    ),
}
