"""Codes about a text that is no JSON, or JSON that programs read differently."""

from seedc.diagnostics.code import Code, Family

SYNTAX = Family(
    "JSON",
    (
        Code(
            name="invalid-encoding",
            title="a file is not UTF-8",
            meaning="JSON is UTF-8. Read in any other encoding, names and texts turn"
            " into other characters, and a key no longer equals itself.",
            example="""\
seeds/items.json, saved as Latin-1:
  { "id": "r\\xf6mer" }
""",
            fix="""\
seeds/items.json, saved as UTF-8:
  { "id": "römer" }
""",
        ),
        Code(
            name="byte-order-mark",
            title="a file starts with a byte order mark",
            meaning="The three bytes EF BB BF, which some editors put in front of UTF-8"
            " text, are no JSON: many parsers refuse the file.",
            example="""\
seeds/items.json, saved as "UTF-8 with BOM":
  EF BB BF { "version": "1.0.0", ...
""",
            fix="""\
seeds/items.json, saved as "UTF-8":
  { "version": "1.0.0", ...
""",
        ),
        Code(
            name="empty-file",
            title="a file is empty",
            meaning="An empty file is no JSON; it is what a save that failed leaves"
            " behind. A table without rows has a seed file whose `data` is `[]`.",
            example="""\
seeds/items.json:
""",
            fix="""\
seeds/items.json:
  {
    "version": "1.0.0",
    "updated_at": "2026-01-13T00:00:00Z",
    "data": []
  }
""",
        ),
        Code(
            name="merge-conflict",
            title="a file holds a merge conflict",
            meaning="Git could not merge two versions of the file and left both in it,"
            " between lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`. Which"
            " of them is right only a person knows.",
            example="""\
seeds/items.json:
  <<<<<<< HEAD
  { "id": "sword", "price": 10 }
  =======
  { "id": "sword", "price": 12 }
  >>>>>>> prices
""",
            fix="""\
seeds/items.json:
  { "id": "sword", "price": 12 }
""",
        ),
        Code(
            name="invalid-json",
            title="a text is no JSON",
            meaning="Nothing behind the mistake can be read: what is wrong there is"
            " told once it is mended. Of a seed file the records before it are checked"
            " all the same. JSON has no comments, no trailing commas, no single quotes,"
            " no NaN and no infinity.",
            example="""\
seeds/items.json:
  { "id": "sword", }
""",
            fix="""\
seeds/items.json:
  { "id": "sword" }
""",
        ),
        Code(
            name="duplicate-key",
            title="an object has a key twice",
            meaning="JSON does not say which of the two counts: some programs take the"
            " first and others the last, so that backend and frontend could read"
            " different values from one file.",
            example="""\
seeds/items.json:
  { "id": "sword", "name": "Sword", "name": "Blade" }
""",
            fix="""\
seeds/items.json:
  { "id": "sword", "name": "Blade" }
""",
        ),
        Code(
            name="number-too-large",
            title="a number has more digits than Postgres can hold",
            meaning="`numeric` holds 131072 digits before the decimal point and 16383"
            " behind it. A number beyond that could be neither stored nor kept exact.",
            example="""\
seeds/items.json:
  { "id": "sword", "price": 1e200000 }
""",
            fix="""\
seeds/items.json:
  { "id": "sword", "price": 100000 }
""",
        ),
        Code(
            name="nesting-too-deep",
            title="arrays and objects are nested too deeply",
            meaning="Parsers give up somewhere between a hundred and some thousand"
            " levels, each at another depth. What is nested that deeply is most often"
            " the work of a program that ran wild.",
            example="""\
seeds/items.json:
  { "id": "sword", "parts": [[[[[[[[[[ ... ]]]]]]]]]] }
""",
            fix="""\
seeds/items.json:
  { "id": "sword", "parts": [[]] }
""",
        ),
    ),
)
