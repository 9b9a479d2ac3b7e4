"""What `x-table` says speaks of columns that exist and can be keys."""

from collections.abc import Iterator, Mapping

from seedc.dialect.names import columns_of, is_stored_as_rows, strings
from seedc.dialect.node import Library, root_node
from seedc.dialect.types import is_nullable, value_types
from seedc.dialect.view import View, view
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.model.json_value import JsonValue, Pointer
from seedc.text.json_place import schema_key, schema_value
from seedc.text.near import did_you_mean, one_of


def known_columns(document: SchemaDocument, library: Library) -> Iterator[Diagnostic]:
    """Yield the columns that a table's `x-table` names and the table lacks."""
    record = view(library, root_node(document))
    yield from _of_object(document, record, needs_key=True)
    for member in record.properties().values():
        items = member.below("items") if member.where("items") else None
        if is_stored_as_rows(member) and items and items.table("x-table"):
            yield from _of_object(document, items, needs_key=False)


def _of_object(
    document: SchemaDocument, record: View, *, needs_key: bool
) -> Iterator[Diagnostic]:
    columns = columns_of(record)
    declared = record.where("x-table") or record.node
    if declared.path != document.source.path:
        return
    base = (*declared.pointer, "x-table")
    for pointer, name in _names(record.table("x-table"), base):
        if name not in columns:
            yield _unknown(document, pointer, name, columns)
    yield from _key_problems(document, record, columns, base, needs_key=needs_key)
    yield from _unique_problems(document, record, columns, base)
    yield from _live_problems(record)


def _names(
    extension: Mapping[str, JsonValue], base: Pointer
) -> Iterator[tuple[Pointer, str]]:
    yield from _list(extension.get("primaryKey"), (*base, "primaryKey"))
    for keyword in ("unique", "indexes", "foreignKeys"):
        for i, entry in enumerate(_items(extension.get(keyword))):
            pointer = (*base, keyword, i)
            if isinstance(entry, dict):
                yield from _list(entry.get("columns"), (*pointer, "columns"))
            else:
                yield from _list(entry, pointer)


def _items(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []


def _list(value: JsonValue, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield pointer, value
    for i, entry in enumerate(_items(value)):
        if isinstance(entry, dict):
            yield (*pointer, i, "column"), str(entry.get("column"))
        else:
            yield (*pointer, i), str(entry)


def _unknown(
    document: SchemaDocument, pointer: Pointer, name: str, columns: Mapping[str, View]
) -> Diagnostic:
    hint = did_you_mean(name, columns) or f"columns: {one_of(sorted(columns))}"
    return Diagnostic(
        "unknown-column",
        f"the table has no column `{name}`",
        schema_value(document, pointer),
        help=hint,
    )


def _key_problems(
    document: SchemaDocument,
    record: View,
    columns: Mapping[str, View],
    base: Pointer,
    *,
    needs_key: bool,
) -> Iterator[Diagnostic]:
    given = record.table("x-table").get("primaryKey")
    if given is None and needs_key and "id" not in columns:
        yield Diagnostic(
            "unknown-column",
            "the table has no column `id` to be its primary key",
            schema_key(document, base),
            help='name the key: "primaryKey": "<column>"',
        )
    for name in strings("id" if given is None and needs_key else given):
        if name in columns and (reason := _unfit(columns[name], record)):
            own = columns[name].node
            pointer = own.pointer if own.path == document.source.path else base
            yield Diagnostic(
                "unfit-key",
                f"the primary key `{name}` {reason}",
                schema_key(document, pointer),
            )


def _unique_problems(
    document: SchemaDocument, record: View, columns: Mapping[str, View], base: Pointer
) -> Iterator[Diagnostic]:
    for i, names in enumerate(_items(record.table("x-table").get("unique"))):
        for pointer, name in _list(names, (*base, "unique", i)):
            if name in columns and not _is_scalar(columns[name]):
                message = f"the unique key `{name}` must be a scalar of one type"
                place = schema_value(document, pointer)
                yield Diagnostic("unfit-key", message, place)


def _live_problems(record: View) -> Iterator[Diagnostic]:
    for key, member in record.properties().items():
        extension = member.table("x-column")
        needed = key in record.required() and not is_nullable(member)
        if extension.get("owner") == "live" and needed and "default" not in extension:
            own = member.where("x-column") or member.node
            yield Diagnostic(
                "invalid-schema",
                f"`{key}` is never null, and nothing writes it when a row is inserted",
                schema_key(record.library[own.path], (*own.pointer, "x-column")),
                help='give it a `default` such as "0"',
            )


def _is_scalar(member: View) -> bool:
    types = value_types(member)
    return len(types) == 1 and types[0] not in {"array", "object"}


def _unfit(member: View, record: View) -> str | None:
    key = next(k for k, v in record.properties().items() if v.node == member.node)
    if key not in record.required():
        return "must be listed in `required`"
    if is_nullable(member):
        return "must not be null"
    if not _is_scalar(member):
        return "must be a scalar of one type"
    if member.table("x-column").get("owner", "seed") != "seed":
        return "must be owned by the seed"
    return None
