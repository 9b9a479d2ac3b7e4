"""What a project names and types otherwise in a target is there."""

from collections.abc import Collection, Iterator, Mapping

from seedc.check.choices import Choices, Option, owner_and_property
from seedc.model.diagnostic import Diagnostic
from seedc.text.near import did_you_mean, one_of

Properties = Mapping[str, tuple[str, ...]]

_KINDS = {
    "Python": ("numeric", "uuid"),
    "TypeScript": ("numeric", "bigint", "uuid", "date", "date-time", "time"),
}


def known_choices(choices: Choices, properties: Properties) -> Iterator[Diagnostic]:
    """Yield the keys of `names` and `types` that speak of nothing.

    Args:
        choices: What differs in a target.
        properties: The properties of all types in code.
    """
    for key in choices.options.names:
        owner, name = owner_and_property(key)
        if (found := _unknown(owner, name, properties)) is not None:
            yield _problem(choices, "names", key, *found)
    kinds = _KINDS[choices.language]
    for key in choices.options.types:
        owner, name = owner_and_property(key)
        found = (
            _unknown_kind(key, kinds, properties)
            if name is None
            else _unknown(owner, name, properties)
        )
        if found is not None:
            yield _problem(choices, "types", key, *found)


_Reason = tuple[str, str]


def _unknown(owner: str, name: str | None, properties: Properties) -> _Reason | None:
    if owner not in properties:
        return f"there is no type `{owner}` in code", _near(owner, properties, "types")
    if name is None or name in properties[owner]:
        return None
    known = properties[owner]
    if not known:
        return f"the type `{owner}` has no properties", f"remove `.{name}`"
    return (
        f"the type `{owner}` has no property `{name}`",
        _near(name, known, "properties, as the files write them"),
    )


def _unknown_kind(
    key: str, kinds: Collection[str], properties: Properties
) -> _Reason | None:
    if key in kinds:
        return None
    if properties.get(key):
        example = f"{key}.{properties[key][0]}"
        hint = f'a property is named with its type: `"{example}"`'
    else:
        hint = _near(key, kinds, "kinds")
    return f"`{key}` is no kind of value whose type can differ", hint


def _near(name: str, known: Collection[str], what: str) -> str:
    return did_you_mean(name, known) or f"{what}: {one_of(sorted(known))}"


def _problem(
    choices: Choices, option: Option, key: str, message: str, hint: str
) -> Diagnostic:
    return Diagnostic("unknown-name", message, choices.place(option, key), help=hint)
