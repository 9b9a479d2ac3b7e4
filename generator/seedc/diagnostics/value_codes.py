"""Codes about single values."""

from seedc.diagnostics.code import Code, Family

VALUES = Family(
    "values",
    (
        Code(
            name="not-in-enum",
            title="a value is not one of those that its schema allows",
            meaning="An `enum` or `const` becomes a CHECK constraint in SQL and a"
            " literal type in code; neither knows any other value.",
            example="""\
schemas/items.schema.json:
  "rarity": { "enum": ["common", "rare"] }
seeds/items.json:
  { "id": "sword", "rarity": "rear" }
""",
            fix="""\
schemas/items.schema.json:
  "rarity": { "enum": ["common", "rare"] }
seeds/items.json:
  { "id": "sword", "rarity": "rare" }
""",
        ),
        Code(
            name="out-of-range",
            title="a number is outside the bounds of its schema",
            meaning="`minimum`, `maximum`, their exclusive forms and `multipleOf`"
            " become CHECK constraints, and the bounds choose the type of the column.",
            example="""\
schemas/items.schema.json:
  "price": { "type": "integer", "minimum": 1 }
seeds/items.json:
  { "id": "sword", "price": 0 }
""",
            fix="""\
schemas/items.schema.json:
  "price": { "type": "integer", "minimum": 1 }
seeds/items.json:
  { "id": "sword", "price": 1 }
""",
        ),
        Code(
            name="wrong-length",
            title="a text, array or object is too long or too short",
            meaning="`minLength`, `maxItems` and their kin. The length of a text counts"
            " characters as Unicode does, as Postgres and Python do too.",
            example="""\
schemas/items.schema.json:
  "name": { "type": "string", "minLength": 1 }
seeds/items.json:
  { "id": "sword", "name": "" }
""",
            fix="""\
schemas/items.schema.json:
  "name": { "type": "string", "minLength": 1 }
seeds/items.json:
  { "id": "sword", "name": "Sword" }
""",
        ),
        Code(
            name="duplicate-item",
            title="an array with `uniqueItems` holds a value twice",
            meaning="The array is used as a set, and one of the two would be lost"
            " there.",
            example="""\
schemas/items.schema.json:
  "tags": {
    "type": "array",
    "items": { "type": "string" },
    "uniqueItems": true
  }
seeds/items.json:
  { "id": "sword", "tags": ["sharp", "sharp"] }
""",
            fix="""\
schemas/items.schema.json:
  "tags": {
    "type": "array",
    "items": { "type": "string" },
    "uniqueItems": true
  }
seeds/items.json:
  { "id": "sword", "tags": ["sharp"] }
""",
        ),
        Code(
            name="wrong-format",
            title="a text does not have the format that its schema names",
            meaning="A `format` such as `date` or `uuid` chooses the type of the"
            " column, and Postgres would refuse the text. The version and the date of"
            " a seed file have a format as well.",
            example="""\
schemas/items.schema.json:
  "released": { "type": "string", "format": "date" }
seeds/items.json:
  { "id": "sword", "released": "13.01.2026" }
""",
            fix="""\
schemas/items.schema.json:
  "released": { "type": "string", "format": "date" }
seeds/items.json:
  { "id": "sword", "released": "2026-01-13" }
""",
        ),
        Code(
            name="pattern-mismatch",
            title="a text does not match the pattern of its schema",
            meaning="A `pattern` is a regular expression. It may match anywhere in the"
            " text, unless it begins with `^` and ends with `$`.",
            example="""\
schemas/items.schema.json:
  "color": { "type": "string", "pattern": "^#[0-9a-f]{6}$" }
seeds/items.json:
  { "id": "sword", "color": "#FFD700" }
""",
            fix="""\
schemas/items.schema.json:
  "color": { "type": "string", "pattern": "^#[0-9a-f]{6}$" }
seeds/items.json:
  { "id": "sword", "color": "#ffd700" }
""",
        ),
        Code(
            name="secret-value",
            title="a text looks like a credential",
            meaning="Seeds and schemas are shared with everybody who works on the game,"
            " and what is built from them with its players; a key or password in them"
            " can be used by all. Its shape is that of a well-known kind of key, or it"
            " is a URL with a password; a placeholder such as `<password>` is not"
            " refused.",
            example="""\
schemas/items.schema.json:
  "server": { "type": "string" }
seeds/items.json:
  { "id": "sword", "server": "postgres://game:xyzzy@db.example.com/game" }
""",
            fix="""\
schemas/items.schema.json:
  "server": { "type": "string" }
seeds/items.json:
  { "id": "sword", "server": "postgres://db.example.com/game" }
""",
            fixed=False,
        ),
    ),
)
