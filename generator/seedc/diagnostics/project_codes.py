"""Codes about `seedc.toml` and the envelope of a seed file."""

from seedc.diagnostics.code import Code, Family

PROJECT = Family(
    "project file and envelopes",
    (
        Code(
            name="invalid-toml",
            title="seedc.toml is no TOML",
            meaning="The project file is TOML 1.0. Strings stand in quotes, and tables"
            " begin with their name in brackets.",
            example="""\
seedc.toml:
  [project]
  name = game
""",
            fix="""\
seedc.toml:
  [project]
  name = "game"
""",
        ),
        Code(
            name="unknown-key",
            title="a key that seedc does not know",
            meaning="Where seedc defines the keys - in seedc.toml, in the envelope of a"
            " seed file, in `x-table` and `x-column` - a key it does not know is most"
            " often a misspelt one, which would do nothing without a word.",
            example="""\
seedc.toml:
  [project]
  name = "game"
  sceds = "seeds"
""",
            fix="""\
seedc.toml:
  [project]
  name = "game"
  seeds = "seeds"
""",
        ),
        Code(
            name="invalid-option",
            title="a key of seedc.toml has a value that it cannot have",
            meaning="The value has another type, is not among the allowed ones, or is"
            " missing where it is required. It is also what becomes of lowering a code"
            " that must stay an error.",
            example="""\
seedc.toml:
  [project]
  name = "game"
  [targets]
  postgres = { transaction = "none" }
""",
            fix="""\
seedc.toml:
  [project]
  name = "game"
  [targets]
  postgres = { transaction = "caller" }
""",
        ),
        Code(
            name="wrong-envelope",
            title="a seed file is no object with version, updated_at and data",
            meaning="Every seed file says which version of the data it holds and when"
            " that last changed; the records are a member beside these. An array alone"
            " has no place for them.",
            example="""\
seeds/items.json:
  [
    { "id": "sword" }
  ]
""",
            fix="""\
seeds/items.json:
  {
    "version": "1.0.0",
    "updated_at": "2026-01-13T00:00:00Z",
    "data": [
      { "id": "sword" }
    ]
  }
""",
        ),
    ),
)
