"""Rows as the SQLAlchemy models of a project read them, put together to records."""

import datetime as dt
import importlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import cast, final

import psycopg
import sqlalchemy as sa
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy.orm import DeclarativeBase, Session, selectinload

from seedc.model.json_value import JsonObject, JsonValue
from seedc.sandbox.server import Server
from tests.outputs.seeds import columns_of, exact_json, lists_of
from tests.support.scratch import scratch_database


@final
@dataclass(frozen=True, slots=True)
class Models:
    """The models of a project, and its tables as the catalog says."""

    classes: dict[str, type[DeclarativeBase]]
    tables: Sequence[JsonObject]

    def records(self, session: Session, table: JsonObject) -> Iterator[JsonObject]:
        """Yield the records of a table, by property."""
        children = [*self._children(table)]
        model = self.classes[str(table["name"])]
        paths = [selectinload(getattr(model, name)) for name, _ in children]
        for row in session.scalars(sa.select(model).options(*paths)):
            record = _values(row, table)
            for name, child in children:
                record |= _items(getattr(row, name), child)
            yield record

    def _children(self, table: JsonObject) -> Iterator[tuple[str, JsonObject]]:
        """Yield the relationships that are lists of a table, with the lists' tables."""
        relationships = sa.inspect(self.classes[str(table["name"])]).relationships
        for child in lists_of(table, self.tables):
            model = self.classes[str(child["name"])]
            (found,) = (
                r.key
                for r in relationships
                if r.mapper.class_ is model and r.cascade.delete_orphan
            )
            yield found, child


def _values(row: object, table: JsonObject) -> JsonObject:
    """Return what a row holds, by property; NULL of an optional one is nothing."""
    values: JsonObject = {}
    for column in columns_of(table):
        key, value = column["key"], getattr(row, str(column["attribute"]))
        written = isinstance(key, str) and column["owner"] != "live"
        if written and (column["required"] or value is not None):
            values[str(key)] = _as_written(value, column)
    return values


def _as_written(value: object, column: JsonObject) -> JsonValue:
    """Return what was read as a record wants it.

    A `timestamp` is in UTC and does not say so; a `numeric` may hold integers.
    """
    shape = cast("JsonObject", column["shape"])
    while shape["kind"] == "NullableShape":
        shape = cast("JsonObject", shape["shape"])
    read = value
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        read = value.replace(tzinfo=dt.UTC)
    elif isinstance(value, Decimal) and shape.get("integer"):
        read = int(value)
    return cast("JsonValue", read)  # or a date, which a record takes as well


def _items(rows: Sequence[object], child: JsonObject) -> JsonObject:
    """Return the list that child rows are, unless it is optional and empty."""
    parent = cast("JsonObject", child["parent"])
    if not rows and not parent["required"]:
        return {}
    if parent["scalar"]:
        return {str(parent["key"]): [getattr(row, "value") for row in rows]}  # noqa: B009 - rows have no type here
    return {str(parent["key"]): [_values(row, child) for row in rows]}


def models_of(package: str, tables: Sequence[JsonObject]) -> Models:
    """Import the models of a package."""
    module = importlib.import_module(f"{package}.models")
    found = {str(m.local_table): m.class_ for m in _base(module).registry.mappers}
    return Models(found, tables)


def _base(module: ModuleType) -> type[DeclarativeBase]:
    base = getattr(module, "ModelBase", None) or module.Base
    return cast("type[DeclarativeBase]", base)


@contextmanager
def loaded(server: Server, out: Path) -> Iterator[Session]:
    """Load a project into a database of its own, and open a session there."""
    with scratch_database(server) as name:
        conninfo = server.conninfo(name)
        with psycopg.connect(conninfo, autocommit=True) as connection:
            for file in ("schema.sql", "seed.sql"):
                connection.execute((out / "postgres" / file).read_bytes())
        engine = sa.create_engine(
            "postgresql+psycopg://",
            connect_args=conninfo_to_dict(conninfo),
            json_deserializer=exact_json,
        )
        try:
            with Session(engine) as session:
                yield session
        finally:
            engine.dispose()
