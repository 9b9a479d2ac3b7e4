"""The keys, references and checks of the tables of a project."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from decimal import Decimal

from seedc.model.json_value import JsonObject, JsonValue
from tests.mutation.project import Project, Spot, schema_path

Names = tuple[str, ...]


def table_name(project: Project, table: str) -> str:
    """Return the name of a table, of which the stem of its schema file is given."""
    return str(project.table(table).get("name", table))


def columns(project: Project, table: str) -> dict[str, str]:
    """Return the property of each column."""
    properties = project.library[schema_path(table)].get("properties")
    found = properties if isinstance(properties, dict) else {}
    own = {key: _extension(schema) for key, schema in found.items()}
    return {
        str(
            said.get("name") or re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key).lower()
        ): key
        for key, said in own.items()
        if said.get("store") != "rows"
    }


def _extension(schema: JsonValue) -> JsonObject:
    own = schema.get("x-column") if isinstance(schema, dict) else None
    return own if isinstance(own, dict) else {}


def primary_key(project: Project, table: str) -> Names:
    """Return the properties of the primary key."""
    given = project.table(table).get("primaryKey", "id")
    names = given if isinstance(given, list) else [given]
    return tuple(columns(project, table)[str(name)] for name in names)


def unique_keys(project: Project, table: str) -> list[Names]:
    """Return the properties of each unique key."""
    given = project.table(table).get("unique")
    by_column = columns(project, table)
    return [
        tuple(by_column[str(name)] for name in names)
        for names in (given if isinstance(given, list) else [])
        if isinstance(names, list)
    ]


def foreign_keys(project: Project, table: str) -> list[Names]:
    """Return the properties of each foreign key that `x-table` declares."""
    given = project.table(table).get("foreignKeys")
    by_column = columns(project, table)
    return [
        tuple(by_column[str(c)] for c in key["columns"])
        for key in (given if isinstance(given, list) else [])
        if isinstance(key, dict) and isinstance(key["columns"], list)
    ]


def keyed(project: Project, table: str) -> set[str]:
    """Return the properties that stand in a primary or unique key."""
    keys = (primary_key(project, table), *unique_keys(project, table))
    return {name for key in keys for name in key}


def checks(project: Project, table: str) -> Mapping[str, str]:
    """Return the checks of a table by name."""
    found = project.table(table).get("checks")
    own = found if isinstance(found, dict) else {}
    return {name: str(text) for name, text in own.items()}


def mentions(project: Project, table: str, key: str, text: str) -> bool:
    """Say whether a check speaks of the column of a property."""
    names = [c for c, k in columns(project, table).items() if k == key]
    return any(re.search(rf"\b{name}\b", text) for name in names)


def broken_checks(project: Project, table: str, record: JsonObject) -> set[str] | None:
    """Return the checks that a record breaks, as SQLite sees it; None if it cannot."""
    values = {c: _scalar(record.get(k)) for c, k in columns(project, table).items()}
    names = ", ".join(f'? AS "{name}"' for name in values)
    database = _database()
    try:
        database.execute(f"CREATE TABLE t AS SELECT {names}", [*values.values()])
        return {
            name
            for name, text in checks(project, table).items()
            if database.execute(f"SELECT {text} FROM t").fetchone()[0] == 0  # noqa: S608, ours
        }
    except sqlite3.Error:
        return None
    finally:
        database.close()


def _database() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute("PRAGMA case_sensitive_like = ON")
    database.create_function(
        "greatest", -1, lambda *a: max(v for v in a if v is not None)
    )
    database.create_function("least", -1, lambda *a: min(v for v in a if v is not None))
    return database


def _scalar(value: JsonValue) -> str | int | float | None:
    match value:
        case bool() | None | str() | int():
            return value
        case Decimal():
            return float(value)
        case _:
            return str(value)


def references(project: Project, spot: Spot) -> list[tuple[str, str]]:
    """Return the tables, by stem, and properties that a value may refer to."""
    stems = {table_name(project, t): t for t in project.tables()}
    found = []
    for target in _targets(spot):
        table, _, key = target.partition(".")
        found.append((stems[table], key))
    return found


def _targets(spot: Spot) -> Iterator[str]:
    for said in spot.said.says("x-references"):
        match said:
            case str():
                yield said
            case list():
                yield from map(str, said)
            case {"by": str() as by, "targets": dict() as targets}:
                kind = spot.holder.node.member(by) if spot.holder else None
                chosen = str(kind.value.value) if kind else ""
                yield from (str(targets[chosen]),) if chosen in targets else ()
            case _:
                continue


def is_target(project: Project, table: str) -> bool:
    """Say whether anything may refer to a table."""
    name = table_name(project, table)
    quoted = f'"{name}.', f'"table": "{name}"'
    texts = [project.texts[path] for path in project.schema_paths()]
    return any(part in text for text in texts for part in quoted)


def is_used(project: Project, spot: Spot) -> bool:
    """Say whether a value also stands elsewhere than in its own column."""
    return any(
        other.node.value == spot.node.value
        and (other.table, other.pointer) != (spot.table, spot.pointer)
        for other in project.spots
    )


def rows_table(spot: Spot) -> bool:
    """Say whether a value stands in a list that is stored as rows."""
    here: Spot | None = spot
    while here is not None:
        for own in here.said.says("x-column"):
            if isinstance(own, dict) and own.get("store") == "rows":
                return True
        here = here.holder
    return False
