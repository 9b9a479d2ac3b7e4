"""Descriptions, values, defaults and checks that would end what they stand in."""

from tests.support.projects import Files
from tests.surprises.projects import TEXT, table

TEXTS = [
    *(
        "*/ alert(1) /*",
        '"""',
        "'''",
        '"',
        "'",
        'ends in "',
        "ends in \\",
        "\\",
        "\\\\",
    ),
    *("\\n", "\\N{DRAGON}", "\\x41", "\\u0041", "\\copy t FROM PROGRAM 'id'", "\\q"),
    *("</script>", "<!--", "]]>", "${x}", "`", "{{ x }}", "{% raw %}", "{# x #}"),
    *("%s %(x)s 100%", ":name ::text", "$$ $tag$ $1", "; DROP TABLE things; --", "#"),
    *("a\nb", "a\r\nb", "a\rb", "a\tb", "a\x0bb\x0cc", "a\u2028b\u2029c", "a\x85b"),
    *("\x1b[31m", "\u202e", "\ufeff", "\u200b", "\U0001f409", "cafe\u0301", "\x7f"),
    *(" ", "\n", "  lead", "trail  ", "\n\nb\n", "x" * 1000, "word " * 300),
    *(
        "/// <reference />",
        "// @ts-ignore",
        "# type: ignore",
        "@deprecated",
        "{@link X}",
    ),
    *(" * x", "/**", "//", "/*", "--", "E'\\''", "{", "}", "\\.", "\\\n", '"" "'),
]


def _described() -> Files:
    """Return a table with each text at each place that describes something."""
    described = {
        f"p{i}": {
            "description": text,
            "type": "object",
            "properties": {"x": {**TEXT, "description": text}},
        }
        for i, text in enumerate(TEXTS)
    }
    columns = {
        f"c{i}": {**TEXT, "description": text, "examples": [text]}
        for i, text in enumerate(TEXTS)
    }
    enums = {
        f"e{i}": {"enum": ["x", text], "description": text}
        for i, text in enumerate(TEXTS)
    }
    value = {f"p{i}": {"x": text} for i, text in enumerate(TEXTS)}
    chosen = {f"e{i}": text for i, text in enumerate(TEXTS)}
    texts = {f"c{i}": text for i, text in enumerate(TEXTS)}
    return table(
        {**described, **columns, **enums},
        {"id": "a", **value, **chosen, **texts},
        {"id": "b", **dict.fromkeys(chosen, "x")},
    )


def _described_tables() -> Files:
    made = [
        table({"x": TEXT}, {"id": text, "x": text}, name=f"t{i}", description=text)
        for i, text in enumerate(TEXTS)
    ]
    return {path: text for files in made for path, text in files.items()}


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _in_sql() -> Files:
    """Return a table with texts in SQL: checks, conditions of indexes, defaults."""
    plain = [text for text in TEXTS if text.isprintable() and len(text) < 100]
    properties = {f"c{i}": TEXT for i in range(len(plain))}
    defaults = {
        f"d{i}": {**TEXT, "x-column": {"owner": "once", "default": _quoted(text)}}
        for i, text in enumerate(plain)
    }
    return table(
        {**properties, **defaults},
        {"id": "a", "c0": "x", **dict.fromkeys(defaults, "y")},
        x_table={
            "checks": {f"k{i}": f"c{i} <> {_quoted(t)}" for i, t in enumerate(plain)},
            "indexes": [
                {
                    "name": f"things_i{i}",
                    "columns": [f"c{i}"],
                    "where": f"c{i} <> {_quoted(t)}",
                }
                for i, t in enumerate(plain)
            ],
        },
    )


PROJECTS: dict[str, Files] = {
    "p_descriptions": _described(),
    "p_tables_described": _described_tables(),
    "p_sql": _in_sql(),
    "p_patterns": table(
        {
            f"c{i}": {**TEXT, "pattern": p}
            for i, p in enumerate(["^[^']*$", "%|:a|\\\\"])
        },
        {"id": "a", "c0": '"', "c1": "%"},
    ),
}
