"""Every row keeps the checks that its table declares in `x-table.checks`.

As in SQL, a check is broken only where it is false; unknown will do.
"""

from collections.abc import Callable, Iterator

from seedc.check.locate import row_place
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog, Row
from seedc.model.diagnostic import Diagnostic
from seedc.model.json_value import JsonValue
from seedc.model.rows import Data, Sources
from seedc.model.table import Check, Table
from seedc.postgres.identifier import constraint_name
from seedc.text.json_place import schema_value

Test = Callable[[Row], JsonValue]


def readable_checks(catalog: Catalog, library: Library) -> Iterator[Diagnostic]:
    """Yield the checks that are no SQL of the closed list."""
    for table, check in _declared(catalog):
        compiled = _compile(check, table)
        if isinstance(compiled, str):
            place = schema_value(library[table.schema_path], _pointer(table, check))
            yield Diagnostic(
                "invalid-check", compiled, place, help=f"allowed: {_allowed()}"
            )


def kept_checks(catalog: Catalog, data: Data, sources: Sources) -> Iterator[Diagnostic]:
    """Yield a problem for each row that breaks a check."""
    for table, check in _declared(catalog):
        compiled = _compile(check, table)
        if isinstance(compiled, str):
            continue
        for at, row in enumerate(data[table.name].rows):
            if compiled(row) is False:
                name = _own_name(table, check)
                yield Diagnostic(
                    "violated-check",
                    f"the row breaks the check `{name}`: {check.expression}",
                    row_place(table, at, None, data, sources),
                )


def _declared(catalog: Catalog) -> Iterator[tuple[Table, Check]]:
    for table in catalog.tables:
        yield from ((table, check) for check in table.checks if check.declared)


def _compile(check: Check, table: Table) -> Test | str:
    """Return the check as a function, or why it cannot be one."""
    # Reading SQL takes a library that is slow to import.
    from seedc.check.expression.compile import compile_check  # noqa: PLC0415
    from seedc.check.expression.terms import UnsupportedError  # noqa: PLC0415

    try:
        return compile_check(check.expression, table)
    except UnsupportedError as error:
        return str(error)


def _allowed() -> str:
    from seedc.check.expression.compile import ALLOWED  # noqa: PLC0415

    return ALLOWED


def _own_name(table: Table, check: Check) -> str:
    return check.name.removeprefix(constraint_name(table.name, ""))


def _pointer(table: Table, check: Check) -> tuple[str, ...]:
    name = _own_name(table, check)
    if table.parent is None:
        return ("x-table", "checks", name)
    return ("properties", table.parent.key, "items", "x-table", "checks", name)
