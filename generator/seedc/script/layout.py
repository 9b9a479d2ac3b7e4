"""Lay statements out with the Jinja2 templates that stand beside this module.

A template only lays out: everything it prints was computed by typed code before,
and no row of data ever passes through one.
"""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from seedc.script.line_breaks import break_lines


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("seedc.script", "templates"),
        autoescape=False,  # noqa: S701, SQL is not HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def lay_out(template: str, **values: object) -> str:
    """Fill a template of `seedc/script/templates` and return the text."""
    sql = _environment().get_template(f"{template}.sql.jinja").render(values)
    return break_lines(sql.strip())
