"""Put types of the project's own in the place of properties' shapes.

    extra: ObjectShape(...)   becomes   extra: Named("Enemy.extra")

The dot keeps such a name apart from every definition's. Types alone see these shapes;
values are printed by what the schemas say.
"""

from collections.abc import Container
from dataclasses import replace
from functools import partial
from typing import TypeVar, cast

from seedc.model.shape import (
    Field,
    Named,
    NullableShape,
    ObjectShape,
    Shape,
    with_parts,
)

AnyOf = TypeVar("AnyOf", bound=Shape)


def with_imports(shape: AnyOf, properties: Container[str]) -> AnyOf:
    """Return a shape in which some properties have types of the project's own.

    Args:
        shape: The shape.
        properties: The properties, at any depth, by type and key: `Enemy.extra`.
    """
    inside = with_parts(shape, partial(with_imports, properties=properties))
    if isinstance(inside, ObjectShape):
        fields = tuple(_field(f, inside.name, properties) for f in inside.fields)
        inside = replace(inside, fields=fields)
    return cast("AnyOf", inside)


def _field(field: Field, owner: str, properties: Container[str]) -> Field:
    """Let an imported type say what a value is; null stays apart from it."""
    name = f"{owner}.{field.key}"
    if name not in properties:
        return field
    nullable = isinstance(field.shape, NullableShape)
    return replace(field, shape=NullableShape(Named(name)) if nullable else Named(name))
