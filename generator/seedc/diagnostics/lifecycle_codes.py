"""Codes about what seed files say of rows that are no more."""

from seedc.diagnostics.code import Code, Family

LIFECYCLE = Family(
    "rows that are no more",
    (
        Code(
            name="row-still-there",
            title="a row is listed as renamed or removed and is still there",
            meaning="An entry in `renames` or `removed` says that no row has this key"
            " any more. If one has it, the row and the entry tell a database two"
            " different things.",
            example="""\
seeds/items.json:
  {
    "version": "1.1.0",
    "updated_at": "2026-01-13T00:00:00Z",
    "removed": [{ "key": "sword", "replacement": null }],
    "data": [{ "id": "sword" }]
  }
""",
            fix="""\
seeds/items.json:
  {
    "version": "1.1.0",
    "updated_at": "2026-01-13T00:00:00Z",
    "removed": [{ "key": "sword", "replacement": null }],
    "data": []
  }
""",
        ),
        Code(
            name="missing-successor",
            title="a rename or a replacement leads to no row",
            meaning="`to` and `replacement` are the key of a row of the same table, or"
            " of one that has an entry of its own. References to the old row are to"
            " lead there.",
            example="""\
seeds/items.json:
  {
    "version": "1.1.0",
    "updated_at": "2026-01-13T00:00:00Z",
    "renames": [{ "from": "swrod", "to": "sword" }],
    "data": [{ "id": "long_sword" }]
  }
""",
            fix="""\
seeds/items.json:
  {
    "version": "1.1.0",
    "updated_at": "2026-01-13T00:00:00Z",
    "renames": [{ "from": "swrod", "to": "long_sword" }],
    "data": [{ "id": "long_sword" }]
  }
""",
        ),
        Code(
            name="repeated-entry",
            title="two entries speak of one key",
            meaning="A row is either renamed or removed, and that once; and no two rows"
            " get the same new key. A row that was renamed twice has two entries, from"
            " the first key to the second and from there to the third.",
            example="""\
seeds/items.json:
  {
    "version": "1.1.0",
    "updated_at": "2026-01-13T00:00:00Z",
    "renames": [
      { "from": "swrod", "to": "sword" },
      { "from": "blade", "to": "sword" }
    ],
    "data": [{ "id": "sword" }]
  }
""",
            fix="""\
seeds/items.json:
  {
    "version": "1.1.0",
    "updated_at": "2026-01-13T00:00:00Z",
    "renames": [{ "from": "swrod", "to": "sword" }],
    "removed": [{ "key": "blade", "replacement": "sword" }],
    "data": [{ "id": "sword" }]
  }
""",
        ),
        Code(
            name="circular-entries",
            title="renames and replacements lead in a circle",
            meaning="Following the entries of `renames` and `removed` from key to key"
            " must end at a row, or nowhere. A database could otherwise not tell which"
            " key is the last one.",
            example="""\
seeds/items.json:
  {
    "version": "1.1.0",
    "updated_at": "2026-01-13T00:00:00Z",
    "renames": [
      { "from": "blade", "to": "sword" },
      { "from": "sword", "to": "blade" }
    ],
    "data": []
  }
""",
            fix="""\
seeds/items.json:
  {
    "version": "1.1.0",
    "updated_at": "2026-01-13T00:00:00Z",
    "renames": [{ "from": "blade", "to": "sword" }],
    "data": [{ "id": "sword" }]
  }
""",
        ),
    ),
)
