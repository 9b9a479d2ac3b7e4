"""Every reference names a table and a property that exist, of the same type.

What becomes a foreign key must also refer to a primary key or a unique key, as in
SQL.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import final

from seedc.dialect.names import columns_of, primary_key, strings
from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.types import REFERRING, value_types
from seedc.dialect.view import View, view
from seedc.dialect.walk import schemas_below, schemas_inside
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.model.json_value import Pointer
from seedc.text.json_place import schema_value
from seedc.text.near import did_you_mean, one_of


@final
@dataclass(frozen=True, slots=True)
class Target:
    """A table that references may lead to.

    Attributes:
        properties: The schemas of its properties.
        columns: The schemas of its columns.
        keys: Its primary key and its unique keys, as columns.
    """

    properties: Mapping[str, View]
    columns: Mapping[str, View]
    keys: frozenset[tuple[str, ...]]


Tables = Mapping[str, Target]
"""All tables, by name."""


def target_of(table: View) -> Target:
    """Return what of a table's schema references may speak of."""
    unique = table.table("x-table").get("unique")
    others = unique if isinstance(unique, list) else []
    keys = frozenset((primary_key(table), *map(strings, others)))
    return Target(table.properties(), columns_of(table), keys)


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
        found = [
            *_plain_problems(library, node, tables, hidden),
            *_composite_problems(library, node, tables, hidden),
            *_sibling_problems(library, node),
        ]
        for pointer, (code, message, hint) in found:
            place = schema_value(document, (*node.pointer, *pointer))
            yield Diagnostic(code, message, place, help=hint)


Reason = tuple[str, str, str | None]
Found = Iterator[tuple[Pointer, Reason]]


def _plain_problems(
    library: Library, node: Node, tables: Tables, hidden: frozenset[str]
) -> Found:
    for pointer, target in _targets(node):
        if target.partition(".")[0] in hidden:
            continue
        reason = _unknown(target, tables) or _unfit(library, node, target, tables)
        yield from () if reason is None else ((pointer, reason),)


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
        hint = did_you_mean(table, tables) or _listed(tables)
        return "unknown-target", f"there is no table `{table}`", hint
    properties = tables[table].properties
    if key not in properties:
        hint = did_you_mean(key, properties) or f"properties: {one_of([*properties])}"
        return "unknown-target", f"the table `{table}` has no property `{key}`", hint
    return None


def _listed(tables: Tables) -> str | None:
    return f"tables: {one_of(sorted(tables))}" if tables else None


def _unfit(library: Library, node: Node, target: str, tables: Tables) -> Reason | None:
    table, _, key = target.partition(".")
    wanted = tables[table].properties[key]
    here = view(library, node)
    if (mismatch := _mismatch(here, wanted, target)) is not None:
        return mismatch
    plain = isinstance(node.value["x-references"], str)
    if plain and not _is_unique(tables[table], wanted):
        message = f"`{target}` is neither a primary key nor unique"
        hint = f'refer to the primary key, or add "unique": [["{key}"]] to `{table}`'
        return "reference-not-unique", message, hint
    return None


def _mismatch(here: View, wanted: View, target: str) -> Reason | None:
    own, there = value_types(here), value_types(wanted)
    if own not in REFERRING or own == there:
        return None
    message = f"{one_of(own)} cannot refer to `{target}`, which is {one_of(there)}"
    return "reference-type-mismatch", message, None


def _is_unique(table: Target, wanted: View) -> bool:
    named = (c for c, v in table.columns.items() if v.node == wanted.node)
    return any((column,) in table.keys for column in named)


def _composite_problems(
    library: Library, node: Node, tables: Tables, hidden: frozenset[str]
) -> Found:
    extension = node.value.get("x-table")
    keys = extension.get("foreignKeys") if isinstance(extension, dict) else None
    for i, key in enumerate(keys if isinstance(keys, list) else []):
        match key:
            case {
                "columns": list() as columns,
                "references": {"table": str() as table, "columns": list() as there},
            } if table not in hidden:
                own = _named(columns_of(view(library, node)), strings(columns))
                reason = _composite_reason(own, table, strings(there), tables)
                pointer = ("x-table", "foreignKeys", i, "references", "table")
                yield from () if reason is None else ((pointer, reason),)
            case _:
                continue


def _named(known: Mapping[str, View], columns: Sequence[str]) -> list[View | None]:
    return [known.get(column) for column in columns]


def _composite_reason(
    own: Sequence[View | None], table: str, columns: tuple[str, ...], tables: Tables
) -> Reason | None:
    if table not in tables:
        hint = did_you_mean(table, tables) or _listed(tables)
        return "unknown-target", f"there is no table `{table}`", hint
    if columns not in tables[table].keys:
        names = ", ".join(columns)
        message = f"({names}) is neither the primary key of `{table}` nor unique"
        return "reference-not-unique", message, None
    if len(own) != len(columns):
        message = f"{len(own)} columns cannot refer to {len(columns)}"
        return "reference-type-mismatch", message, None
    wanted = _named(tables[table].columns, columns)
    pairs = zip(own, wanted, columns, strict=True)
    reasons = (_mismatch(a, b, f"{table}.{c}") for a, b, c in pairs if a and b)
    return next((reason for reason in reasons if reason is not None), None)


def _sibling_problems(library: Library, node: Node) -> Found:
    """Yield the references in an object that are chosen by a property it lacks.

    Only where all properties of the object are in sight: not in a part of it.
    """
    if _PARTS & {*node.pointer} or "properties" not in node.value:
        return
    siblings = view(library, node).properties()
    for member in schemas_inside(node):
        items = [n for n in schemas_inside(member) if n.pointer[-1] == "items"]
        for holder in (member, *items):
            match holder.value.get("x-references"):
                case {"by": str() as by} if by not in siblings:
                    message = f"there is no property `{by}` beside this one"
                    hint = did_you_mean(by, siblings)
                    below = holder.pointer[len(node.pointer) :]
                    reason = ("unknown-target", message, hint)
                    yield (*below, "x-references", "by"), reason
                case _:
                    continue


_PARTS = frozenset({"$defs", "allOf", "anyOf", "oneOf", "if", "then", "else"})
