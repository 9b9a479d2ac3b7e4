"""Say in words why a project's template cannot be filled, and where in it."""

import re
from collections.abc import Mapping
from traceback import walk_tb

from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place
from seedc.model.templates import REPLACEABLE, Templates
from seedc.text.near import did_you_mean, one_of

_UNDEFINED = re.compile(r"'(\w+)' is undefined")
_ATTRIBUTE = re.compile(r"'.*' has no attribute '(\w+)'")
_GUIDE = "docs/customising.md says what each template is given"


def explained(
    error: Exception,
    templates: Templates,
    template: str,
    values: Mapping[str, object],
) -> Diagnostic:
    """Return the problem that an error in a template is.

    Args:
        error: What was raised.
        templates: The project's templates.
        template: The one that was filled.
        values: What it was given.
    """
    place = _place(error, templates) or Place(templates[template].path)
    target = template.partition("/")[0]
    message, hint = _words(error, target, values)
    return Diagnostic("invalid-template", message, place, help=hint)


def no_python(error: Exception, text: str, place: Place) -> Diagnostic:
    """Return the problem that a template lays out what is no Python.

    Args:
        error: What Python says of it.
        text: What it lays out.
        place: Where the template is.
    """
    message = f"what it lays out is no Python: {error.args[0]}"
    number = error.lineno if isinstance(error, SyntaxError) else None
    lines = text.splitlines()
    hint = None
    if number is not None and number <= len(lines):
        hint = f"it is wrong at `{lines[number - 1].strip()}`, line {number} of that"
    return Diagnostic("invalid-template", message, place, help=hint)


def _words(
    error: Exception, target: str, values: Mapping[str, object]
) -> tuple[str, str | None]:
    text = str(error)
    match error:
        case TemplateSyntaxError(message=str(text)):
            return _lowered(
                text
            ), "Jinja2 documents its syntax at jinja.palletsprojects.com"
        case TemplateNotFound():
            return f"there is no template `{_own_name(text)}`", _names(target)
        case UndefinedError():
            return _undefined(text, values)
        case RecursionError():
            return "it leads back to itself without end", _names(target)
        case SecurityError():
            return _lowered(text), "a template only lays out what it is given"
        case _:
            return f"it fails: {_lowered(text) or type(error).__name__}", None


def _undefined(text: str, values: Mapping[str, object]) -> tuple[str, str]:
    if unknown := _UNDEFINED.fullmatch(text):
        name = unknown[1]
        listed = f"it is given {one_of(sorted(values))}"
        return f"there is no `{name}` here", did_you_mean(name, values) or listed
    if missing := _ATTRIBUTE.fullmatch(text):
        return f"nothing here is called `{missing[1]}`", _GUIDE
    return _lowered(text), _GUIDE


def _names(target: str) -> str:
    stock = [f"seedc/{name}" for name in REPLACEABLE[target]]
    return f"those of seedc are {one_of(stock)}"


def _own_name(name: str) -> str:
    """Return what a template was called where it was named: without its target."""
    prefix, _, rest = name.rpartition("/")
    return f"seedc/{rest}" if prefix.startswith("seedc") else rest


def _lowered(text: str) -> str:
    plain = text.strip().removesuffix(".").split("\n")[0]
    return plain[:1].lower() + plain[1:]


def _place(error: Exception, templates: Templates) -> Place | None:
    """Return the last line of the project's templates that led to an error."""
    own = {source.path for source in templates.values()}
    if isinstance(error, TemplateSyntaxError) and error.filename in own:
        return Place(str(error.filename), error.lineno, 1)
    steps = walk_tb(error.__traceback__)
    lines = [(f.f_code.co_filename, n) for f, n in steps if f.f_code.co_filename in own]
    return Place(lines[-1][0], lines[-1][1], 1) if lines else None
