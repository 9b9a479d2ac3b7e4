"""Codes about rules: laws across rows and tables, in SQL."""

from seedc.diagnostics.code import Code, Family

RULES = Family(
    "rules",
    (
        Code(
            name="broken-rule",
            title="a record breaks a rule of the project",
            meaning="A file in `rules/` holds a law as a query that returns the"
            " offenders; it is run by Postgres on the rows of all tables. The message"
            " is the law, with the values that the query returned.",
            example="""\
rules/affordable.sql:
  -- no item costs more than 100
  SELECT id, price FROM items WHERE price > 100
seeds/items.json:
  { "id": "crown", "price": 900 }
""",
            fix="""\
rules/affordable.sql:
  -- no item costs more than 100
  SELECT id, price FROM items WHERE price > 100
seeds/items.json:
  { "id": "crown", "price": 90 }
""",
            fixed=False,
        ),
        Code(
            name="invalid-rule",
            title="a file in `rules/` is no rule that can be run",
            meaning="A rule is a comment that says the law in words, and one query that"
            " returns the primary key of the records that break it. It only reads, and"
            " says the same on every machine and every day: no clock, no chance, no"
            " files and no settings.",
            example="""\
rules/affordable.sql:
  -- no item costs more than 100
  SELECT id, price FROM items WHERE prise > 100
seeds/items.json:
  { "id": "crown", "price": 90 }
""",
            fix="""\
rules/affordable.sql:
  -- no item costs more than 100
  SELECT id, price FROM items WHERE price > 100
seeds/items.json:
  { "id": "crown", "price": 90 }
""",
        ),
        Code(
            name="rule-too-slow",
            title="a rule takes longer or more space than it may",
            meaning="Rules run with every check, so each has a limit: `timeout` in the"
            " table `[rules]` of `seedc.toml`, 5 seconds by default. Mostly a join has"
            " lost its condition.",
            example="""\
seedc.toml:
  [project]
  name = "game"
  [rules]
  timeout = "50ms"
rules/affordable.sql:
  -- no item costs more than 100
  SELECT id
  FROM items CROSS JOIN generate_series(1, 1000000000) lost
  WHERE price > 100 + lost
seeds/items.json:
  { "id": "crown", "price": 90 }
""",
            fix="""\
seedc.toml:
  [project]
  name = "game"
  [rules]
  timeout = "50ms"
rules/affordable.sql:
  -- no item costs more than 100
  SELECT id FROM items WHERE price > 100
seeds/items.json:
  { "id": "crown", "price": 90 }
""",
        ),
    ),
)
