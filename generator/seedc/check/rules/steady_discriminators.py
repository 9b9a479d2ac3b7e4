"""What tells the types of a union apart has one name in all of them.

With `names = { "MeleeAttack.kind" = "type" }` alone there would be nothing to ask:
TypeScript narrows a union by a property that all its types have ("Discriminated
unions" in its handbook), and Pydantic chooses by an attribute that all have.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from seedc.check.choices import Choices, named_shapes, owner_and_property
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic
from seedc.model.project import TypescriptOptions
from seedc.model.shape import Named, ObjectShape, UnionShape
from seedc.text.member_names import cased
from seedc.text.near import all_of
from seedc.text.python_names import member_attribute, record_attribute

_Names: TypeAlias = Mapping[str, str]
"""The name of a discriminator in each type (`MeleeAttack.kind`)."""


def steady_discriminators(choices: Choices, catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the discriminators that have several names, each once."""
    for names in _groups(choices, catalog):
        renamed = next((k for k in choices.options.names if k in names), None)
        if renamed is not None and len({*names.values()}) > 1:
            yield _problem(choices, names, renamed)


def _groups(choices: Choices, catalog: Catalog) -> list[_Names]:
    """Return what has one name: unions that share a type are told at once."""
    groups: list[_Names] = []
    for union in named_shapes(catalog):
        if isinstance(union, UnionShape) and union.discriminator is not None:
            own = _names(choices, union, union.discriminator)
            shared = [g for g in groups if g.keys() & own.keys()]
            groups = [g for g in groups if g not in shared]
            groups.append({k: n for g in (*shared, own) for k, n in g.items()})
    return groups


def _names(choices: Choices, union: UnionShape, tag: str) -> _Names:
    keys = [
        f"{arm.name}.{tag}"
        for arm in union.arms
        if isinstance(arm, ObjectShape | Named)
    ]
    given = choices.options.names
    match choices.options:
        case TypescriptOptions(case=case):
            return {key: given.get(key, cased(tag, case)) for key in keys}
        case _:
            own = member_attribute(tag)
            return {k: record_attribute(given[k]) if k in given else own for k in keys}


def _problem(choices: Choices, names: _Names, renamed: str) -> Diagnostic:
    name, tag = names[renamed], owner_and_property(renamed)[1]
    types = [owner_and_property(key)[0] for key in names]
    others = [f'"{key}" = "{name}"' for key in names if names[key] != name]
    return Diagnostic(
        "invalid-option",
        f"`{tag}` tells {all_of(types)} apart, and would have several names in"
        f" {choices.language}: {all_of([*dict.fromkeys(names.values())])}",
        choices.place("names", renamed),
        help=f"give it the same name in all: {all_of(others)}",
    )
