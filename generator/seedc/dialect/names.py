"""Names that a schema gives to tables, columns and classes."""

from collections.abc import Iterator

from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.types import types_of, value_types
from seedc.dialect.view import View, is_definition, view
from seedc.dialect.walk import schemas_inside
from seedc.model.json_value import JsonValue
from seedc.text.names import pascal_case, singular, snake_case


def table_name(schema: View) -> str:
    """Return the SQL name of the table that a schema declares."""
    given = schema.table("x-table").get("name")
    return given if isinstance(given, str) else file_stem(schema.node)


def file_stem(node: Node) -> str:
    """Return the name of a schema file without folder and endings."""
    return node.path.rpartition("/")[2].removesuffix(".schema.json")


def class_name(schema: View) -> str:
    """Return the name of one record of a table in code: its title, or singular."""
    title = schema.node.value.get("title")
    given = title if isinstance(title, str) else singular(table_name(schema))
    return pascal_case(given)


def column_name(key: str, schema: View) -> str:
    """Return the SQL name of the column that a property becomes."""
    given = schema.table("x-column").get("name")
    return given if isinstance(given, str) else snake_case(key)


def member_name(owner: str, key: str, *, plural: bool = False) -> str:
    """Return the name in code of what a member holds: `EnemyDrop` for `drops`."""
    return owner + pascal_case(singular(key) if plural else key)


def definition_name(library: Library, definition: Node) -> str:
    """Return the name in code of a definition, a schema right below `$defs`.

    In the file of a table it begins with the name of one record.
    """
    own = pascal_case(str(definition.pointer[-1]))
    root = view(library, root_node(library[definition.path]))
    owner = class_name(root) if "x-table" in root.node.value else ""
    return own if own.startswith(owner) else owner + own


def is_named(definition: View) -> bool:
    """Say whether code gives a definition a name: enumerations, objects, unions."""
    if definition.where("const"):
        return False
    values = definition.get("enum")
    if isinstance(values, list):
        return {type(v) for v in values if v is not None} in ({str}, {int})
    if arms := definition.arms():
        return len([arm for arm in arms if types_of(arm) != ("null",)]) > 1
    plain = [t for t in types_of(definition) if t != "null"]
    return plain == ["object"] and definition.where("properties") is not None


def named_definitions(library: Library, root: Node) -> Iterator[Node]:
    """Yield the definitions of a schema file that code gives a name.

    One that only refers to another goes by the name of that.
    """
    for node in schemas_inside(root):
        here = view(library, node)
        if is_definition(node) and is_named(here) and here.definition() is None:
            yield node


def is_stored_as_rows(schema: View) -> bool:
    """Say whether a property becomes child rows rather than a column."""
    return schema.table("x-column").get("store") == "rows"


def is_live(schema: View) -> bool:
    """Say whether a property belongs to the live system, so that no seed writes it."""
    return schema.table("x-column").get("owner") == "live"


def child_table_name(parent: str, key: str, member: View) -> str:
    """Return the SQL name of the table that holds the items of a property as rows."""
    return f"{parent}_{column_name(key, member)}"


def records_of(record: View) -> "tuple[View, ...]":
    """Return the schemas of what becomes rows: a record, and objects of its lists."""
    lists = filter(None, map(row_items, record.properties().values()))
    return record, *(items for items in lists if value_types(items) == ("object",))


def row_items(member: View) -> View | None:
    """Return the schema of the items that a property stores as rows, if it does."""
    is_list = is_stored_as_rows(member) and member.where("items")
    return member.below("items") if is_list else None


def columns_of(record: View) -> dict[str, View]:
    """Return the schemas of an object's columns, by the column's name.

    What is to be stored as rows and is no list counts as one: that is its only mistake.
    Of two columns of one name it is the first: that they meet is their only mistake.
    """
    found: dict[str, View] = {}
    for key, member in record.properties().items():
        if not (is_stored_as_rows(member) and "array" in value_types(member)):
            found.setdefault(column_name(key, member), member)
    return found


def primary_key(schema: View) -> tuple[str, ...]:
    """Return the columns that `x-table.primaryKey` names; default `id`."""
    return strings(schema.table("x-table").get("primaryKey", "id"))


def strings(value: JsonValue) -> tuple[str, ...]:
    """Return a list of names as a tuple; a single name as a tuple of one."""
    if isinstance(value, str):
        return (value,)
    return tuple(str(v) for v in value) if isinstance(value, list) else ()
