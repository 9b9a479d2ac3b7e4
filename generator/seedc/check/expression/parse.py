"""Read the SQL that schemas hold beside checks: defaults, and predicates of indexes.

It goes into the generated SQL as it stands, and nothing of it is computed here.
"""

from sqlglot import ErrorLevel, TokenType, exp, parse_one, tokenize
from sqlglot.errors import SqlglotError

from seedc.check.expression.terms import UnsupportedError


def _parsed(text: str) -> exp.Expr:
    try:
        tree = parse_one(text, dialect="postgres", error_level=ErrorLevel.IMMEDIATE)
    except (SqlglotError, RecursionError) as error:
        message = "the expression is no SQL that seedc can read"
        raise UnsupportedError(message) from error
    tokens = tokenize(text, dialect="postgres")
    if any(t.text == "==" and t.token_type is TokenType.EQ for t in tokens):
        message = "`==` is not SQL; write `=`"
        raise UnsupportedError(message)
    if any(node.comments for node in tree.walk()) or text.rstrip().endswith(";"):
        message = "an expression ends without a comment or a semicolon"
        raise UnsupportedError(message)
    return tree


def parse_default(text: str) -> None:
    """Make sure that a text is a default: an expression without columns and queries.

    Raises:
        UnsupportedError: It is none.
    """
    _demand_plain(_parsed(text), frozenset())


def parse_predicate(text: str, columns: frozenset[str]) -> None:
    """Make sure that a text is a predicate over the columns of a table.

    Raises:
        UnsupportedError: It is none.
    """
    tree = _parsed(text)
    _demand_plain(tree, columns)
    # PostgreSQL manual, CREATE INDEX: all functions in a predicate are immutable.
    if (changing := next(tree.find_all(*_CHANGING), None)) is not None:
        message = f"`{changing.sql('postgres')}` is not the same at all times"
        raise UnsupportedError(message)
    if isinstance(tree.unnest(), _VALUES):
        message = "a predicate is true or false, such as `price > 0`"
        raise UnsupportedError(message)


_TAKEN = (exp.Condition, exp.Interval)
_REFUSED = (
    exp.AggFunc,
    exp.Command,
    exp.Parameter,
    exp.Placeholder,
    exp.PropertyEQ,
    exp.Query,
    exp.Star,
    exp.UDTF,
    exp.Window,
)
_VALUES = (
    exp.Add,
    exp.Div,
    exp.DPipe,
    exp.Literal,
    exp.Mod,
    exp.Mul,
    exp.Sub,
)
_CHANGING = (
    exp.CurrentDate,
    exp.CurrentTime,
    exp.CurrentTimestamp,
    exp.CurrentUser,
    exp.Localtime,
    exp.Localtimestamp,
    exp.Rand,
)


def _demand_plain(tree: exp.Expr, columns: frozenset[str]) -> None:
    refused = (node for node in tree.walk() if isinstance(node, _REFUSED))
    bad = next(refused, None if isinstance(tree, _TAKEN) else tree)
    if bad is not None:
        message = f"`{bad.sql('postgres')}` is no part of an expression here"
        raise UnsupportedError(message)
    for column in tree.find_all(exp.Column):
        if column.args.get("table") or column.name not in columns:
            message = f"there is no column `{column.name}` here"
            raise UnsupportedError(message)
