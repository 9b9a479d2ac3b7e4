"""Texts of the wrong length or form, and values that are not in the list."""

import re
from random import Random

from tests.mutation.mutant import Mutant, kinds, pick, replaced
from tests.mutation.project import Project, Spot, inside
from tests.mutation.words import misspelt

LENGTH = "wrong-length"
ENUM = "not-in-enum"


def _texts(project: Project, keyword: str) -> list[Spot]:
    return [
        s
        for s in inside(project)
        if isinstance(s.node.value, str)
        and s.said.says(keyword)
        and not s.said.says("format")
        and not s.said.says("enum")
        and not s.said.says("const")
    ]


def _keeps_patterns(spot: Spot, text: str) -> bool:
    return all(re.search(str(p), text) for p in spot.said.says("pattern"))


def _quoted(project: Project, spot: Spot, text: str, code: str) -> Mutant:
    return replaced(project, spot, f'"{text}"', code)


def text_too_long(project: Project, random: Random) -> Mutant | None:
    """A text of one character more than it may have."""
    if (spot := pick(random, _texts(project, "maxLength"))) is None:
        return None
    most = max(int(str(n)) for n in spot.said.says("maxLength"))
    letter = random.choice(["a", "x", "Ω", "é"])
    least = min(int(str(n)) for n in spot.said.says("maxLength"))
    ok = most == least
    text = "".join([spot.node.text, letter * most])[: most + 1]
    if not ok or not _keeps_patterns(spot, text) or not text.isprintable():
        text = "a" * (most + 1)
    plain = ok and _keeps_patterns(spot, text) and '"' not in text and "\\" not in text
    return _quoted(project, spot, text, LENGTH) if plain else None


def text_too_short(project: Project, random: Random) -> Mutant | None:
    """A text of one character fewer than it needs."""
    if (spot := pick(random, _texts(project, "minLength"))) is None:
        return None
    least = spot.said.one("minLength")
    if not isinstance(least, int) or not least:
        return None
    text = "a" * (least - 1)
    return _quoted(project, spot, text, LENGTH) if _keeps_patterns(spot, text) else None


def text_against_its_pattern(project: Project, random: Random) -> Mutant | None:
    """A text with one character that its pattern does not take."""
    spots = [s for s in _texts(project, "pattern") if s.node.text]
    if (spot := pick(random, spots)) is None:
        return None
    at = random.randrange(len(spot.node.text))
    wrong = random.choice(["!", " ", "É", "\t", "%"])
    text = spot.node.text[:at] + wrong + spot.node.text[at + 1 :]
    broken = [p for p in spot.said.says("pattern") if not re.search(str(p), text)]
    if len(broken) != 1:
        return None
    shown = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return _quoted(project, spot, shown, "pattern-mismatch")


def misspelt_value(project: Project, random: Random) -> Mutant | None:
    """One of a list of allowed values, with a typo."""
    spots = [s for s in inside(project) if _options(s)]
    if (spot := pick(random, spots)) is None:
        return None
    text = misspelt(random, spot.node.text, _options(spot))
    return None if text is None else _quoted(project, spot, text, ENUM)


def value_in_other_case(project: Project, random: Random) -> Mutant | None:
    """One of a list of allowed values, in other letters or with a space."""
    spots = [s for s in inside(project) if _options(s)]
    if (spot := pick(random, spots)) is None:
        return None
    text = spot.node.text
    other = random.choice([text.upper(), text.title(), f"{text} ", f" {text}"])
    return None if other == text else _quoted(project, spot, other, ENUM)


def value_of_no_list(project: Project, random: Random) -> Mutant | None:
    """A text that is nothing like the allowed values."""
    if (spot := pick(random, [s for s in inside(project) if _options(s)])) is None:
        return None
    text = random.choice(["zzz", "", "null", "[]", "__proto__", "constructor"])
    return _quoted(project, spot, text, ENUM)


def constant_changed(project: Project, random: Random) -> Mutant | None:
    """Another value in place of the only one."""
    spots = [s for s in inside(project) if s.said.says("const") and _is_text(s)]
    spots = [s for s in spots if s.holder is None or not s.holder.said.others]
    if (spot := pick(random, spots)) is None:
        return None
    return _quoted(project, spot, f"{spot.node.text}x", ENUM)


def _options(spot: Spot) -> list[str]:
    found = [
        o for enum in spot.said.says("enum") if isinstance(enum, list) for o in enum
    ]
    return [str(o) for o in found] if _is_text(spot) else []


def _is_text(spot: Spot) -> bool:
    return isinstance(spot.node.value, str)


KINDS = kinds(
    text_too_long,
    text_too_short,
    text_against_its_pattern,
    misspelt_value,
    value_in_other_case,
    value_of_no_list,
    constant_changed,
)
