"""Codes about the JSON Schema of a file."""

from seedc.diagnostics.code import Code, Family
from seedc.model.diagnostic import Severity

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
            name="keyword-without-effect",
            title="a keyword stands where nothing reads it",
            meaning="JSON Schema passes over a `minLength` of an integer, and seedc"
            " over a column's name where there is no column. Whoever wrote it believes"
            " that it does something.",
            example="""\
schemas/items.schema.json:
  "price": { "type": "integer", "maxLength": 3 }
""",
            fix="""\
schemas/items.schema.json:
  "price": { "type": "integer", "maximum": 999 }
""",
            fixed=False,
        ),
        Code(
            name="unknown-required",
            title="an object requires a property that it cannot have",
            meaning="Objects are closed, so that a record with the property would be"
            " refused as well as one without it.",
            example="""\
schemas/items.schema.json:
  "place": {
    "type": "object",
    "properties": { "floor": { "type": "integer" } },
    "required": ["flor"]
  }
""",
            fix="""\
schemas/items.schema.json:
  "place": {
    "type": "object",
    "properties": { "floor": { "type": "integer" } },
    "required": ["floor"]
  }
""",
        ),
        Code(
            name="impossible-schema",
            title="no value can fulfil a schema",
            meaning="Bounds that cross, a member of an `enum` that its own `pattern`"
            " refuses, two types at once: what asks for them asks for nothing that"
            " there is. Keywords of a `$ref` and of `allOf` hold together with those"
            " beside them.",
            example="""\
schemas/items.schema.json:
  "price": { "type": "integer", "minimum": 100, "maximum": 10 }
""",
            fix="""\
schemas/items.schema.json:
  "price": { "type": "integer", "minimum": 10, "maximum": 100 }
""",
        ),
        Code(
            name="invalid-example",
            title="a `default` or an example is not valid for its own schema",
            meaning="Both tell people what to write, and editors insert them. They are"
            " checked like values of a record, formats included.",
            example="""\
schemas/items.schema.json:
  "price": { "type": "integer", "minimum": 0, "examples": [12, -1] }
""",
            fix="""\
schemas/items.schema.json:
  "price": { "type": "integer", "minimum": 0, "examples": [12, 1] }
""",
            fixed=False,
        ),
        Code(
            name="unportable-pattern",
            title="engines do not read a pattern alike",
            meaning="The validator, Pydantic, editors and Postgres each have their own"
            " engine of regular expressions, and a record must not be valid for one of"
            " them alone. A `\\d` is one of ten digits or of hundreds, a `.` a line"
            " break or none; `[0-9]` and `[^\\n]` mean the same everywhere.",
            example="""\
schemas/items.schema.json:
  "barcode": { "type": "string", "pattern": "^\\\\d+$" }
""",
            fix="""\
schemas/items.schema.json:
  "barcode": { "type": "string", "pattern": "^[0-9]+$" }
""",
        ),
        Code(
            name="unused-definition",
            title="no table refers to a definition",
            meaning="What nothing uses is checked by nobody, and often it is a `$ref`"
            " elsewhere that is wrong. A library file that nothing refers to is as"
            " unused as a definition.",
            example="""\
schemas/items.schema.json:
  "name": { "type": "string" }
schemas/enums.schema.json:
  { "$defs": { "Rarity": { "enum": ["common", "rare"] } } }
""",
            fix="""\
schemas/items.schema.json:
  "rarity": { "$ref": "enums.schema.json#/$defs/Rarity" }
schemas/enums.schema.json:
  { "$defs": { "Rarity": { "enum": ["common", "rare"] } } }
""",
            severity=Severity.WARNING,
            fixed=False,
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
