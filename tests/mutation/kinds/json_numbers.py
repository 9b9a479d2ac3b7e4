"""Numbers that JSON does not know, or that no database holds."""

from random import Random

from tests.mutation.json_tree import Node
from tests.mutation.kinds.json_structure import CODE, any_file, nodes
from tests.mutation.mutant import Change, Mutant, changed, kinds, pick
from tests.mutation.project import Project


def _other(project: Project, random: Random, text: str, code: str) -> Mutant | None:
    """Return a mutant with a text in place of a scalar."""
    path = any_file(project, random)
    scalars = [n for n in nodes(project, path) if not isinstance(n.value, list | dict)]
    if (node := pick(random, scalars)) is None:
        return None
    return changed(project, path, Change(node.start, node.end, text), code)


def _wrapped(
    project: Project, random: Random, before: str, behind: str
) -> Mutant | None:
    """Return a mutant with something around a whole number."""
    path = any_file(project, random)
    if (node := pick(random, _whole_numbers(project, path))) is None:
        return None
    digits = project.texts[path][node.start : node.end].lstrip("-")
    text = f"{before}{digits}{behind}"
    return changed(project, path, Change(node.start, node.end, text), CODE)


def _whole_numbers(project: Project, path: str) -> list[Node]:
    return [n for n in nodes(project, path) if type(n.value) is int]


def not_a_number(project: Project, random: Random) -> Mutant | None:
    """NaN or an infinity."""
    text = random.choice(["NaN", "Infinity", "-Infinity"])
    return _other(project, random, text, CODE)


def leading_zero(project: Project, random: Random) -> Mutant | None:
    """A number such as 07."""
    return _wrapped(project, random, random.choice(["0", "-0", "00"]), "")


def plus_sign(project: Project, random: Random) -> Mutant | None:
    """A number such as +5."""
    return _wrapped(project, random, "+", "")


def no_digit_before_the_point(project: Project, random: Random) -> Mutant | None:
    """A number such as .5."""
    return _wrapped(project, random, random.choice([".", "-."]), "")


def no_digit_behind_the_point(project: Project, random: Random) -> Mutant | None:
    """A number such as 5. or 5e."""
    return _wrapped(project, random, "", random.choice([".", "e", "e+", ".e5"]))


def unit_behind_the_number(project: Project, random: Random) -> Mutant | None:
    """A number such as 5px, 50% or 1_000."""
    return _wrapped(project, random, "", random.choice(["px", "%", "_000", "n", "f"]))


def hexadecimal(project: Project, random: Random) -> Mutant | None:
    """A number such as 0x1F."""
    text = random.choice(["0x1F", "0b11", "0o17"])
    return _other(project, random, text, CODE)


def number_too_large(project: Project, random: Random) -> Mutant | None:
    """A number of more digits, or a larger exponent, than Postgres holds."""
    text = random.choice(["1e999999999", "1e-20000", "9" * 5000, "1." + "3" * 20000])
    return _other(project, random, text, "number-too-large")


KINDS = kinds(
    not_a_number,
    leading_zero,
    plus_sign,
    no_digit_before_the_point,
    no_digit_behind_the_point,
    unit_behind_the_number,
    hexadecimal,
    number_too_large,
)
