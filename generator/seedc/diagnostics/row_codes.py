"""Codes about what the database would refuse."""

from seedc.diagnostics.code import Code, Family
from seedc.model.diagnostic import Severity

ROWS = Family(
    "rows",
    (
        Code(
            name="value-does-not-fit",
            title="a value is valid but does not fit its column",
            meaning="The column has a narrower type than the schema allows, by its"
            " `x-column.type` or by default. Postgres would refuse the row when it is"
            " deployed. Inside JSON an integer without bounds is held to 2^53 - 1 on"
            " either side of zero, as JavaScript and others round what is larger.",
            example="""\
schemas/items.schema.json:
  "price": { "type": "integer", "x-column": { "type": "smallint" } }
seeds/items.json:
  { "id": "sword", "price": 40000 }
""",
            fix="""\
schemas/items.schema.json:
  "price": { "type": "integer", "x-column": { "type": "integer" } }
seeds/items.json:
  { "id": "sword", "price": 40000 }
""",
        ),
        Code(
            name="unstorable-text",
            title="a text holds a character that no database stores",
            meaning="JSON can write NUL and half a surrogate pair as escapes; Postgres"
            " stores neither, and the latter is no Unicode.",
            example="""\
schemas/items.schema.json:
  "name": { "type": "string" }
seeds/items.json:
  { "id": "sword", "name": "Sword\\u0000" }
""",
            fix="""\
schemas/items.schema.json:
  "name": { "type": "string" }
seeds/items.json:
  { "id": "sword", "name": "Sword" }
""",
        ),
        Code(
            name="duplicate-primary-key",
            title="two rows have the same primary key",
            meaning="Rows are known by their primary key. Of two with the same one, the"
            " second would overwrite the first, or the database would refuse both.",
            example="""\
seeds/items.json:
  { "id": "sword" },
  { "id": "sword" }
""",
            fix="""\
seeds/items.json:
  { "id": "sword" },
  { "id": "long_sword" }
""",
        ),
        Code(
            name="duplicate-unique-key",
            title="two rows have the same values in a unique key",
            meaning="`x-table.unique` becomes a UNIQUE constraint. As in SQL, a key"
            " with a null in it equals no other.",
            example="""\
schemas/items.schema.json:
  "x-table": { "unique": [["name"]] }
seeds/items.json:
  { "id": "sword", "name": "Sword" },
  { "id": "long_sword", "name": "Sword" }
""",
            fix="""\
schemas/items.schema.json:
  "x-table": { "unique": [["name"]] }
seeds/items.json:
  { "id": "sword", "name": "Sword" },
  { "id": "long_sword", "name": "Long Sword" }
""",
        ),
        Code(
            name="dangling-reference",
            title="a reference leads to no row",
            meaning="A value with `x-references` repeats the key of a row that exists."
            " As a foreign key the database would refuse it; inside JSON nobody would"
            " notice until the game looks for the row.",
            example="""\
schemas/chests.schema.json:
  "item": { "type": "string", "x-references": "items.id" }
seeds/chests.json:
  { "id": "oak_chest", "item": "swrod" }
seeds/items.json:
  { "id": "sword" }
""",
            fix="""\
schemas/chests.schema.json:
  "item": { "type": "string", "x-references": "items.id" }
seeds/chests.json:
  { "id": "oak_chest", "item": "sword" }
seeds/items.json:
  { "id": "sword" }
""",
        ),
        Code(
            name="violated-check",
            title="a row breaks a check of its table",
            meaning="An expression in `x-table.checks` is true of every row, and"
            " becomes a CHECK constraint. As in SQL, a check is broken only where it"
            " is false: with a null in it, it is neither.",
            example="""\
schemas/items.schema.json:
  "x-table": { "checks": { "price_range": "price > 0" } }
seeds/items.json:
  { "id": "sword", "price": -1 }
""",
            fix="""\
schemas/items.schema.json:
  "x-table": { "checks": { "price_range": "price > 0" } }
seeds/items.json:
  { "id": "sword", "price": 1 }
""",
        ),
        Code(
            name="inexact-in-sqlite",
            title="SQLite cannot hold a decimal exactly",
            meaning="SQLite keeps numbers with a fraction as IEEE 754 doubles, of some"
            " 15 digits. A decimal with more comes back changed there, while Postgres"
            " keeps it.",
            example="""\
schemas/items.schema.json:
  "weight": { "type": "number" }
seeds/items.json:
  { "id": "sword", "weight": 1.12345678901234567890 }
""",
            fix="""\
schemas/items.schema.json:
  "weight": { "type": "number" }
seeds/items.json:
  { "id": "sword", "weight": 1.123456789 }
""",
            severity=Severity.WARNING,
            fixed=False,
        ),
    ),
)
