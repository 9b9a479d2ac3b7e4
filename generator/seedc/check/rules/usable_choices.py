"""What a project calls and types otherwise in a target is a name there."""

import re
from collections.abc import Iterator
from keyword import iskeyword

from seedc.check.choices import Choices, Option, owner_and_property
from seedc.model.diagnostic import Diagnostic
from seedc.model.project import ImportedType
from seedc.text.python_names import model_attribute, record_attribute
from seedc.text.typescript_names import is_identifier, is_reserved

_PYTHON_MODULE = re.compile(r"\.*[^\W\d]\w*(\.[^\W\d]\w*)*")
# As in `import type { Extra } from "@game/types"`; what an escape would need is out.
_TYPESCRIPT_MODULE = re.compile(r"[\w@#~.:/+-]+", re.ASCII)
# What models and ids are made of.
_OWN = frozenset({"base", "brand"})
# TypeScript handbook, "Everyday Types"; no declaration can have such a name (TS2427).
_PREDEFINED = frozenset(
    {
        "any",
        "bigint",
        "boolean",
        "never",
        "number",
        "object",
        "string",
        "symbol",
        "unknown",
    }
)

_Problem = tuple[str, str | None]
"""A message and its help."""


def usable_choices(choices: Choices) -> Iterator[Diagnostic]:
    """Yield the names and modules that the target does not take."""
    for key, name in choices.options.names.items():
        _, member = owner_and_property(key)
        found = _unfit_type(choices, name) if member is None else _unfit(choices, name)
        yield from _problems(choices, "names", key, found)
    for key, chosen in choices.options.types.items():
        if isinstance(chosen, ImportedType):
            found = _unfit_type(choices, chosen.name) or _unfit_module(choices, chosen)
            yield from _problems(choices, "types", key, found)


def _unfit_type(choices: Choices, name: str) -> _Problem | None:
    if choices.language == "Python":
        # The modules call so what is only theirs.
        fits = name.isidentifier() and not name.startswith("_")
        reserved = iskeyword(name)
    else:
        fits = is_identifier(name)
        reserved = is_reserved(name) or name in _PREDEFINED
    fits = fits and any(map(str.isalpha, name))
    reserved = reserved or name.casefold() in _OWN
    return _named(name, "a type", choices, fits=fits, reserved=reserved)


def _unfit(choices: Choices, name: str) -> _Problem | None:
    if choices.language == "Python":
        # Pydantic takes what begins with `_` for its own.
        fits = name.isidentifier() and not name.startswith("_")
        reserved = {name} != {model_attribute(name), record_attribute(name)}
    else:
        fits, reserved = is_identifier(name), False
    return _named(name, "a property", choices, fits=fits, reserved=fits and reserved)


def _named(
    name: str, what: str, choices: Choices, *, fits: bool, reserved: bool
) -> _Problem | None:
    language = choices.language
    if reserved:
        message = f"`{name}` is reserved in {language}, so that {what} cannot have it"
        return message, f"take another, such as `{name}_`"
    if not fits:
        return f"`{name}` cannot be the name of {what} in {language}", None
    return None


def _unfit_module(choices: Choices, chosen: ImportedType) -> _Problem | None:
    name = chosen.module
    if choices.language == "Python":
        words = name.lstrip(".").split(".")
        form, like = _PYTHON_MODULE, "`game.types`"
        fits = not any(map(iskeyword, words))
    else:
        form, like, fits = _TYPESCRIPT_MODULE, "`@game/types`", True
    fits = fits and form.fullmatch(name) is not None
    message = f"`{name}` is no module to import from"
    return None if fits else (message, f"expected one such as {like}")


def _problems(
    choices: Choices, option: Option, key: str, found: _Problem | None
) -> Iterator[Diagnostic]:
    if found is not None:
        message, hint = found
        place = choices.place(option, key)
        yield Diagnostic("invalid-option", message, place, help=hint)
