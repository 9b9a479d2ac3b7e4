"""Every row keeps the checks that its table declares in `x-table.checks`.

As in SQL, a check is broken only where it is false; unknown will do.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from seedc.check.expression.compile import Law, compile_check
from seedc.check.expression.terms import Cell, UncomputableError, UnsupportedError
from seedc.check.locate import row_place
from seedc.check.refused import Refused, RefusedRow
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog, Row
from seedc.model.column_type import Time, Timestamp, Uuid
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.json_value import JsonValue
from seedc.model.rows import Data, Sources
from seedc.model.source import Place
from seedc.model.table import Check, Owner, Table
from seedc.text.excerpt import excerpt
from seedc.text.json_place import record_value, schema_part, schema_value

_OF_MANY_FORMS = (Time, Timestamp, Uuid)


def readable_checks(catalog: Catalog, library: Library) -> Iterator[Diagnostic]:
    """Yield the checks that are no SQL of the closed list."""
    for table, check in _declared(catalog):
        try:
            compile_check(check.expression, table)
        except UnsupportedError as error:
            document, pointer = library[table.schema_path], check.pointer
            place = (
                schema_part(document, pointer, error.span)
                if error.span and check.expression
                else schema_value(document, pointer)
            )
            yield Diagnostic("invalid-check", error.message, place, help=error.help)


def kept_checks(
    catalog: Catalog, data: Data, sources: Sources, refused: Refused
) -> Iterator[Diagnostic]:
    """Yield a problem for each row that breaks a check.

    A record that has problems of its own breaks one where it has a value, of which
    nothing is wrong, for each of the check's columns.
    """
    for table, check in _declared(catalog):
        try:
            law = compile_check(check.expression, table)
        except UnsupportedError:
            continue
        rows = data[table.name].rows
        law = _of_what_seeds_say(law, table)
        for at, reason in _broken(law, check, rows):
            values = {name: rows[at][table.position(name)] for name in law.columns}
            find = partial(row_place, table, at, data=data, sources=sources)
            yield _violation(reason, values, find)
        yield from _of_refused(law, table, check, sources, refused)


def _of_refused(
    law: Law, table: Table, check: Check, sources: Sources, refused: Refused
) -> Iterator[Diagnostic]:
    # Values are as they were written, where rows have one form of each.
    if any(isinstance(table.column(n).type, _OF_MANY_FORMS) for n in law.columns):
        return
    known = {*law.columns}
    named = [r for r in refused.rows(table) if r.sure and r.values.keys() >= known]
    rows = [tuple(row.values.get(c.name) for c in table.columns) for row in named]
    for at, reason in _broken(law, check, rows):
        values = {name: named[at].values[name] for name in law.columns}
        find = partial(_place, named[at], sources)
        yield _violation(reason, values, find)


def _place(row: RefusedRow, sources: Sources, column: str | None) -> Place:
    root = row.table.parent.table if row.table.parent else row.table.name
    key = row.table.column(column).key if column else None
    own = row.pointer if key is None else (*row.pointer, key)
    return record_value(sources[root].records, row.number, own)


def _declared(catalog: Catalog) -> Iterator[tuple[Table, Check]]:
    for table in catalog.tables:
        yield from ((table, check) for check in table.checks if check.declared)


def _broken(law: Law, check: Check, rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    name = check.pointer[-1]
    expression = " ".join(check.expression.split())
    for at, row in enumerate(rows):
        try:
            if law.test(row) is False:
                yield at, f"the row breaks the check `{name}`: {expression}"
        except UncomputableError as error:
            yield at, f"the check `{name}` has no result here: {error}"


def _of_what_seeds_say(law: Law, table: Table) -> Law:
    """Leave out the rows in which the database fills a value in, which is not known."""
    filled = [
        table.position(name)
        for name in law.columns
        if table.column(name).owner is Owner.ONCE and table.column(name).default
    ]
    if not filled:
        return law

    def test(row: Row) -> Cell:
        return None if any(row[at] is None for at in filled) else law.test(row)

    return replace(law, test=test)


def _violation(
    reason: str, values: Mapping[str, JsonValue], find: Callable[[str | None], Place]
) -> Diagnostic:
    shown = {name: f"{name} = {excerpt(value)}" for name, value in values.items()}
    message = f"{reason} ({', '.join(shown.values())})" if shown else reason
    if len(values) == 1:
        return Diagnostic("violated-check", message, find(next(iter(values))))
    written = [name for name, value in values.items() if value is not None]
    notes = tuple(Note(shown[name], find(name)) for name in written)
    return Diagnostic("violated-check", message, find(None), notes=notes)
