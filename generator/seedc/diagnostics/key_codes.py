"""Codes about what a reference may lead to."""

from seedc.diagnostics.code import Code, Family

KEYS = Family(
    "references between tables",
    (
        Code(
            name="unknown-target",
            title="a reference names a table or property that does not exist",
            meaning="`x-references` names a table and one of its properties, as in"
            ' `"items.id"`. Without the target there is nothing that the foreign key'
            " could be made to.",
            example="""\
schemas/chests.schema.json:
  "item": { "type": "string", "x-references": "item.id" }
schemas/items.schema.json:
  "name": { "type": "string" }
""",
            fix="""\
schemas/chests.schema.json:
  "item": { "type": "string", "x-references": "items.id" }
schemas/items.schema.json:
  "name": { "type": "string" }
""",
        ),
        Code(
            name="reference-type-mismatch",
            title="a reference has another type than what it refers to",
            meaning="An integer never equals a string, so that the reference could not"
            " lead to any row, and Postgres refuses such a foreign key.",
            example="""\
schemas/chests.schema.json:
  "item": { "type": "integer", "x-references": "items.id" }
schemas/items.schema.json:
  "name": { "type": "string" }
""",
            fix="""\
schemas/chests.schema.json:
  "item": { "type": "string", "x-references": "items.id" }
schemas/items.schema.json:
  "name": { "type": "string" }
""",
        ),
        Code(
            name="reference-not-unique",
            title="a reference leads to what is neither a primary key nor unique",
            meaning="A foreign key leads to one row. If two items may share a name, a"
            " name does not say which of them is meant, and Postgres refuses the"
            " foreign key.",
            example="""\
schemas/chests.schema.json:
  "item": { "type": "string", "x-references": "items.name" }
schemas/items.schema.json:
  "name": { "type": "string" }
""",
            fix="""\
schemas/chests.schema.json:
  "item": { "type": "string", "x-references": "items.name" }
schemas/items.schema.json:
  "x-table": { "unique": [["name"]] }
""",
        ),
    ),
)
