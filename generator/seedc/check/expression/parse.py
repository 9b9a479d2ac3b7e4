"""Read the SQL that schemas hold: one expression, and nothing around it."""

from sqlglot import ErrorLevel, TokenType, exp, parse_one, tokenize
from sqlglot.errors import SqlglotError

from seedc.check.expression.terms import UnsupportedError


def parse_expression(text: str) -> exp.Expr:
    """Return the syntax tree of an expression in the words of Postgres.

    Raises:
        UnsupportedError: It is no SQL, or holds more than one expression.
    """
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
    _demand_plain(parse_expression(text), frozenset())


def parse_predicate(text: str, columns: frozenset[str]) -> None:
    """Make sure that a text is a predicate over the columns of a table.

    Raises:
        UnsupportedError: It is none.
    """
    _demand_plain(parse_expression(text), columns)


_TAKEN = (exp.Condition, exp.Interval)
_REFUSED = (
    exp.Command,
    exp.Parameter,
    exp.Placeholder,
    exp.PropertyEQ,
    exp.Query,
    exp.Star,
    exp.UDTF,
)


def _demand_plain(tree: exp.Expr, columns: frozenset[str]) -> None:
    refused = (node for node in tree.walk() if isinstance(node, _REFUSED))
    bad = next(refused, None if isinstance(tree, _TAKEN) else tree)
    if bad is not None:
        message = f"`{type(bad).__name__.lower()}` is no part of an expression here"
        raise UnsupportedError(message)
    for column in tree.find_all(exp.Column):
        if column.args.get("table") or column.name not in columns:
            message = f"there is no column `{column.name}` here"
            raise UnsupportedError(message)
