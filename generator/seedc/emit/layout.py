"""Lay text out with Jinja2 templates: seedc's, or a project's own in their place.

A template only lays out: everything it prints was computed by typed code before,
and no row of data ever passes through one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from seedc.emit.own_layout import OwnLayout
from seedc.model.templates import Templates

# Else every printer would hand on what only this module needs.
_OWN: ContextVar[OwnLayout | None] = ContextVar("_OWN", default=None)


@contextmanager
def in_place(templates: Templates) -> Iterator[None]:
    """Let a project's templates take the place of seedc's of the same name."""
    token = _OWN.set(OwnLayout(templates, _stock()) if templates else None)
    try:
        yield
    finally:
        _OWN.reset(token)


def lay_out(template: str, **values: object) -> str:
    """Fill a template of `seedc/emit/templates`, or the one in its place.

    Raises:
        InvalidTemplate: A project's own template cannot be filled.
    """
    own = _OWN.get()
    if own is not None and template in own.templates:
        return own.fill(template, values)
    return _environment().get_template(template).render(values)


@cache
def _stock() -> PackageLoader:
    return PackageLoader("seedc.emit", "templates")


@cache
def _environment() -> Environment:
    # The outputs are source code, not HTML: there is nothing to escape here.
    return Environment(
        loader=_stock(),
        autoescape=False,  # noqa: S701
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # which would look at the file each time
    )
