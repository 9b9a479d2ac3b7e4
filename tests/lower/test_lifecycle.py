"""What `renames` and `removed` come to."""

import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from seedc.lower.lifecycle import lower_lifecycle
from seedc.model.catalog import Row
from seedc.model.lifecycle import Entry, Lifecycle, Removed, Rename
from seedc.model.source import Source
from tests.check.departed import files_of, seed
from tests.support.projects import compiled, write_project

NOWHERE = Source("seeds/items.json", "{}")


def entry(old: str, new: str | None, *, removed: bool) -> Entry:
    """Return an entry of one key."""
    next_key = None if new is None else (new,)
    return Entry(NOWHERE, 0, "removed" if removed else "renames", 0, (old,), next_key)


def test_chains(tmp_path: Path) -> None:
    """Each key is followed to the last one; whoever is removed on the way is gone."""
    text = seed(
        {"id": "c"},
        renames=[("b", "c"), ("a", "b"), ("x", "y")],
        removed=[("y", "a"), ("z", "w"), ("w", None)],
    )
    expected = Lifecycle(
        (Rename(("a",), ("c",)), Rename(("b",), ("c",))),
        (
            Removed(("w",), None),
            Removed(("x",), ("c",)),
            Removed(("y",), ("c",)),
            Removed(("z",), None),
        ),
    )
    result = compiled(write_project(tmp_path, files_of(text, {})))
    assert (result.problems, result.lifecycle) == ((), {"items": expected})


def test_keys_are_as_rows_hold_them(tmp_path: Path) -> None:
    """Keys are in their one form, whatever way they are written."""
    key = ["at", "n", "u"]
    properties = {
        "at": {"type": "string", "format": "date-time"},
        "n": {"type": "integer"},
        "u": {"type": "string", "format": "uuid"},
    }
    upper = "6F1C9A52-7D0E-4B3A-9C55-0A1B2C3D4E5F"
    text = seed(removed=[(["2026-01-13T01:00:00+01:00", 1.0, upper], None)])
    keywords = {"required": key, "x_table": {"primaryKey": key}}
    files = files_of(text, properties, **keywords)
    result = compiled(write_project(tmp_path, files))
    removed = Removed(("2026-01-13 00:00:00", 1, upper.lower()), None)
    assert result.lifecycle == {"items": Lifecycle((), (removed,))}


def test_versions_and_silent_tables(tmp_path: Path) -> None:
    """Versions go by the path in the seeds folder; who says nothing is left out."""
    text = seed({"id": "a"})
    own = files_of(text, {})
    files = {
        "schemas/items.schema.json": own["schemas/items.schema.json"],
        "seeds/items/a.json": text.replace("1.0.0", "1.2.0"),
        "seeds/items/b.json": seed(),
    }
    result = compiled(write_project(tmp_path, files))
    assert result.lifecycle == {}
    assert result.versions == {"items/a.json": "1.2.0", "items/b.json": "1.0.0"}


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    """Draw entries of distinct keys that lead in no circle."""
    names = [f"k{i}" for i in range(draw(st.integers(1, 8)))]
    found = [
        entry(
            name,
            draw(st.sampled_from([*names[i + 1 :], "row"]) | st.none()) or "row",
            removed=draw(st.booleans()),
        )
        for i, name in enumerate(names)
    ]
    random.Random(draw(st.integers(0, 99))).shuffle(found)  # noqa: S311, any order
    return found


@given(entries())
def test_following_step_by_step(found: list[Entry]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Every key ends where a walk from entry to entry ends."""
    by_key = {each.key: each for each in found}
    lifecycle = lower_lifecycle(found)
    renames = {each.from_key: each.to_key for each in lifecycle.renames}
    removed = {each.key: each.replacement for each in lifecycle.removed}
    assert renames.keys() | removed.keys() == by_key.keys()
    assert not renames.keys() & removed.keys()
    for key in by_key:
        lists, end = _walk(by_key, key)
        assert (removed if "removed" in lists else renames)[key] == end


def _walk(by_key: dict[Row, Entry], key: Row) -> tuple[set[str], Row | None]:
    lists, at = set[str](), key
    while at in by_key:
        lists.add(by_key[at].list)
        following = by_key[at].next_key
        if following is None:
            return lists, None
        at = following
    return lists, at
