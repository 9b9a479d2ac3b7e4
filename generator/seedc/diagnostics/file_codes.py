"""Codes about files and folders, whatever is in them."""

from seedc.diagnostics.code import Code, Family
from seedc.model.diagnostic import Severity

FILES = Family(
    "files and folders",
    (
        Code(
            name="missing-folder",
            title="a folder of sources does not exist",
            meaning="seedc reads the seeds from one folder and the schemas from"
            " another, next to seedc.toml. Without this law a misspelt folder would"
            " compile to an empty database without a word.",
            example="""\
seedc.toml:
  [project]
  name = "game"
  seeds = "sedes"
""",
            fix="""\
seedc.toml:
  [project]
  name = "game"
  seeds = "seeds"
""",
        ),
        Code(
            name="unexpected-file",
            title="a file among the sources that seedc does not read",
            meaning="Seeds end in `.json` and schemas in `.schema.json`; anything else"
            " in their folders is passed over. A file with a misspelt ending looks as"
            " if it were in the game, and is not. Files that begin with a dot are"
            " passed over in silence.",
            example="""\
seeds/items/weapons.json:
  { "id": "sword" }
seeds/items/armor.jsn:
  { "id": "helmet" }
""",
            fix="""\
seeds/items/weapons.json:
  { "id": "sword" }
seeds/items/armor.json:
  { "id": "helmet" }
""",
            severity=Severity.WARNING,
            fixed=False,
        ),
        Code(
            name="outside-project",
            title="a source file is a link that leaves the project",
            meaning="A build reads nothing outside the project's folder, so that it"
            " gives the same result on every machine and a pull request cannot make CI"
            " read its secrets.",
            example="""\
$ ls -l seeds/items.json
  seeds/items.json -> /home/ada/items.json
""",
            fix="""\
$ ls -l seeds/items.json
  seeds/items.json
""",
        ),
        Code(
            name="seed-file-and-folder",
            title="a table has both a seed file and a folder of seed files",
            meaning="The records of a table stand in one file, or in several below a"
            " folder of its name. With both, a reader of the one does not know of the"
            " other. If this is lowered, the records of both are read.",
            example="""\
seeds/items.json:
  { "id": "sword" }
seeds/items/armor.json:
  { "id": "helmet" }
""",
            fix="""\
seeds/items/weapons.json:
  { "id": "sword" }
seeds/items/armor.json:
  { "id": "helmet" }
""",
            fixed=False,
        ),
        Code(
            name="seed-without-schema",
            title="a seed file has no schema that makes it a table",
            meaning="A seed file is named after its table, and the table is declared by"
            " a schema with `x-table`. Without one, nobody knows what a record of it"
            " is. If this is lowered, the seed file is not compiled.",
            example="""\
seeds/item.json:
  { "id": "sword" }
schemas/items.schema.json:
  "name": { "type": "string" }
seeds/items.json:
  { "id": "shield" }
""",
            fix="""\
schemas/items.schema.json:
  "name": { "type": "string" }
seeds/items.json:
  { "id": "sword" },
  { "id": "shield" }
""",
            fixed=False,
        ),
        Code(
            name="schema-without-seed",
            title="a table has no seed file",
            meaning="A table that is meant to be empty says so with an empty seed file;"
            " a file that was lost, or named otherwise, looks the same but for this"
            " law.",
            example="""\
schemas/potions.schema.json:
  "name": { "type": "string" }
""",
            fix="""\
schemas/potions.schema.json:
  "name": { "type": "string" }
seeds/potions.json:
  {
    "version": "1.0.0",
    "updated_at": "2026-01-13T00:00:00Z",
    "data": []
  }
""",
            fixed=False,
        ),
    ),
)
