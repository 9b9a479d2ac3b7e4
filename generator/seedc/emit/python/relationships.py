"""Print the relationships of a model's class."""

from collections.abc import Iterable, Iterator

from seedc.emit.python.code import Code, call, prefixed, quoted, render
from seedc.emit.python.keys import is_added_later
from seedc.emit.python.links import Link
from seedc.emit.python.scope import Scope
from seedc.model.table import Table

POSITION = "position"
"""Column of child rows that seedc adds: the place of an item in its list."""


def print_relationships(
    table: Table, links: tuple[Link, ...], scope: Scope
) -> list[str]:
    """Return the attributes of a class that lead to other rows."""
    forward = [_print_forward(k, links, scope) for k in links if k.table == table]
    back = [_print_back(k, links, scope) for k in links if k.key.table == table.name]
    return forward + back


def _print_forward(link: Link, links: tuple[Link, ...], scope: Scope) -> str:
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


def _print_back(link: Link, links: tuple[Link, ...], scope: Scope) -> str:
    one, many = link.table.class_name, scope.symbols["list"]
    return _print(
        link.back,
        f"{one} | None" if link.single else f"{many}[{one}]",
        [
            f"back_populates={quoted(link.forward)}",
            *_foreign_keys(link, links),
            *_overlaps(link, links),
            *_order(link),
            *_cycle(link, scope),
            'lazy="raise"',
            *_deletion(link),
        ],
        scope,
    )


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


def _order(link: Link) -> Iterator[str]:
    added = [c.name for c in link.table.columns if c.key is None]
    if link.hangs and not link.single and POSITION in added:
        yield f"order_by={_attributes(link.table, (POSITION,))}"


def _deletion(link: Link) -> Iterator[str]:
    if link.hangs:
        yield 'cascade="all, delete-orphan"'
        yield "passive_deletes=True"
    else:
        # The database decides; SQLAlchemy would first set the referring keys to NULL.
        yield 'passive_deletes="all"'


def _attributes(table: Table, columns: tuple[str, ...]) -> str:
    """Return columns as text that SQLAlchemy evaluates once all classes are there."""
    paths = [f"{table.class_name}.{table.column(name).attribute}" for name in columns]
    whole = paths[0] if len(paths) == 1 else f"[{', '.join(paths)}]"
    return quoted(whole)
