"""Lists of too many or too few items, and items that stand twice."""

from random import Random

from tests.mutation.json_tree import Node
from tests.mutation.mutant import Change, Mutant, Where, changed, kinds, pick
from tests.mutation.mutant import span as span_of
from tests.mutation.project import Project, Spot, inside

LENGTH = "wrong-length"


def _lists(project: Project, keyword: str) -> list[Spot]:
    return [
        s
        for s in inside(project)
        if isinstance(s.node.value, list) and type(s.said.one(keyword)) is int
    ]


def _with_list(project: Project, spot: Spot, items: list[str], code: str) -> Mutant:
    change = Change(spot.node.start, spot.node.end, f"[{', '.join(items)}]")
    at = (spot.node.start, spot.node.start + 1)
    return changed(project, spot.path, change, code, at)


def raw(project: Project, path: str, node: Node) -> str:
    """Return a value as it is written."""
    return project.texts[path][node.start : node.end]


def list_too_short(project: Project, random: Random) -> Mutant | None:
    """A list of one item fewer than it needs."""
    if (spot := pick(random, _lists(project, "minItems"))) is None:
        return None
    least = spot.said.one("minItems")
    assert isinstance(least, int)
    if not least:
        return None
    items = [raw(project, spot.path, n) for n in spot.node.items[: least - 1]]
    return _with_list(project, spot, items, LENGTH)


def list_too_long(project: Project, random: Random) -> Mutant | None:
    """A list of one item more than it may have, all of them good."""
    if (spot := pick(random, _lists(project, "maxItems"))) is None:
        return None
    most = spot.said.one("maxItems")
    assert isinstance(most, int)
    pool = dict.fromkeys(
        raw(project, s.path, s.node)
        for s in project.spots
        if s.table == spot.table
        and _place(s)[:-1] == _place(spot)
        and _place(s)[-1:] == ("*",)
    )
    items = [*pool]
    if not spot.said.one("uniqueItems") and items:
        items = items * (most + 1)
    if len(items) <= most:
        return None
    return _with_list(project, spot, items[: most + 1], LENGTH)


def _place(spot: Spot) -> tuple[str, ...]:
    return tuple("*" if isinstance(step, int) else step for step in spot.pointer)


def item_twice(project: Project, random: Random) -> Mutant | None:
    """An item a second time in a list of different ones."""
    spots = [s for s in inside(project) if s.said.one("uniqueItems") and _has_room(s)]
    if (spot := pick(random, spots)) is None:
        return None
    again = raw(project, spot.path, random.choice(spot.node.items))
    last = spot.node.items[-1].end
    change = Change(last, last, f", {again}")
    at_item = changed(
        project, spot.path, change, "duplicate-item", (last + 2, last + 2 + len(again))
    )
    text = project.texts[spot.path]
    at_list: Where = span_of(spot.path, text, spot.node.start, spot.node.start + 1)
    return Mutant(at_item.changes, "duplicate-item", (*at_item.places, at_list))


def _has_room(spot: Spot) -> bool:
    items, most = spot.node.items, spot.said.one("maxItems")
    return bool(items) and (not isinstance(most, int) or len(items) < most)


KINDS = kinds(list_too_short, list_too_long, item_twice)
