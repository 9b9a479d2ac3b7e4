"""Laws of the order of tables."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from seedc.lower.order import forward_keys, ordered
from seedc.model.reference import ForeignKey
from seedc.model.table import Table
from tests.sql.build import column, table

NAMES = "abcdef"


def refers(name: str, *targets: str) -> Table:
    """Return a table with foreign keys to others."""
    keys = [ForeignKey(f"{name}_{to}", ("id",), to, ("id",)) for to in targets]
    return table(name, column("id"), refers=keys)


def order(*tables: Table) -> str:
    """Return the names of tables in order."""
    return "".join(t.name for t in ordered(tables))


def test_by_name() -> None:
    """Tables that refer to nothing come by name."""
    assert order(refers("c"), refers("a"), refers("b")) == "abc"


def test_targets_come_first() -> None:
    """A table comes behind all that it refers to, whether or not by way of others."""
    assert order(refers("a", "b"), refers("b", "c"), refers("c")) == "cba"


def test_cycles() -> None:
    """In a cycle the first by name comes last, and its targets' keys point forward."""
    tables = ordered([refers("a", "b"), refers("b", "c"), refers("c", "a")])
    assert [t.name for t in tables] == ["c", "b", "a"]
    assert forward_keys(tables) == {"c_a"}


def test_self_reference() -> None:
    """A key to its own table points not forward."""
    tables = ordered([refers("a", "a")])
    assert forward_keys(tables) == frozenset()


def test_long_chains() -> None:
    """A chain of thousands of tables has an order too."""
    names = [f"t{i:05}" for i in range(5000)]
    pairs = pairwise(names)
    chain = [refers(name, to) for name, to in pairs]
    found = ordered([*chain, refers(names[-1])])
    assert names[::-1] == [t.name for t in found]


@given(edges=st.dictionaries(st.sampled_from(NAMES), st.sets(st.sampled_from(NAMES))))
def test_order_of_any_tables(edges: dict[str, set[str]]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Every table stands once, however given, and only cycles have forward keys."""
    tables = [refers(name, *sorted(edges.get(name, ()))) for name in NAMES]
    found = ordered(tables)
    assert sorted(NAMES) == sorted(t.name for t in found)
    assert found == ordered(tables[::-1])
    for key in forward_keys(found):
        start, _, to = key.partition("_")
        reached = {to}
        for _ in NAMES:
            reached |= {n for r in reached for n in edges.get(r, ())}
        assert start in reached
