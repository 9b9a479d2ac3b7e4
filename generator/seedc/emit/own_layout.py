"""Fill the templates of a project, which may be anybody's: a pull request's, say.

They see what they are given and nothing else, can reach no file, and whatever goes
wrong in them is a problem of theirs.
"""

import warnings
from collections.abc import Iterator, Mapping
from typing import final

from jinja2 import BaseLoader, Environment, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from seedc.emit.template_error import explained, no_python
from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place
from seedc.model.templates import Templates

LARGEST = 50_000_000
"""Characters that a template may lay out, so that no loop fills the memory."""

_STOCK = "seedc/"
_MOST_TIMES = 10_000


@final
class InvalidTemplate(Exception):  # noqa: N818, it carries a problem of the project
    """A template of the project's own cannot be filled.

    Attributes:
        problem: Why.
    """

    def __init__(self, problem: Diagnostic) -> None:
        """Say why."""
        super().__init__(problem.message)
        self.problem = problem


@final
class OwnLayout:
    """The templates of a project, with those of seedc for them to build upon.

    Attributes:
        templates: The project's.
    """

    def __init__(self, templates: Templates, stock: BaseLoader) -> None:
        """Prepare the templates; none is parsed before it is filled."""
        self.templates = templates
        self._environment = _Sandbox(_Loader(templates, stock))

    def fill(self, template: str, values: Mapping[str, object]) -> str:
        """Fill one of the templates.

        Raises:
            InvalidTemplate: It cannot be filled, or what it lays out is no Python
                where it should be.
        """
        try:
            parts = self._environment.get_template(template).generate(values)
            text = _joined(parts)
        # Whatever it raises, it is the template's author who must mend it.
        except Exception as error:
            problem = explained(error, self.templates, template, values)
            raise InvalidTemplate(problem) from error
        if template.endswith(".py.jinja"):
            self._parse(template, text)
        return text

    def _parse(self, template: str, text: str) -> None:
        # In each module a statement follows the header that nothing else may precede.
        header = template.endswith("/header.py.jinja")
        more = "\nfrom __future__ import annotations" if header else ""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(text + more, template, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            place = Place(self.templates[template].path)
            raise InvalidTemplate(no_python(error, text, place)) from error


@final
class _Loader(BaseLoader):
    """Finds a project's templates by their names, and seedc's below `seedc/`."""

    def __init__(self, own: Templates, stock: BaseLoader) -> None:
        self._own, self._stock = own, stock

    def get_source(
        self, environment: Environment, template: str
    ) -> "tuple[str, str | None, None]":
        if source := self._own.get(template):
            return source.text, source.path, None
        text, path, _ = self._stock.get_source(
            environment, template.removeprefix(_STOCK)
        )
        return text, path, None


@final
class _Sandbox(ImmutableSandboxedEnvironment):
    """What a template can do: print what it is given, the same in every build."""

    # One step of these may take all time or memory.
    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=False,  # as in `layout`
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=_printable,
        )
        # No build may depend on chance.
        del self.globals["lipsum"], self.filters["random"]

    def join_path(self, template: str, parent: str) -> str:
        # What a template of `python/` names is `python/` too.
        target = parent.removeprefix(_STOCK).partition("/")[0]
        if template.startswith(_STOCK):
            return f"{_STOCK}{target}/{template.removeprefix(_STOCK)}"
        return f"{target}/{template}"

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        # A set has another order in each process.
        unordered = isinstance(value, set | frozenset)
        return not unordered and super().is_safe_attribute(obj, attr, value)

    def call_binop(
        self, context: Context, operator: str, left: object, right: object
    ) -> object:
        sizes = [n for n in (left, right) if isinstance(n, int)]
        if operator == "**" or max(map(abs, sizes), default=0) > _MOST_TIMES:
            message = f"`{operator}` is for numbers up to {_MOST_TIMES:,}"
            raise SecurityError(message)
        return super().call_binop(context, operator, left, right)


def _printable(value: object) -> object:
    # The text of anything else may hold an address in memory.
    if isinstance(value, str | int | float | Undefined):
        return value
    message = f"only text and numbers can be printed, and this is {_kind(value)}"
    raise TypeError(message)


def _kind(value: object) -> str:
    return "nothing" if value is None else f"a {type(value).__name__.strip('_')}"


def _joined(parts: Iterator[str]) -> str:
    found, size = [], 0
    for part in parts:
        found.append(part)
        size += len(part)
        if size > LARGEST:
            message = f"it lays out more than {LARGEST:,} characters"
            raise SecurityError(message)
    return "".join(found)
