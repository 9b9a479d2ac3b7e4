"""Make the modules of data: rows in plain JavaScript, types in a declaration file.

    export const items = [
      { id: "sword", name: "Sword" },
    ];

    export const itemsById = /* @__PURE__ */ new Map(...);
    export const itemsByKey = /* @__PURE__ */ Object.fromEntries(itemsById);

TypeScript never looks at the rows, so ten thousand cost it nothing; and what a client
does not use, a bundler drops.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.emit.typescript.column_shape import own_target
from seedc.emit.typescript.data_rows import Data, record_lines
from seedc.emit.typescript.doc_comment import WIDTH
from seedc.emit.typescript.literal import member_access, member_name
from seedc.emit.typescript.module_text import header, module_file, output_file
from seedc.emit.typescript.symbol import Symbol
from seedc.model.json_value import JsonValue
from seedc.model.output_file import OutputFile
from seedc.model.project import ModuleForm
from seedc.model.record import key_column
from seedc.model.shape import EnumShape, StringShape
from seedc.model.table import Table
from seedc.text.typescript_names import index_name, keys_name, rows_name

KEYED_ROWS = 500
"""Most rows that a record has whose keys an editor completes."""


@final
@dataclass(frozen=True, slots=True)
class _Index:
    """How rows are found by their key.

    Attributes:
        name: Name of the map.
        key: The property that is the key.
        type: The key's type.
        keys: Name of the union of the keys that rows have.
        keyed: The keys, where a record has a member for each; else empty.
    """

    name: str
    key: str
    type: Symbol
    keys: str
    keyed: tuple[JsonValue, ...]


def data_files(
    data: Data, table: Table, form: ModuleForm
) -> tuple[OutputFile, OutputFile]:
    """Make the data of a table, and its types."""
    name = f"{table.name}.data"
    rows = rows_name(table.name)
    index = _index(data, table, rows)
    code = [_rows_code(rows, record_lines(data, table)), *_index_code(rows, index)]
    text = "\n\n".join([header(table.schema_path), *code])
    return (
        output_file(f"{name}.js", f"{text}\n"),
        module_file(
            f"{name}.d.ts",
            table.schema_path,
            _imports(table, index),
            _types(table.class_name, rows, index),
            form,
        ),
    )


def _index(data: Data, table: Table, rows: str) -> _Index | None:
    column = key_column(table)
    if column is None or column.key is None:
        return None
    identity = data.vocabulary.identities.get(own_target(table, column))
    if identity is None:
        return None
    position = table.position(column.name)
    keys = tuple(row[position] for row in data.rows.get(table.name, ()))
    match data.vocabulary.resolved(identity.shape):
        case StringShape(format=None) | EnumShape() if _is_keyed(keys):
            keyed = keys
        case _:
            keyed = ()
    owner = table.class_name
    key = data.vocabulary.chosen.member(owner, column.key)
    name, keys_type = index_name(rows, key), keys_name(owner, key)
    return _Index(name, key, identity.symbol, keys_type, keyed)


def _is_keyed(keys: tuple[JsonValue, ...]) -> bool:
    return len(keys) <= KEYED_ROWS and all(isinstance(key, str) for key in keys)


def _rows_code(name: str, lines: list[str]) -> str:
    body = "\n" + "".join(f"  {line},\n" for line in lines) if lines else ""
    return f"export const {name} = [{body}];"


def _index_code(rows: str, index: _Index | None) -> Iterator[str]:
    if index is None:
        return
    key = f"row{member_access(index.key)}"
    # Bundlers drop what is unused only if every call says that it does nothing else.
    yield (
        f"export const {index.name} = /* @__PURE__ */ new Map(\n"
        f"  /* @__PURE__ */ {rows}.map((row) => [{key}, row]),\n"
        ");"
    )
    if index.keyed:
        yield (
            f"export const {rows}ByKey = "
            f"/* @__PURE__ */ Object.fromEntries({index.name});"
        )


def _imports(table: Table, index: _Index | None) -> list[Symbol]:
    record = Symbol(table.class_name, table.name)
    return [record] if index is None else [record, index.type]


def _types(record: str, rows: str, index: _Index | None) -> Iterator[str]:
    yield f"export declare const {rows}: readonly {record}[];"
    if index is None:
        return
    start = f"export declare const {index.name}: {_map_type(record, index)}<"
    line = f"{start}{index.type.name}, {record}>;"
    lines = f"{start}\n  {index.type.name},\n  {record}\n>;"
    yield line if len(line) <= WIDTH else lines
    if index.keyed:
        names = (member_name(key) for key in index.keyed if isinstance(key, str))
        members = "".join(f"  readonly {name}: {record};\n" for name in names)
        yield f"export declare const {rows}ByKey: {{\n{members}}};"
        yield f"export type {index.keys} = keyof typeof {rows}ByKey;"


def _map_type(record: str, index: _Index) -> str:
    """Name the map of JavaScript, even where a type of the package hides it."""
    hidden = "ReadonlyMap" in (record, index.type.name)
    return "globalThis.ReadonlyMap" if hidden else "ReadonlyMap"
