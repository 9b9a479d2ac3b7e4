"""Every reference names a table and a property that exist, of the same type.

What becomes a foreign key must also refer to a primary key or a unique key, as in
SQL.
"""

from collections.abc import Iterator, Mapping, Sequence

from seedc.check.rules.known_column_types import json_types
from seedc.dialect.names import columns_of, primary_key, strings
from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.view import View, view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.model.json_value import JsonValue, Pointer
from seedc.text.json_place import schema_value
from seedc.text.near import did_you_mean, one_of

Tables = Mapping[str, View]
"""The schemas of all tables, by table name."""


def known_targets(
    document: SchemaDocument,
    library: Library,
    tables: Tables,
    hidden: frozenset[str],
) -> Iterator[Diagnostic]:
    """Yield the references of a schema file that lead nowhere or do not fit.

    Args:
        document: The schema file.
        library: All sound schema files.
        tables: The tables that they declare.
        hidden: Tables whose own schemas are broken; nothing is said of these.
    """
    for node in schemas_below(root_node(document)):
        for pointer, target in _targets(node):
            if target.partition(".")[0] in hidden:
                continue
            reason = _unknown(target, tables) or _unfit(library, node, target, tables)
            if reason is not None:
                code, message, hint = reason
                place = schema_value(document, (*node.pointer, *pointer))
                yield Diagnostic(code, message, place, help=hint)
    for pointer, table, columns in _composite(document.value):
        if table in hidden:
            continue
        yield from _composite_problems(document, pointer, table, columns, tables)


Reason = tuple[str, str, str | None]


def _targets(node: Node) -> Iterator[tuple[Pointer, str]]:
    match node.value.get("x-references"):
        case str() as target:
            yield ("x-references",), target
        case list() as targets:
            for i, target in enumerate(targets):
                yield ("x-references", i), str(target)
        case {"targets": dict() as choices}:
            for key, target in choices.items():
                yield ("x-references", "targets", key), str(target)
        case _:
            return


def _unknown(target: str, tables: Tables) -> Reason | None:
    table, _, key = target.partition(".")
    if table not in tables:
        hint = did_you_mean(table, tables) or f"tables: {one_of(sorted(tables))}"
        return "unknown-target", f"there is no table `{table}`", hint
    properties = tables[table].properties()
    if key not in properties:
        hint = did_you_mean(key, properties) or f"properties: {one_of([*properties])}"
        return "unknown-target", f"the table `{table}` has no property `{key}`", hint
    return None


def _unfit(library: Library, node: Node, target: str, tables: Tables) -> Reason | None:
    table, _, key = target.partition(".")
    wanted = tables[table].properties()[key]
    here, there = json_types(view(library, node)), json_types(wanted)
    if here and there and here != there:
        message = f"{one_of(here)} cannot refer to `{target}`, which is {one_of(there)}"
        return "reference-type-mismatch", message, None
    plain = isinstance(node.value["x-references"], str)
    if plain and not _is_unique(tables[table], wanted):
        message = f"`{target}` is neither a primary key nor unique"
        hint = f'refer to the primary key, or add "unique": [["{key}"]] to `{table}`'
        return "reference-not-unique", message, hint
    return None


def _is_unique(table: View, wanted: View) -> bool:
    column = next(c for c, v in columns_of(table).items() if v.node == wanted.node)
    return (column,) in _keys(table)


def _keys(table: View) -> list[tuple[str, ...]]:
    unique = table.table("x-table").get("unique")
    others = unique if isinstance(unique, list) else []
    return [primary_key(table), *map(strings, others)]


def _composite(
    value: Mapping[str, JsonValue],
) -> Iterator[tuple[Pointer, str, list[JsonValue]]]:
    extension = value.get("x-table")
    keys = extension.get("foreignKeys") if isinstance(extension, dict) else None
    for i, key in enumerate(keys if isinstance(keys, list) else []):
        match key:
            case {
                "references": {"table": str() as table, "columns": list() as columns}
            }:
                yield ("x-table", "foreignKeys", i), table, columns
            case _:
                continue


def _composite_problems(
    document: SchemaDocument,
    pointer: Pointer,
    table: str,
    columns: Sequence[JsonValue],
    tables: Tables,
) -> Iterator[Diagnostic]:
    place = schema_value(document, (*pointer, "references", "table"))
    if table not in tables:
        message = f"there is no table `{table}`"
        yield Diagnostic(
            "unknown-target", message, place, help=did_you_mean(table, tables)
        )
    elif strings([*columns]) not in _keys(tables[table]):
        names = ", ".join(str(column) for column in columns)
        message = f"({names}) is neither the primary key of `{table}` nor unique"
        yield Diagnostic("reference-not-unique", message, place)
