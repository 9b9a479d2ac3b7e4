"""Strings, words and comments that JSON does not know."""

from random import Random

from tests.mutation.json_tree import Node
from tests.mutation.kinds.json_structure import CODE, any_file, members, nodes
from tests.mutation.mutant import (
    Change,
    Mutant,
    applied,
    changed,
    kinds,
    pick,
    whole_line,
)
from tests.mutation.project import Project


def _strings(project: Project, path: str) -> list[Node]:
    return [n for n in nodes(project, path) if isinstance(n.value, str) and n.text]


def _on_line(project: Project, path: str, change: Change) -> Mutant:
    text = applied(project.texts[path], [change])
    return Mutant({path: text.encode()}, CODE, (whole_line(path, text, change.start),))


def missing_end_quote(project: Project, random: Random) -> Mutant | None:
    """A string that never ends, the last one of its line."""
    path = any_file(project, random)
    text = project.texts[path]
    last = [n for n in _strings(project, path) if '"' not in _rest(text, n.end)]
    if (node := pick(random, last)) is None:
        return None
    return _on_line(project, path, Change(node.end - 1, node.end, ""))


def _rest(text: str, at: int) -> str:
    return text[at : text.find("\n", at)] if "\n" in text[at:] else text[at:]


def missing_start_quote(project: Project, random: Random) -> Mutant | None:
    """A string that begins without a quote."""
    path = any_file(project, random)
    if (node := pick(random, _strings(project, path))) is None:
        return None
    return _on_line(project, path, Change(node.start, node.start + 1, ""))


def unquoted_key(project: Project, random: Random) -> Mutant | None:
    """A key without quotes, as in JavaScript."""
    path = any_file(project, random)
    plain = [m for m in members(project, path) if m.key.isidentifier()]
    if (member := pick(random, plain)) is None:
        return None
    change = Change(member.start, member.end, member.key)
    return changed(project, path, change, CODE)


def single_quotes(project: Project, random: Random) -> Mutant | None:
    """A string in single quotes, as in Python."""
    path = any_file(project, random)
    if (node := pick(random, _strings(project, path))) is None:
        return None
    inner = project.texts[path][node.start + 1 : node.end - 1]
    return changed(project, path, Change(node.start, node.end, f"'{inner}'"), CODE)


def comment(project: Project, random: Random) -> Mutant | None:
    """A comment before a value or a key."""
    path = any_file(project, random)
    whole = project.trees[path]
    starts = [n.start for n in nodes(project, path) if n is not whole]
    starts += [m.start for m in members(project, path)]
    if (at := pick(random, starts)) is None:
        return None
    text = random.choice(["// why\n", "# why\n", "/* why */ "])
    return changed(project, path, Change(at, at, text), CODE)


def word_of_another_language(project: Project, random: Random) -> Mutant | None:
    """True, None or undefined in place of a value."""
    path = any_file(project, random)
    if (node := pick(random, nodes(project, path)[1:])) is None:
        return None
    word = random.choice(["True", "False", "None", "undefined", "NULL", "yes", "nil"])
    return changed(project, path, Change(node.start, node.end, word), CODE)


def _in_string(project: Project, random: Random, text: str) -> Mutant | None:
    path = any_file(project, random)
    plain = [n for n in _strings(project, path) if "\\" not in _raw(project, path, n)]
    if (node := pick(random, plain)) is None:
        return None
    at = random.randrange(node.start + 1, node.end)
    return changed(project, path, Change(at, at, text), CODE)


def _raw(project: Project, path: str, node: Node) -> str:
    return project.texts[path][node.start : node.end]


def bad_escape(project: Project, random: Random) -> Mutant | None:
    r"""An escape such as `\d`, from a pattern or a path."""
    text = "\\" + random.choice("dqxcsS'aUe0 ")
    return _in_string(project, random, text)


def bad_unicode_escape(project: Project, random: Random) -> Mutant | None:
    r"""A `\u` without its four digits."""
    digits = random.choice(["", "1", "12", "12G4", "00e", "+123", "-12a"])
    return _in_string(project, random, f"\\u{digits} ")


def control_character(project: Project, random: Random) -> Mutant | None:
    """A tab or another control character inside a string."""
    return _in_string(project, random, chr(random.choice([0, 1, 8, 9, 12, 27, 31])))


def line_break_in_string(project: Project, random: Random) -> Mutant | None:
    """A string over two lines; the first one is where it goes wrong."""
    return _in_string(project, random, random.choice(["\n", "\r\n"]))


KINDS = kinds(
    missing_end_quote,
    missing_start_quote,
    unquoted_key,
    single_quotes,
    comment,
    word_of_another_language,
    bad_escape,
    bad_unicode_escape,
    control_character,
    line_break_in_string,
)
