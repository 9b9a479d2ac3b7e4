"""Problems, each with the files that it is in, for the golden files."""

from dataclasses import dataclass

from seedc.model.diagnostic import Diagnostic, Edit, Fix, Note, Severity
from seedc.model.source import Place, Source

ITEMS = "seeds/items.json"
ESC = "\x1b"


@dataclass(frozen=True)
class Case:
    """What is rendered: problems, and the text of the one file that they are in."""

    problems: tuple[Diagnostic, ...]
    text: str | None = None
    color: bool = False

    def source(self, path: str) -> Source | None:
        """Return the file, which is the only one that can be shown."""
        if self.text is None or path != ITEMS:
            return None
        return Source(path, self.text)


def at(text: str, part: str) -> Place:
    """Return the place of the first occurrence of a part."""
    before, found, _ = text.partition(part)
    assert found == part
    line = before.count("\n") + 1
    return Place(ITEMS, line, len(before) - before.rfind("\n"), len(part))


def one(text: str, part: str) -> Case:
    """Return a case with one problem, at the first occurrence of a part."""
    message = "expected an integer, found a string"
    return Case((Diagnostic("wrong-type", message, at(text, part)),), text)


SEED = """\
{
  "version": "1.0.0",
  "data": [
    { "id": "sword" },
    { "id": "shield", "price": "12" },
    { "id": "bow" },
    { "id": "cap" },
    { "id": "cup" },
    { "id": "urn" },
    { "id": "sword" }
  ]
}
"""
LONG = '{ "id": "sword", "text": "' + "many words " * 40 + '", "price": "12" }'
DUPLICATE = Diagnostic(
    "duplicate-primary-key",
    'two rows of `items` have the primary key (id) = ("sword")',
    Place(ITEMS, 10, 13, 7),
    notes=(Note("first used here", Place(ITEMS, 4, 13, 7)),),
    help="give one of them another value",
)
WRONG = Diagnostic(
    "wrong-type", 'expected an integer, found the string "12"', at(SEED, '"12"')
)
UNREAD = Diagnostic(
    "unexpected-file",
    "seedc does not read this file; expected a file named `<name>.json`",
    Place("seeds/notes.txt"),
    severity=Severity.WARNING,
)
DANGLING = Diagnostic(
    "dangling-reference",
    '`items.id` has no "swrod"',
    Place(ITEMS, 4, 13, 7),
    notes=tuple(Note("and here", Place(ITEMS, n, 13, 5)) for n in range(5, 11)),
    help="did you mean `sword`?",
)
INJECTION = Diagnostic(
    "unknown-property",
    f"unknown property `{ESC}[2J{ESC}]0;owned\x07\nseeds/x.json:1:1: error[fake]: x`",
    Place(f"seeds/{ESC}[31m\nevil.json", 1, 3),
    notes=(Note(f"{ESC}[8mhidden\r\x9b", Place("\u202eelif.json", 2, 1)),),
    help="did you mean `\u200b\u2028\ud800\U000e0041\x7f\x00`?",
)
MISSPELT = Diagnostic(
    "unknown-property",
    "unknown property `prise`",
    Place(ITEMS, 5, 23, 7),
    help="did you mean `price`?",
    fix=Fix("rename `prise` to `price`", (Edit(ITEMS, 90, 97, '"price"', '"prise"'),)),
)
MANY = "".join(f'{{ "id": "item_{n}", "price": "{n}" }}\n' for n in range(1, 4001))
ALIKE = (
    *(
        Diagnostic(
            "wrong-type",
            f'expected an integer, found the string "{n}"',
            Place(ITEMS, n, 27 + len(f"{n}"), 2 + len(f"{n}")),
        )
        for n in range(1, 4001, 3)
    ),
    Diagnostic("wrong-type", "expected a string, found null", Place(ITEMS, 2000, 3)),
)
SPREAD = tuple(
    Diagnostic("empty-file", "the file is empty", Place(f"seeds/{n:03}.json", 1, 1))
    for n in range(150)
)
HOSTILE = f'{{ "{ESC}[2J\x07\u202egoblin\u2066\x9b\xa0\ufeff": 1 }}'

CASES = {
    "two_places": Case((DUPLICATE,), SEED),
    "several": Case((WRONG, DUPLICATE, UNREAD), SEED),
    "several_in_color": Case((WRONG, DUPLICATE, UNREAD), SEED, color=True),
    "many_notes": Case((DANGLING,), SEED),
    "file_as_a_whole": Case((UNREAD,)),
    "project_as_a_whole": Case((Diagnostic("name-collision", "twice", Place("")),)),
    "file_that_cannot_be_shown": Case((WRONG,)),
    "line_that_is_gone": Case((WRONG,), "{}"),
    "column_that_is_gone": Case((WRONG,), "1\n2\n3\n4\n5\n"),
    "fix": Case((MISSPELT,), SEED),
    "many_alike": Case(ALIKE, MANY),
    "many_files": Case(SPREAD),
    "tabs": one('{\n\t"id":\t"sword",\t"price":\t"12"\n}\n', '"12"'),
    "tab_in_the_span": one('{ "price": "1\t2" }', '"1\t2"'),
    "wide_characters": one('{ "名前": "剣", "price": "12" }', '"12"'),
    "wide_span": one('{ "price": "十二" }', '"十二"'),
    "combining_characters": one('{ "e\u0301te\u0301": "12" }', '"12"'),
    "joined_emoji": one('{ "👩\u200d🚀": "12" }', '"12"'),
    "span_without_a_width": one("{ e\u0301 }", "\u0301"),
    "empty_line": Case(
        (Diagnostic("invalid-json", "no", Place(ITEMS, 2, 1)),), "{\n\n"
    ),
    "end_of_the_file": Case(
        (Diagnostic("invalid-json", "cut off", Place(ITEMS, 2, 9)),), '{\n  "id": 1'
    ),
    "last_line_without_a_break": one('{\n  "price": "12" }', '"12"'),
    "carriage_returns": one('{\r\n  "price": "12"\r\n}\r\n', '"12"'),
    "long_line_at_its_end": one(LONG, '"12"'),
    "long_line_at_its_start": one(LONG, '"sword"'),
    "long_line_in_its_middle": one(LONG.replace("s m", "s 12 m", 20), " 12 "),
    "long_span": one(LONG, LONG[25:-18]),
    "long_wide_span": one(f'{{ "id": "{"剣" * 300}" }}', f'"{"剣" * 300}"'),
    "pile_of_marks": one(f'{{ "id": "{"e" + chr(0x301) * 500}" }}', '"id"'),
    "skin_tones": one('{ "👍🏽": "12" }', '"12"'),
    "sign_as_emoji": one('{ "⚔️": "12" }', '"12"'),
    "syllables_in_parts": one('{ "\u1112\u1161\u11ab": "12" }', '"12"'),
    "injection_in_words": Case((INJECTION,)),
    "injection_in_color": Case((INJECTION,), color=True),
    "injection_in_a_line": one(HOSTILE, "1"),
}
