"""Codes about the JSON Schema of a file."""

from seedc.diagnostics.code import Code, Family

SCHEMAS = Family(
    "schemas",
    (
        Code(
            name="invalid-schema",
            title="a schema keyword has a value that it cannot have",
            meaning="A schema file is an object, and every keyword in it has the kind"
            " of value that JSON Schema 2020-12 and seedc define. A validator would"
            " pass over a broken keyword, and the rule it was meant to be with it.",
            example="""\
schemas/items.schema.json:
  "price": { "type": "int" }
""",
            fix="""\
schemas/items.schema.json:
  "price": { "type": "integer" }
""",
        ),
        Code(
            name="unknown-keyword",
            title="a schema keyword that seedc does not know",
            meaning="JSON Schema lets validators pass over keywords they do not know,"
            " so that a misspelt `minimun` would allow everything. seedc knows the"
            " keywords of 2020-12 that it can compile, `x-table`, `x-column` and"
            " `x-references`, and no others.",
            example="""\
schemas/items.schema.json:
  "price": { "type": "integer", "minimun": 0 }
""",
            fix="""\
schemas/items.schema.json:
  "price": { "type": "integer", "minimum": 0 }
""",
        ),
        Code(
            name="unresolved-ref",
            title="a `$ref` leads to nothing",
            meaning="A `$ref` names a schema file in the schemas folder, a place in one"
            " behind `#`, or both. Without its target, nothing says what the values"
            " are.",
            example="""\
schemas/items.schema.json:
  "rarity": { "$ref": "enums.schema.json#/$defs/Raritee" }
schemas/enums.schema.json:
  { "$defs": { "Rarity": { "enum": ["common", "rare"] } } }
""",
            fix="""\
schemas/items.schema.json:
  "rarity": { "$ref": "enums.schema.json#/$defs/Rarity" }
schemas/enums.schema.json:
  { "$defs": { "Rarity": { "enum": ["common", "rare"] } } }
""",
        ),
        Code(
            name="outside-ref",
            title="a `$ref` leads out of the schemas folder",
            meaning="A build reads no network and nothing outside the schemas folder,"
            " so that it gives the same result everywhere and at all times.",
            example="""\
schemas/items.schema.json:
  "place": { "$ref": "https://example.com/place.json" }
""",
            fix="""\
schemas/items.schema.json:
  "place": { "$ref": "place.schema.json" }
schemas/place.schema.json:
  { "type": "object", "properties": { "x": { "type": "integer" } } }
""",
        ),
        Code(
            name="circular-ref",
            title="a `$ref` leads back to itself",
            meaning="A schema that is defined as itself says nothing about its values."
            " A schema may contain itself, through `properties` or `items`: a tree is"
            " made of trees.",
            example="""\
schemas/items.schema.json:
  "part": { "$ref": "part.schema.json#/$defs/Part" }
schemas/part.schema.json:
  { "$defs": { "Part": { "$ref": "#/$defs/Part" } } }
""",
            fix="""\
schemas/items.schema.json:
  "part": { "$ref": "part.schema.json#/$defs/Part" }
schemas/part.schema.json:
  { "$defs": { "Part": { "type": "string" } } }
""",
        ),
        Code(
            name="endless-schema",
            title="a schema contains itself, and nothing on the way has a name",
            meaning="Code can write a type that contains itself only by its name, and"
            " only objects and unions below `$defs` have one. A list of lists of lists"
            " for ever has none.",
            example="""\
schemas/items.schema.json:
  "parts": { "$ref": "part.schema.json#/$defs/Parts" }
schemas/part.schema.json:
  { "$defs": {
    "Parts": { "type": "array", "items": { "$ref": "#/$defs/Parts" } }
  } }
""",
            fix="""\
schemas/items.schema.json:
  "parts": { "$ref": "part.schema.json#/$defs/Part" }
schemas/part.schema.json:
  { "$defs": { "Part": {
    "type": "object",
    "properties": {
      "parts": { "type": "array", "items": { "$ref": "#/$defs/Part" } }
    }
  } } }
""",
        ),
    ),
)
