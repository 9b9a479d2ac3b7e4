"""Lower the properties of a record to columns."""

from typing import cast

from seedc.dialect.names import (
    column_name,
    is_stored_as_rows,
    member_name,
)
from seedc.dialect.types import is_nullable, types_of
from seedc.dialect.view import View
from seedc.lower.column_type import Definitions, column_type
from seedc.lower.shape import shape_of
from seedc.model.column_type import Integer, Timestamp
from seedc.model.shape import NullableShape, NumberShape, StringShape
from seedc.model.table import RETIRED_AT, Column, Owner
from seedc.text.python_names import model_attribute

VALUE = "value"
"""Name of the column that holds a scalar item of child rows."""

POSITION = "position"
"""Name of the column that holds the place of an item in its array, from 0."""


def lower_columns(
    schema: View, owner: str, key: tuple[str, ...], definitions: Definitions
) -> tuple[Column, ...]:
    """Return a column for each property of an object, but for child rows.

    Args:
        schema: The object's schema.
        owner: Name in code of one such object.
        key: Properties of the primary key, which are never NULL.
        definitions: The catalog's definitions by name.
    """
    required = schema.required()
    return tuple(
        _column(name, member, owner, definitions, required=name in required | {*key})
        for name, member in schema.properties().items()
        if not is_stored_as_rows(member)
    )


def _column(
    key: str, schema: View, owner: str, definitions: Definitions, *, required: bool
) -> Column:
    plural = "array" in types_of(schema)
    shape = shape_of(schema, member_name(owner, key, plural=plural))
    name = column_name(key, schema)
    extension = schema.table("x-column")
    return Column(
        name=name,
        key=key,
        attribute=model_attribute(name),
        type=column_type(schema, shape, definitions),
        shape=shape,
        nullable=not required or is_nullable(schema),
        required=required,
        owner=Owner(str(extension.get("owner", "seed"))),
        default=cast("str | None", extension.get("default")),
        public=extension.get("visibility") != "server",
        description=schema.text("description"),
        deprecated=schema.get("deprecated") is True,
        pointer=schema.node.pointer,
    )


def scalar_column(items: View, owner: str, definitions: Definitions) -> Column:
    """Return the column `value` of child rows whose items are scalars."""
    shape = shape_of(items, owner)
    return Column(
        name=VALUE,
        key=None,
        attribute=VALUE,
        type=column_type(items, shape, definitions),
        shape=shape,
        nullable=is_nullable(items),
        description=items.text("description"),
        pointer=items.node.pointer,
    )


def position_column() -> Column:
    """Return the column that keeps the order of child rows."""
    return Column(
        name=POSITION,
        key=None,
        attribute=POSITION,
        type=Integer(),
        shape=NumberShape(integer=True, minimum=0),
        nullable=False,
        description="Place in the list, from 0.",
    )


def retired_at_column() -> Column:
    """Return the column that says since when a row is retired."""
    return Column(
        name=RETIRED_AT,
        key=None,
        attribute=RETIRED_AT,
        type=Timestamp(zoned=True),
        shape=NullableShape(StringShape(format="date-time")),
        nullable=True,
        owner=Owner.LIVE,
        public=False,
        description="When it was taken out of the seeds; NULL while it is in them.",
        pointer=("x-table", "removed"),
    )
