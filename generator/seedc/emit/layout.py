"""Lay text out with the Jinja2 templates that stand beside the emitters.

A template only lays out: everything it prints was computed by typed code before,
and no row of data ever passes through one.
"""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def _environment() -> Environment:
    # The outputs are source code, not HTML: there is nothing to escape here.
    return Environment(
        loader=PackageLoader("seedc.emit", "templates"),
        autoescape=False,  # noqa: S701
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def lay_out(template: str, **values: object) -> str:
    """Fill a template of `seedc/emit/templates` and return the text."""
    return _environment().get_template(template).render(values)
