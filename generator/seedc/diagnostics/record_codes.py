"""Codes about the properties of a record."""

from seedc.diagnostics.code import Code, Family

RECORDS = Family(
    "records",
    (
        Code(
            name="missing-property",
            title="a record lacks a property that its schema requires",
            meaning="A required property becomes a NOT NULL column and an attribute"
            " that is always there; a record without it could not be stored.",
            example="""\
schemas/items.schema.json:
  "name": { "type": "string" },
  "required": ["id", "name"]
seeds/items.json:
  { "id": "sword" }
""",
            fix="""\
schemas/items.schema.json:
  "name": { "type": "string" },
  "required": ["id", "name"]
seeds/items.json:
  { "id": "sword", "name": "Sword" }
""",
        ),
        Code(
            name="unknown-property",
            title="a record has a property that its schema does not know",
            meaning="An object with `properties` takes no others unless its schema says"
            " `additionalProperties`. A misspelt optional property would otherwise be"
            " lost without a word.",
            example="""\
schemas/items.schema.json:
  "price": { "type": "integer" }
seeds/items.json:
  { "id": "sword", "pirce": 12 }
""",
            fix="""\
schemas/items.schema.json:
  "price": { "type": "integer" }
seeds/items.json:
  { "id": "sword", "price": 12 }
""",
        ),
        Code(
            name="live-property",
            title="a record has a property that belongs to the live system",
            meaning="A column with `owner: live` is written by the running system. A"
            " seed that wrote it as well would undo that with every deploy.",
            example="""\
schemas/items.schema.json:
  "sold": { "type": "integer", "x-column": { "owner": "live" } }
seeds/items.json:
  { "id": "sword", "sold": 7 }
""",
            fix="""\
schemas/items.schema.json:
  "sold": { "type": "integer", "x-column": { "owner": "live" } }
seeds/items.json:
  { "id": "sword" }
""",
        ),
        Code(
            name="wrong-type",
            title="a value has another JSON type than its schema says",
            meaning="A number in quotes is a string: the database might convert it, but"
            " TypeScript would not, and `+` would join it to others as text.",
            example="""\
schemas/items.schema.json:
  "price": { "type": "integer" }
seeds/items.json:
  { "id": "sword", "price": "12" }
""",
            fix="""\
schemas/items.schema.json:
  "price": { "type": "integer" }
seeds/items.json:
  { "id": "sword", "price": 12 }
""",
        ),
        Code(
            name="schema-violation",
            title="a value breaks a keyword of its schema",
            meaning="What JSON Schema asks of a value, by a keyword that has no code of"
            " its own: `not`, `contains`, `dependentRequired` and others.",
            example="""\
schemas/items.schema.json:
  "tags": { "type": "array", "contains": { "const": "weapon" } }
seeds/items.json:
  { "id": "sword", "tags": ["sharp"] }
""",
            fix="""\
schemas/items.schema.json:
  "tags": { "type": "array", "contains": { "const": "weapon" } }
seeds/items.json:
  { "id": "sword", "tags": ["sharp", "weapon"] }
""",
        ),
    ),
)
