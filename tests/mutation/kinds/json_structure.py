"""Commas, brackets, colons and keys that are not where they should be."""

from random import Random

from tests.mutation.json_tree import Member, Node
from tests.mutation.mutant import Change, Mutant, changed, kinds, pick
from tests.mutation.project import Project

CODE = "invalid-json"


def any_file(project: Project, random: Random) -> str:
    """Return a seed file or, less often, a schema."""
    schemas = random.random() < 0.3
    return random.choice(project.schema_paths() if schemas else project.seed_paths())


def nodes(project: Project, path: str) -> list[Node]:
    """Return all values of a file."""
    return list(project.trees[path].below())


def members(project: Project, path: str) -> list[Member]:
    """Return all members of all objects of a file."""
    return [m for node in nodes(project, path) for m in node.members]


def missing_comma(project: Project, random: Random) -> Mutant | None:
    """A space in place of a comma; the next item or key is what is too much."""
    path = any_file(project, random)
    long = [n for n in nodes(project, path) if len(n.starts()) > 1]
    if (node := pick(random, long)) is None:
        return None
    i = random.randrange(1, len(node.starts()))
    comma = project.texts[path].index(",", node.children()[i - 1].end)
    there = node.starts()[i]
    return changed(project, path, Change(comma, comma + 1, " "), CODE, (there, there))


def trailing_comma(project: Project, random: Random) -> Mutant | None:
    """A comma behind the last item or member; it, or the bracket, is the place."""
    path = any_file(project, random)
    if (node := pick(random, [n for n in nodes(project, path) if n.starts()])) is None:
        return None
    last = node.children()[-1].end
    on_comma = changed(project, path, Change(last, last, ","), CODE)
    on_bracket = changed(
        project, path, Change(last, last, ","), CODE, (node.end, node.end + 1)
    )
    return Mutant(on_comma.changes, CODE, (*on_comma.places, *on_bracket.places))


def double_comma(project: Project, random: Random) -> Mutant | None:
    """Two commas; the second one is too much."""
    path = any_file(project, random)
    long = [n for n in nodes(project, path) if len(n.starts()) > 1]
    if (node := pick(random, long)) is None:
        return None
    child = random.choice(node.children()[:-1])
    comma = project.texts[path].index(",", child.end)
    at = (comma + 1, comma + 2)
    return changed(project, path, Change(comma, comma, ","), CODE, at)


def missing_closing_brace(project: Project, random: Random) -> Mutant | None:
    """An object of a list without its end; what comes next is no key."""
    path = any_file(project, random)
    lists = [
        n for n in nodes(project, path) if n.items and all(i.members for i in n.items)
    ]
    if (node := pick(random, lists)) is None:
        return None
    i = random.randrange(len(node.items))
    last = i + 1 == len(node.items)
    there = (node.end - 1 if last else node.items[i + 1].start) - 1
    end = node.items[i].end
    return changed(project, path, Change(end - 1, end, ""), CODE, (there, there + 1))


def missing_closing_bracket(project: Project, random: Random) -> Mutant | None:
    """A list without its end; the colon behind the next key is too much."""
    path = any_file(project, random)
    objects = [n for n in nodes(project, path) if len(n.members) > 1]
    pairs = [
        (a.value, b)
        for node in objects
        for a, b in zip(node.members[:-1], node.members[1:], strict=True)
        if a.value.items
    ]
    if (pair := pick(random, pairs)) is None:
        return None
    node, behind = pair
    there = project.texts[path].index(":", behind.end) - 1
    change = Change(node.end - 1, node.end, "")
    return changed(project, path, change, CODE, (there, there + 1))


def missing_opening_brace(project: Project, random: Random) -> Mutant | None:
    """An object of a list without its start; the first colon is too much."""
    path = any_file(project, random)
    objects = [i for n in nodes(project, path) for i in n.items if i.members]
    if (node := pick(random, objects)) is None:
        return None
    there = project.texts[path].index(":", node.members[0].end) - 1
    change = Change(node.start, node.start + 1, "")
    return changed(project, path, change, CODE, (there, there + 1))


def wrong_bracket(project: Project, random: Random) -> Mutant | None:
    """A list that ends as an object does, or an object as a list does."""
    path = any_file(project, random)
    if (node := pick(random, [n for n in nodes(project, path) if n.starts()])) is None:
        return None
    other = "]" if node.members else "}"
    return changed(project, path, Change(node.end - 1, node.end, other), CODE)


def missing_colon(project: Project, random: Random) -> Mutant | None:
    """A space in place of a colon; the value is what is too much."""
    path = any_file(project, random)
    if (member := pick(random, members(project, path))) is None:
        return None
    colon = project.texts[path].index(":", member.end)
    at = (member.value.start, member.value.start + 1)
    return changed(project, path, Change(colon, colon + 1, " "), CODE, at)


def equals_sign(project: Project, random: Random) -> Mutant | None:
    """A `=` in place of a colon."""
    path = any_file(project, random)
    if (member := pick(random, members(project, path))) is None:
        return None
    colon = project.texts[path].index(":", member.end)
    return changed(project, path, Change(colon, colon + 1, "="), CODE)


def missing_value(project: Project, random: Random) -> Mutant | None:
    """A key with nothing behind its colon; what comes next is no value."""
    path = any_file(project, random)
    if (member := pick(random, members(project, path))) is None:
        return None
    text = project.texts[path]
    rest = text[member.value.end :]
    there = member.value.start + len(rest) - len(rest.lstrip())
    change = Change(member.value.start, member.value.end, "")
    return changed(project, path, change, CODE, (there, there + 1))


def cut_off(project: Project, random: Random) -> Mutant | None:
    """A file that ends too soon; the problem is on its last line."""
    path = any_file(project, random)
    tree = project.trees[path]
    inner = [n for n in tree.below() if n is not tree]
    if (node := pick(random, inner)) is None:
        return None
    scalar = not node.starts() and node.end > node.start + 1
    end = random.randrange(node.start + 1, node.end) if scalar else node.start + 1
    text = project.texts[path][:end]
    line_start = text.rfind("\n") + 1
    whole = Change(0, len(project.texts[path]), text)
    return changed(project, path, whole, CODE, (line_start, len(text) + 1))


def garbage_behind_the_end(project: Project, random: Random) -> Mutant | None:
    """Something behind the one value that a file holds."""
    path = any_file(project, random)
    end = len(project.texts[path].rstrip())
    garbage = random.choice(["}", "]", ",", "x", "{}", "null", '"', "// done", "<<<"])
    text = f"{random.choice([' ', chr(10)])}{garbage}"
    return changed(project, path, Change(end, end, text), CODE, (end + 1, end + 2))


def key_twice(project: Project, random: Random) -> Mutant | None:
    """A member that stands twice in its object; the second one is too much."""
    path = any_file(project, random)
    if (member := pick(random, members(project, path))) is None:
        return None
    text = project.texts[path]
    again = f", {text[member.start : member.value.end]}"
    start = member.value.end + 2
    at = (start, start + member.end - member.start)
    end = member.value.end
    return changed(project, path, Change(end, end, again), "duplicate-key", at)


KINDS = kinds(
    missing_comma,
    trailing_comma,
    double_comma,
    missing_closing_brace,
    missing_closing_bracket,
    missing_opening_brace,
    wrong_bracket,
    missing_colon,
    equals_sign,
    missing_value,
    cut_off,
    garbage_behind_the_end,
    key_twice,
)
