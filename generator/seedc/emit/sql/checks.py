"""CHECK expressions in the words of SQLite."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sqlglot import exp, parse_one

from seedc.emit.sql.sqlite_literals import quote_sqlite
from seedc.model.column_type import Double, Numeric
from seedc.model.table import Check, Table
from seedc.postgres.literal import unquote_text

_TEXT = re.compile(r"(?<!\w)E?'(?:[^']|'')*'")
_WILD = {"%": "*", "_": "?"}


def sqlite_checks(table: Table) -> Iterator[Check]:
    """Yield the checks of a table that SQLite can keep, in its words."""
    for check in table.checks:
        if check.portable and _is_exact(check, table):
            yield for_sqlite(check)


def for_sqlite(check: Check) -> Check:
    """Return a check whose expression SQLite understands."""
    if not check.portable:
        return check
    if not check.declared:
        return replace(check, expression=_TEXT.sub(_text, check.expression))
    tree = parse_one(check.expression, dialect="postgres")
    return replace(check, expression=tree.transform(_glob).sql("sqlite"))


def _is_exact(check: Check, table: Table) -> bool:
    """Say whether SQLite, which computes with doubles, is sure to agree."""
    if not check.declared:
        return True
    tree = parse_one(check.expression, dialect="postgres")
    if any(not isinstance(x.expression, exp.Literal) for x in tree.find_all(exp.Like)):
        return False
    fractions = {c.name for c in table.columns if isinstance(c.type, Numeric | Double)}
    return not any(
        _is_fraction(leaf, fractions)
        for sum_ in tree.find_all(exp.Add, exp.Sub, exp.Mul)
        for leaf in sum_.find_all(exp.Column, exp.Literal)
    )


def _is_fraction(leaf: exp.Expr, columns: set[str]) -> bool:
    if isinstance(leaf, exp.Column):
        return leaf.name in columns
    return leaf.is_number and not leaf.name.isdecimal()


def _glob(node: exp.Expr) -> exp.Expr:
    # LIKE is blind to the case of letters in SQLite.
    if not isinstance(node, exp.Like) or not isinstance(node.expression, exp.Literal):
        return node
    pattern = exp.Literal.string(_pattern(node.expression.name))
    glob = exp.Glob(this=node.this, expression=pattern)
    return exp.Not(this=glob) if node.args.get("negate") else glob


def _pattern(like: str) -> str:
    parts = re.findall(r"\\?.", like, re.DOTALL)
    return "".join(_WILD.get(p) or re.sub(r"[*?[]", r"[\g<0>]", p[-1]) for p in parts)


def _text(match: "re.Match[str]") -> str:
    return quote_sqlite(unquote_text(match[0]))
