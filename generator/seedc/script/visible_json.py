"""Write an expression for a JSON column without what clients may not see in it.

A walk over the value knows at each place which shape stands there; it numbers the
shapes, as a shape may contain itself. Where no shape fits, as only what the live
system wrote can be, nothing tells what is public, and the whole value is left out.
"""

from collections.abc import Iterator, Mapping

from seedc.model.catalog import Catalog
from seedc.model.shape import (
    ArrayShape,
    MapShape,
    Named,
    NullableShape,
    ObjectShape,
    Shape,
    TupleShape,
    UnionShape,
    parts_of,
)
from seedc.postgres.literal import quote_text
from seedc.script.fitting_json import fits

_PLAIN, _HIDDEN, _ODD = "0", "-1", "-2"
_MEMBER = "m.value"

_WALK = """\
(WITH RECURSIVE walk (path, value, state) AS (
      SELECT '{{}}'::text[], {value}, {root}
      UNION ALL
      SELECT w.path || m.key, m.value, CASE w.state {steps} END
      FROM walk AS w CROSS JOIN LATERAL (
        SELECT key, value FROM jsonb_each(
          CASE jsonb_typeof(w.value) WHEN 'object' THEN w.value END)
        UNION ALL
        SELECT (e.n - 1)::text, e.value FROM jsonb_array_elements(
          CASE jsonb_typeof(w.value) WHEN 'array' THEN w.value END)
          WITH ORDINALITY AS e (value, n)
      ) AS m
      WHERE w.state > 0
    ), hidden (n, path) AS (
      SELECT row_number() OVER (), path FROM walk WHERE state = {hidden}
    ), shown (n, value) AS (
      SELECT 0::bigint, {value}
      UNION ALL
      SELECT h.n, s.value #- h.path FROM shown AS s JOIN hidden AS h ON h.n = s.n + 1
    )
    SELECT value::text FROM shown
    WHERE NOT EXISTS (SELECT FROM walk WHERE state = {odd})
    ORDER BY n DESC LIMIT 1)"""


def visible_json(catalog: Catalog, shape: Shape, value: str) -> str:
    """Return an expression for the text of a JSON value.

    Args:
        catalog: Its definitions are those that the shape names.
        shape: Shape of the value.
        value: The value: an expression of type `jsonb`, cheap and without effects.
    """
    walk = _Walk(catalog)
    if walk.is_plain(shape):
        return f"{value}::text"
    root = walk.state(shape, value)
    return _WALK.format(
        value=value, root=root, steps=walk.steps(), hidden=_HIDDEN, odd=_ODD
    )


class _Walk:
    """The shapes of a value that are looked into, with their numbers from 1."""

    def __init__(self, catalog: Catalog) -> None:
        """Begin without any."""
        self._definitions = {each.name: each for each in catalog.definitions}
        self._shapes: list[Shape] = []

    def is_plain(self, shape: Shape) -> bool:
        """Say whether clients may see all of a shape."""
        return all(
            field.public
            for part in self._all_parts(shape)
            if isinstance(part, ObjectShape)
            for field in part.fields
        )

    def state(self, shape: Shape, value: str) -> str:
        """Return the state at a value of a shape."""
        shape = self._resolved(shape)
        if self.is_plain(shape):
            return _PLAIN
        match shape:
            case NullableShape(shape=inner):
                rest = self.state(inner, value)
                return f"CASE jsonb_typeof({value}) WHEN 'null' THEN 0 ELSE {rest} END"
            case UnionShape(arms=arms):
                cases = " ".join(
                    f"WHEN {fits(value, arm, self._resolved)}"
                    f" THEN {self.state(arm, value)}"
                    for arm in arms
                )
                return f"CASE {cases} ELSE {_ODD} END"
            case _:
                kind = (
                    "array" if isinstance(shape, ArrayShape | TupleShape) else "object"
                )
                number = self._number(shape)
                return (
                    f"CASE jsonb_typeof({value}) WHEN '{kind}' THEN {number}"
                    f" ELSE {_ODD} END"
                )

    def steps(self) -> str:
        """Return the arms of a CASE that steps from each state to a member's."""
        # A step may lead to a shape that has no number yet: the list grows.
        return " ".join(
            f"WHEN {number} THEN {self._step(shape)}"
            for number, shape in enumerate(self._shapes, 1)
        )

    def _step(self, shape: Shape) -> str:
        match shape:
            case ArrayShape(items=inner) | MapShape(values=inner):
                return self.state(inner, _MEMBER)
            case TupleShape(items=shapes):
                at_index = {str(at): inner for at, inner in enumerate(shapes)}
                return self._choice(at_index, _ODD)
            case ObjectShape(fields=fields, extra=extra):
                known = {f.key: f.shape if f.public else None for f in fields}
                other = _HIDDEN if extra is None else self.state(extra, _MEMBER)
                return self._choice(known, other)
            case _:
                message = f"there is nothing to hide in {shape}"
                raise AssertionError(message)

    def _choice(self, known: Mapping[str, Shape | None], other: str) -> str:
        cases = " ".join(
            f"WHEN {quote_text(key)}"
            f" THEN {_HIDDEN if inner is None else self.state(inner, _MEMBER)}"
            for key, inner in known.items()
        )
        return f"CASE m.key {cases} ELSE {other} END"

    def _number(self, shape: Shape) -> int:
        for number, known in enumerate(self._shapes, 1):
            if known is shape:
                return number
        self._shapes.append(shape)
        return len(self._shapes)

    def _resolved(self, shape: Shape) -> Shape:
        while isinstance(shape, Named):
            shape = self._definitions[shape.name]
        return shape

    def _all_parts(self, shape: Shape) -> Iterator[Shape]:
        """Yield all that a shape leads to, each definition once."""
        seen: set[str] = set()
        rest = [shape]
        while rest:
            part = rest.pop()
            if isinstance(part, Named):
                if part.name not in seen:
                    seen.add(part.name)
                    rest.append(self._definitions[part.name])
                continue
            yield part
            rest += parts_of(part)
