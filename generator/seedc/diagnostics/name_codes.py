"""Codes about names that do not work in every target."""

from seedc.diagnostics.code import Code, Family

NAMES = Family(
    "names",
    (
        Code(
            name="name-collision",
            title="two things have the same name in a target",
            meaning="Columns, tables and types in code get their names from properties,"
            " files and titles, or from `names` and `case` in seedc.toml. Where two"
            " meet, one would replace the other; seedc"
            " never adds a number to keep them apart, as all code that uses the name"
            " would change with it.",
            example="""\
schemas/items.schema.json:
  "maxHp": { "type": "integer" },
  "max_hp": { "type": "integer" }
""",
            fix="""\
schemas/items.schema.json:
  "maxHp": { "type": "integer" },
  "max_hp": { "type": "integer", "x-column": { "name": "top_hp" } }
""",
        ),
        Code(
            name="unknown-name",
            title="seedc.toml names a type or a property that there is none",
            meaning="`names` and `types` of a target say what differs from what seedc"
            " would do. Their keys are the names that seedc gives to types, and the"
            " properties as the files write them: `Item`, or `Item.name`. A misspelt"
            " one would do nothing without a word.",
            example="""\
seedc.toml:
  [project]
  name = "game"
  [targets.python]
  names = { Itme = "Thing" }
seeds/items.json:
  { "id": "sword" }
""",
            fix="""\
seedc.toml:
  [project]
  name = "game"
  [targets.python]
  names = { Item = "Thing" }
seeds/items.json:
  { "id": "sword" }
""",
        ),
        Code(
            name="name-too-long",
            title="a name has more bytes than Postgres keeps",
            meaning="Postgres cuts a name off behind 63 bytes and only gives a notice,"
            " so that queries with the whole name would still work there and fail"
            " everywhere else.",
            example="""\
schemas/items.schema.json:
  "chance_to_be_found_in_a_chest_of_the_lowest_floor_of_any_dungeon": {
    "type": "number"
  }
""",
            fix="""\
schemas/items.schema.json:
  "chance_to_be_found_in_a_chest_of_the_lowest_floor_of_any_dungeon": {
    "type": "number",
    "x-column": { "name": "lowest_chest_chance" }
  }
""",
        ),
    ),
)
