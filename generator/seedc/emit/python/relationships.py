"""Print the relationships of a model's class."""

from collections.abc import Iterable, Iterator

from seedc.emit.python.code import Code, call, prefixed, quoted, render
from seedc.emit.python.crossings import Crossing
from seedc.emit.python.keys import is_added_later
from seedc.emit.python.links import Link, hangs_from
from seedc.emit.python.scope import Scope
from seedc.model.reference import ForeignKey
from seedc.model.table import Table

POSITION = "position"
"""Column of child rows that seedc adds: the place of an item in its list."""


def print_relationships(table: Table, scope: Scope) -> list[str]:
    """Return the attributes of a class that lead to other rows."""
    links, crossings = scope.relations.links, scope.relations.crossings
    across = [c for c in crossings if c.near.table == table.name]
    return [
        *(_print_forward(link, scope) for link in links if link.table == table),
        *(_print_back(link, scope) for link in links if link.key.table == table.name),
        *(_print_crossing(crossing, scope) for crossing in across),
    ]


def _print_forward(link: Link, scope: Scope) -> str:
    links = scope.relations.links
    target = scope.catalog.table(link.key.table)
    remote = _attributes(target, link.key.target)
    return _print(
        link.forward,
        f"{target.class_name} | None" if _is_optional(link) else target.class_name,
        [
            f"back_populates={quoted(link.back)}",
            *_foreign_keys(link, links),
            *([f"remote_side={remote}"] if link.table == target else []),
            *_overlaps(link, links),
            *_cycle(link, scope),
            'lazy="raise"',
        ],
        scope,
    )


def _print_back(link: Link, scope: Scope) -> str:
    links = scope.relations.links
    one, many = link.table.class_name, scope.symbols["list"]
    return _print(
        link.back,
        f"{one} | None" if link.single else f"{many}[{one}]",
        [
            f"back_populates={quoted(link.forward)}",
            *_foreign_keys(link, links),
            *_overlaps(link, links),
            *_order(link.table, in_list=link.hangs and not link.single),
            *_cycle(link, scope),
            'lazy="raise"',
            *_deletion(link),
        ],
        scope,
    )


def _print_crossing(crossing: Crossing, scope: Scope) -> str:
    far = scope.catalog.table(crossing.far.table).class_name
    many = scope.symbols["list"]
    return _print(
        crossing.name,
        f"{far} | None" if crossing.single else f"{many}[{far}]",
        [
            f"secondary={quoted(scope.table_key(crossing.table))}",
            *_joins(crossing, scope),
            *_order(crossing.table, in_list=hangs_from(crossing.table, crossing.near)),
            "viewonly=True",
            'lazy="raise"',
        ],
        scope,
    )


def _joins(crossing: Crossing, scope: Scope) -> Iterator[str]:
    """Yield the options that say which keys of the table between are meant."""
    ends = [crossing.near.table, crossing.far.table]
    targets = [key.table for key in crossing.table.foreign_keys]
    back = (key.table for end in ends for key in scope.catalog.table(end).foreign_keys)
    told_apart = ends[0] != ends[1] and all(targets.count(end) == 1 for end in ends)
    if told_apart and crossing.table.name not in back:
        return
    yield f"primaryjoin={_join(crossing.table, crossing.near, scope)}"
    yield f"secondaryjoin={_join(crossing.table, crossing.far, scope)}"


def _join(table: Table, key: ForeignKey, scope: Scope) -> str:
    """Return a condition as text, as `_attributes` returns columns."""
    target = scope.catalog.table(key.table)
    pairs = [
        f"{_attribute(target, there)} == {_attribute(table, here)}"
        for here, there in zip(key.columns, key.target, strict=True)
    ]
    return quoted(pairs[0] if len(pairs) == 1 else f"and_({', '.join(pairs)})")


def _print(name: str, kind: str, options: list[str], scope: Scope) -> str:
    mapped = f"{name}: {scope.symbols['Mapped']}[{kind}] = "
    code: Code = call(scope.symbols["relationship"], *options)
    return render(prefixed(mapped, code), indent=4)


def _foreign_keys(link: Link, links: Iterable[Link]) -> Iterator[str]:
    """Yield the option that says which of several keys joins the two tables."""
    pair = {link.table.name, link.key.table}
    rivals = [k for k in links if {k.table.name, k.key.table} == pair]
    if len(rivals) > 1:
        yield f"foreign_keys={_attributes(link.table, link.key.columns)}"


def _overlaps(link: Link, links: Iterable[Link]) -> Iterator[str]:
    """Yield the option that admits columns which an earlier key writes as well."""
    earlier = []
    for other in links:
        if other == link:
            break
        shared = set(other.key.columns) & set(link.key.columns)
        if other.table == link.table and shared:
            earlier += [other.forward, other.back]
    if earlier:
        yield f"overlaps={quoted(','.join(dict.fromkeys(earlier)))}"


def _is_optional(link: Link) -> bool:
    return any(link.table.column(name).nullable for name in link.key.columns)


def _cycle(link: Link, scope: Scope) -> Iterator[str]:
    """Yield the option that breaks a cycle of tables: this key is set afterwards."""
    if is_added_later(link.key, link.table, scope) and _is_optional(link):
        yield "post_update=True"


def _order(table: Table, *, in_list: bool) -> Iterator[str]:
    added = [c.name for c in table.columns if c.key is None]
    if in_list and POSITION in added:
        yield f"order_by={_attributes(table, (POSITION,))}"


def _deletion(link: Link) -> Iterator[str]:
    if link.hangs:
        yield 'cascade="all, delete-orphan"'
        yield "passive_deletes=True"
    else:
        # The database decides; SQLAlchemy would first set the referring keys to NULL.
        yield 'passive_deletes="all"'


def _attributes(table: Table, columns: tuple[str, ...]) -> str:
    """Return columns as text that SQLAlchemy evaluates once all classes are there."""
    paths = [_attribute(table, name) for name in columns]
    whole = paths[0] if len(paths) == 1 else f"[{', '.join(paths)}]"
    return quoted(whole)


def _attribute(table: Table, column: str) -> str:
    return f"{table.class_name}.{table.column(column).attribute}"
