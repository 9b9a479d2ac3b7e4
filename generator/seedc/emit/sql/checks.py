"""CHECK expressions in the words of SQLite."""

from dataclasses import replace

import sqlglot

from seedc.model.table import Check


def for_sqlite(check: Check) -> Check:
    """Return a check whose expression SQLite understands."""
    if not check.declared or not check.portable:
        return check
    printed = sqlglot.transpile(check.expression, read="postgres", write="sqlite")
    return replace(check, expression=printed[0])
