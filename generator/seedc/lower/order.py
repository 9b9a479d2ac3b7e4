"""Put tables into the order in which they can be made and filled."""

from collections.abc import Iterable, Mapping

from seedc.model.table import Table


def ordered(tables: Iterable[Table]) -> tuple[Table, ...]:
    """Return the tables, those that others refer to first; else by name.

    In a cycle the first table by name that is reached comes last of it.
    """
    by_name = {t.name: t for t in sorted(tables, key=lambda t: t.name)}
    needs = {n: _needs(t, by_name) for n, t in by_name.items()}
    done: dict[str, Table] = {}
    for name in by_name:
        _place(name, needs, by_name, done)
    return tuple(done.values())


def forward_keys(tables: tuple[Table, ...]) -> frozenset[str]:
    """Return the names of the foreign keys that point to a later table."""
    at = {table.name: i for i, table in enumerate(tables)}
    return frozenset(
        key.name
        for table in tables
        for key in table.foreign_keys
        if at[key.table] > at[table.name]
    )


def _needs(table: Table, known: Mapping[str, Table]) -> list[str]:
    targets = {key.table for key in table.foreign_keys} & known.keys()
    return sorted(targets - {table.name}, reverse=True)


def _place(
    start: str,
    needs: Mapping[str, list[str]],
    tables: Mapping[str, Table],
    done: dict[str, Table],
) -> None:
    """Place a table behind all that it needs; without recursion, as chains are long."""
    stack, entered = [start], set(done)
    while stack:
        name = stack[-1]
        if name not in entered:
            entered.add(name)
            stack += [n for n in needs[name] if n not in entered]
        else:
            stack.pop()
            done.setdefault(name, tables[name])
