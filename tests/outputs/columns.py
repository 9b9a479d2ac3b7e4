"""Random columns: what `x-column` and `x-table` say of properties."""

from decimal import Decimal

from seedc.model.json_value import JsonObject, JsonValue
from seedc.text.names import snake_case
from tests.outputs.dice import Dice
from tests.outputs.kind import Kind
from tests.outputs.names import TEXTS, column_name, description, member_names
from tests.outputs.nested import Nested
from tests.outputs.scalars import scalar, text
from tests.outputs.tables import Table


def fill(dice: Dice, table: Table, nested: Nested) -> None:
    """Give a table properties, and laws over some of them."""
    for name in member_names(dice, 0, 7):
        if snake_case(name) in {*map(snake_case, (*table.members, *table.key))}:
            continue
        kind = _list_of_rows(dice, nested) if dice.chance(7) else _column(dice, nested)
        table.members[name] = _placed(dice, name, kind)
        if dice.chance(2):
            table.required.add(name)
    _laws(dice, table)


def _column(dice: Dice, nested: Nested) -> Kind:
    if dice.chance(4):
        return nested.optional(_typed(dice))
    kind = scalar(dice) if dice.chance(2) else nested.any(dice.number(0, 3))
    return nested.optional(kind).also(**description(dice))


def _typed(dice: Dice) -> Kind:
    """Return a kind whose column is not the one it would have."""
    number: JsonObject = {"type": "number"}
    small: JsonObject = {"type": "integer", "minimum": 0, "maximum": 9}
    text: JsonObject = {"type": "string", "maxLength": 40}
    moment: JsonObject = {"type": "string", "format": "date-time"}
    exact = (Decimal("12.30"), Decimal("-0.05"), Decimal("9999.99"))
    floats = (Decimal("0.1"), Decimal("1e300"), 3, Decimal("-1.5E-7"))
    schema, kind, values = dice.one(
        [
            (number, "numeric(6,2)", exact),
            (number, "double precision", floats),
            (small, "smallint", (0, 9)),
            (small, "bigint", (0, 9)),
            (small, "numeric", (0, 9)),
            (text, "varchar(40)", ("", "it's", "\U0001f409")),
            (moment, "timestamp", ("2026-01-13T10:00:00+01:00",)),
        ]
    )
    return Kind({**schema, "x-column": {"type": kind}}, lambda: dice.one(values))


def _placed(dice: Dice, name: str, kind: Kind) -> Kind:
    """Return the kind with more in its `x-column`."""
    given = kind.schema.get("x-column", {})
    assert isinstance(given, dict)
    more: JsonObject = {**given}
    if (column := column_name(dice, name)) is not None:
        more["name"] = column
    if "store" not in given and dice.chance(10):
        more["owner"] = "once"
    if "store" not in given and dice.chance(8):
        more["visibility"] = "server"
    return kind.also(x_column=more) if more else kind


def _list_of_rows(dice: Dice, nested: Nested) -> Kind:
    """Return a list that becomes a child table."""
    natural = dice.chance(3)
    plain = not natural and dice.chance(2)
    items = _unnamed(dice, nested) if plain else _item(dice, nested)
    schema = items.schema
    if natural:
        schema = _with_key(schema)

    def draw() -> JsonValue:
        drawn = [items.draw() for _ in range(dice.number(0, 3))]
        if natural:
            return [{"ref": f"k{i}", **_object(d)} for i, d in enumerate(drawn)]
        return [*drawn]

    rows: JsonObject = {"store": "rows"}
    return Kind({"type": "array", "items": schema, "x-column": rows}, draw)


def _unnamed(dice: Dice, nested: Nested) -> Kind:
    """Return a scalar that needs no type of its own, as the row would have its name."""
    if nested.references and dice.chance(2):
        kind = dice.one(nested.references)
    else:
        kind = scalar(dice)
    return text(dice) if "enum" in kind.schema else kind


def _item(dice: Dice, nested: Nested) -> Kind:
    item = nested.object(1)
    while "additionalProperties" in item.schema:
        item = nested.object(1)
    properties = _object(item.schema["properties"])
    named: dict[str, JsonValue] = {}
    for name, schema in properties.items():
        column = column_name(dice, name)
        options: JsonObject = {"x-column": {"name": column}} if column else {}
        named[name] = {**_object(schema), **options}
    return Kind({**item.schema, "properties": {**named}}, item.draw)


def _with_key(schema: JsonObject) -> JsonObject:
    properties, required = schema["properties"], schema.get("required", [])
    assert isinstance(required, list)
    return {
        **schema,
        "x-table": {"primaryKey": "ref"},
        "properties": {"ref": {"type": "string"}, **_object(properties)},
        "required": ["ref", *required],
    }


def _object(value: JsonValue) -> JsonObject:
    assert isinstance(value, dict)
    return value


def _laws(dice: Dice, table: Table) -> None:
    checks: JsonObject = {}
    indexes: list[JsonValue] = []
    for name, kind in table.members.items():
        column = _name_of(name, kind)
        if kind.schema.get("type") == "string" and "format" not in kind.schema:
            odd = dice.one(TEXTS).replace("'", "''")
            checks[f"check_{len(checks)}"] = f"\"{column}\" <> '{odd}' OR TRUE"
            indexes.append({"columns": [{"column": column, "order": "desc"}]})
        if kind.schema.get("minimum") == 0:
            checks[f"check_{len(checks)}"] = f'"{column}" >= 0'
    if dice.chance(2) and checks:
        table.options["checks"] = checks
    if dice.chance(2) and indexes:
        table.options["indexes"] = indexes[:2]


def _name_of(name: str, kind: Kind) -> str:
    given = _object(kind.schema.get("x-column", {}))
    return str(given.get("name", snake_case(name)))
