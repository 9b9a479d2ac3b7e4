"""No two things meet under one name in a target because of what a project chose.

That the names which seedc gives are distinct is the law of `distinct_names`.
"""

from collections.abc import Callable, Iterator

from seedc.check.choices import Choices
from seedc.check.chosen_names import (
    Chosen,
    Group,
    Origin,
    chosen_members,
    chosen_types,
)
from seedc.check.rules.distinct_names import folded
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic, Note


def distinct_choices(
    choices: Choices, catalog: Catalog, library: Library
) -> Iterator[Diagnostic]:
    """Yield the names that meet, each pair once."""
    # Members of objects are distinct in JavaScript even if only their case differs.
    exact = choices.language == "TypeScript"
    pairs = set()
    for fold, groups in (
        (folded, chosen_types(choices, catalog, library)),
        (str if exact else folded, chosen_members(choices, catalog, library)),
    ):
        for group in groups:
            for use, other in _meeting(group, fold):
                place, there = use.place(), other.place()
                if (place, there) not in pairs:
                    pairs.add((place, there))
                    yield _problem(choices, group[0], use, other)


def _meeting(
    group: Group, fold: Callable[[str], str]
) -> Iterator[tuple[Chosen, Chosen]]:
    first: dict[str, Chosen] = {}
    # What the project chose comes last, so that it is what the problem is about.
    for use in sorted(group[1], key=lambda use: use.origin):
        other = first.setdefault(fold(use.name), use)
        if other is not use and use.origin is not Origin.SEEDC:
            yield use, other


def _problem(choices: Choices, what: str, use: Chosen, other: Chosen) -> Diagnostic:
    place, notes = use.place(), [Note("the other one", other.place())]
    if Origin.CASE in {use.origin, other.origin}:
        notes.append(Note("the case is chosen here", choices.place("case")))
    return Diagnostic(
        "name-collision",
        f"two {what} are named `{use.name}` in {choices.language}",
        place,
        notes=tuple(notes),
        help=f"give one another name in `[targets.{choices.language.lower()}.names]`",
    )
