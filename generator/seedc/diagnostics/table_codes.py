"""Codes about `x-table` and `x-column`: what a table is made of."""

from seedc.diagnostics.code import Code, Family

TABLES = Family(
    "tables and columns",
    (
        Code(
            name="unknown-column",
            title="`x-table` names a column that the table does not have",
            meaning="Keys, indexes and foreign keys name columns: the snake_case of a"
            " property, unless its `x-column.name` says otherwise. Postgres would"
            " refuse to make the table.",
            example="""\
schemas/items.schema.json:
  "x-table": { "unique": [["nmae"]] }
""",
            fix="""\
schemas/items.schema.json:
  "x-table": { "unique": [["name"]] }
""",
        ),
        Code(
            name="unfit-key",
            title="a column cannot be a primary key",
            meaning="A primary key is a required scalar that the seed owns and that is"
            " never null, as rows are known by it in every release.",
            example="""\
schemas/items.schema.json:
  "x-table": { "primaryKey": "name" },
  "required": ["id"]
""",
            fix="""\
schemas/items.schema.json:
  "x-table": { "primaryKey": "name" },
  "required": ["id", "name"]
""",
        ),
        Code(
            name="invalid-column-type",
            title="`x-column.type` is unknown or cannot hold the values",
            meaning="The type is one of a closed list, so that every target has a form"
            " of it, and it holds what the schema allows.",
            example="""\
schemas/items.schema.json:
  "price": { "type": "string", "x-column": { "type": "integer" } }
""",
            fix="""\
schemas/items.schema.json:
  "price": { "type": "integer", "x-column": { "type": "integer" } }
""",
        ),
        Code(
            name="rows-of-no-list",
            title="something other than a list is to be stored as rows",
            meaning="`store: rows` makes a child table with a row for each item, so"
            " that the property has to be an array of objects or of scalars.",
            example="""\
schemas/items.schema.json:
  "tag": { "type": "string", "x-column": { "store": "rows" } }
""",
            fix="""\
schemas/items.schema.json:
  "tags": {
    "type": "array",
    "items": { "type": "string" },
    "x-column": { "store": "rows" }
  }
""",
        ),
        Code(
            name="invalid-index",
            title="an index that Postgres would refuse to make",
            meaning="Each method of indexes takes some types of columns: `gin` takes"
            " `jsonb`, `spgist` takes texts, `brin` what has an order. Only `btree` has"
            " an order of its own, and `hash` and `spgist` have one column.",
            example="""\
schemas/items.schema.json:
  "price": { "type": "integer" },
  "x-table": { "indexes": [{ "columns": ["price"], "method": "gin" }] }
""",
            fix="""\
schemas/items.schema.json:
  "price": { "type": "integer" },
  "x-table": { "indexes": [{ "columns": ["price"], "method": "brin" }] }
""",
        ),
        Code(
            name="invalid-check",
            title="a check is no SQL that seedc understands",
            meaning="An expression in `x-table.checks` is both run by `seedc check` and"
            " made a CHECK constraint. Only what means the same in both is allowed: a"
            " closed list of operators and functions over the columns of one row.",
            example="""\
schemas/items.schema.json:
  "x-table": { "checks": { "old": "price < random()" } }
""",
            fix="""\
schemas/items.schema.json:
  "x-table": { "checks": { "old": "price < 100" } }
""",
        ),
    ),
)
