"""The closed list of what a check may say, and what to write in place of the rest."""

from collections.abc import Mapping
from typing import get_args

from seedc.check.expression.tree import Comparison, Function

ALLOWED = (
    "AND, OR, NOT, comparisons, + - *, IN, BETWEEN, IS NULL, CASE, COALESCE, "
    "LENGTH, LOWER, ABS, LEAST, GREATEST, LIKE"
)

FUNCTIONS: tuple[Function, ...] = get_args(Function)

CONSTANTS: Mapping[str, bool | None] = {"FALSE": False, "NULL": None, "TRUE": True}

COMPARISONS: Mapping[str, Comparison] = {
    "=": "=",
    "<>": "<>",
    "!=": "<>",
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
}

PREDICATES = (*COMPARISONS, "BETWEEN", "IN", "IS", "LIKE", "NOT")

WORDS = frozenset(
    "AND BETWEEN CASE ELSE END IN IS LIKE NOT OR THEN WHEN".split()  # noqa: SIM905, a sentence
)

SIGNS = frozenset({*COMPARISONS, "+", "-", "*", "(", ")", ","})

_RULE = "a check sees one row; a law over several is a rule, a query of its own"
_CLOCK = "a check has no clock, no chance and no user, so that it stays true"
_TYPE = "values have the type of their column, which `x-column.type` chooses"
_REGEX = "write LIKE here, or `pattern` in the schema of the property"
_JSON = "of JSON a check can only say IS NULL or IS NOT NULL"

_HELP = {
    "==": "write `=`",
    ".": "write the column alone; a check sees one row of its own table",
    "/": "multiply the other side: `a * 2 = b` for `a = b / 2`",
    "%": "there is no remainder; list the values with IN",
    "||": "write OR between conditions, and compare texts one by one",
    ";": "an expression ends without one",
    "--": "say it in the name of the check, or in a `description`",
    "/*": "say it in the name of the check, or in a `description`",
    "ILIKE": "write LIKE with LOWER",
    "UPPER": "write LOWER",
    "ISNULL": "write IS NULL",
    "NOTNULL": "write IS NOT NULL",
    "UNKNOWN": "write IS NULL",
    "ESCAPE": r"write `\` before `%` or `_` to mean the character itself",
    **dict.fromkeys(("SELECT", "EXISTS", "ANY", "ALL", "SOME", "WITH"), _RULE),
    **dict.fromkeys(("SUM", "COUNT", "MIN", "MAX", "AVG"), _RULE),
    **dict.fromkeys(("NOW", "RANDOM", "CURRENT_DATE", "CURRENT_TIMESTAMP"), _CLOCK),
    **dict.fromkeys(
        ("CURRENT_USER", "SESSION_USER", "USER", "GEN_RANDOM_UUID"), _CLOCK
    ),
    **dict.fromkeys(("::", "CAST", "DATE", "TIME", "TIMESTAMP", "INTERVAL"), _TYPE),
    **dict.fromkeys(("~", "~*", "!~", "!~*", "SIMILAR", "REGEXP_LIKE"), _REGEX),
    **dict.fromkeys(("->", "->>", "#>", "#>>", "@>", "<@", "?", "["), _JSON),
}


def help_for(word: str) -> str | None:
    """Return what to write in place of a word or sign that is not on the list."""
    return _HELP.get(word.upper())
