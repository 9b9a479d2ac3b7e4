"""What stands around the records."""

from random import Random

from tests.mutation.json_tree import Member
from tests.mutation.kinds.lifecycle import is_silent, keys_of, shown
from tests.mutation.mutant import Change, Mutant, changed, kinds, pick
from tests.mutation.project import Project
from tests.mutation.words import misspelt

_KEYS = ("version", "updated_at", "data")


def _member(
    project: Project, random: Random, keys: tuple[str, ...]
) -> tuple[str, Member]:
    path = random.choice(project.seed_paths())
    members = [m for m in project.trees[path].members if m.key in keys]
    return path, random.choice(members)


def _with_value(
    project: Project, random: Random, key: str, text: str, code: str
) -> Mutant:
    path, member = _member(project, random, (key,))
    value = member.value
    return changed(project, path, Change(value.start, value.end, text), code)


def _with_member(
    project: Project, random: Random, text: str, code: str, part: str
) -> Mutant:
    """Return a seed with one more member, and a problem at a part of it."""
    path = random.choice(project.seed_paths())
    first = project.trees[path].members[0].start
    at = first + text.index(part)
    span = (at, at + (1 if part[0] in "[{" else len(part)))
    return changed(project, path, Change(first, first, f"{text}, "), code, span)


def misspelt_envelope_key(project: Project, random: Random) -> Mutant | None:
    """A required key of the envelope with a typo."""
    path, member = _member(project, random, _KEYS)
    word = misspelt(random, member.key, _KEYS)
    change = Change(member.start, member.end, f'"{word}"')
    return changed(project, path, change, "unknown-key")


def missing_envelope_key(project: Project, random: Random) -> Mutant | None:
    """An envelope without one of its required keys."""
    path, member = _member(project, random, _KEYS)
    tree = project.trees[path]
    i = tree.members.index(member)
    last = i + 1 == len(tree.members)
    start = tree.members[i - 1].value.end if last else member.start
    end = member.value.end if last else tree.members[i + 1].start
    at = (tree.start, tree.start + 1)
    return changed(project, path, Change(start, end, ""), "missing-property", at)


def version_of_wrong_type(project: Project, random: Random) -> Mutant | None:
    """A version that is no string."""
    text = random.choice(["1", "1.0", "null", "[1, 0, 0]", "true", "{}"])
    return _with_value(project, random, "version", text, "wrong-type")


def version_of_wrong_form(project: Project, random: Random) -> Mutant | None:
    """A version that is no semantic one."""
    text = random.choice(
        [
            "1.0",
            "v1.0.0",
            "1.0.0.0",
            "01.0.0",
            "",
            "1.0.0-",
            "latest",
            "1.0.0 ",
            "-1.0.0",
        ]
    )
    return _with_value(project, random, "version", f'"{text}"', "wrong-format")


def moment_of_wrong_type(project: Project, random: Random) -> Mutant | None:
    """An `updated_at` that is no string."""
    text = random.choice(["1768262400", "null", "false", "[]"])
    return _with_value(project, random, "updated_at", text, "wrong-type")


def moment_of_wrong_form(project: Project, random: Random) -> Mutant | None:
    """An `updated_at` that is no moment, or one without its zone."""
    text = random.choice(
        [
            "2026-01-13",
            "2026-13-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-01-13T00:00:00",
            "2026-01-13T24:00:00Z",
            "13.01.2026 00:00",
            "2026-01-13T00:00Z",
            "",
            "2026-01-13T00:00:00+1:00",
        ]
    )
    return _with_value(project, random, "updated_at", f'"{text}"', "wrong-format")


def data_of_wrong_type(project: Project, random: Random) -> Mutant | None:
    """Data that is no list."""
    path, member = _member(project, random, ("data",))
    text = random.choice(["null", "{}", '"x"', "0", "true"])
    value = member.value
    change = Change(value.start, value.end, text)
    at = (value.start, value.start + (1 if text == "{}" else len(text)))
    return changed(project, path, change, "wrong-type", at)


def unknown_envelope_key(project: Project, random: Random) -> Mutant | None:
    """A key that no envelope has."""
    key = random.choice(["author", "comment", "table", "x-note", "", "__proto__"])
    return _with_member(project, random, f'"{key}": 1', "unknown-key", f'"{key}"')


def removed_of_wrong_type(project: Project, random: Random) -> Mutant | None:
    """A list of removed or renamed rows that is no list."""
    key = random.choice(["removed", "renames"])
    path = random.choice(project.seed_paths())
    tree = project.trees[path]
    if tree.member(key) is not None:
        return None
    value = random.choice(['"old"', "null", "7"])
    text = f'"{key}": {value}'
    at = tree.members[0].start + len(key) + 4
    change = Change(tree.members[0].start, tree.members[0].start, f"{text}, ")
    return changed(project, path, change, "wrong-type", (at, at + len(value)))


# `A` and `B` are keys that no row has.
_ENTRIES = (
    ('"removed": [{"key": A}]', "missing-property", '{"key"'),
    ('"removed": [{"kye": A, "replacement": null}]', "unknown-key", '"kye"'),
    ('"removed": ["old"]', "wrong-type", '"old"'),
    ('"removed": [{"key": {}, "replacement": null}]', "wrong-type", "{}"),
    ('"renames": [{"from": A}]', "missing-property", '{"from"'),
    ('"renames": [{"form": A, "to": B}]', "unknown-key", '"form"'),
    ('"renames": [["a", "b"]]', "wrong-type", '["a"'),
    ('"renames": [{"from": {}, "to": B}]', "wrong-type", "{}"),
    ('"renames": [{"from": A, "to": B, "why": 1}]', "unknown-key", '"why"'),
)


def removed_of_wrong_form(project: Project, random: Random) -> Mutant | None:
    """An entry about a removed or renamed row that lacks something or has too much."""
    text, code, part = random.choice(_ENTRIES)
    record = pick(random, project.records())
    keys = keys_of(project, record) if record else None
    if record is None or keys is None or not is_silent(project, record.table):
        return None
    text = text.replace("A", shown(keys[1])).replace("B", shown(keys[2]))
    first = project.trees[record.path].members[0].start
    at = first + text.index(part)
    span = (at, at + (1 if part[0] in "[{" else len(part)))
    change = Change(first, first, f"{text}, ")
    return changed(project, record.path, change, code, span)


def no_envelope(project: Project, random: Random) -> Mutant | None:
    """A seed that is the list of its records, or one value."""
    path = random.choice(project.seed_paths())
    text = project.texts[path]
    data = project.trees[path].member("data")
    assert data is not None
    value = random.choice([text[data.value.start : data.value.end], "null", "5", '""'])
    change = Change(0, len(text), value)
    return changed(project, path, change, "wrong-envelope", (0, 1))


def record_of_wrong_type(project: Project, random: Random) -> Mutant | None:
    """Something among the records that is no object."""
    path, member = _member(project, random, ("data",))
    text = random.choice(['"sword"', "5", "null", "[]", '[{"id": "sword"}]', "true"])
    starts = member.value.starts()
    at = random.choice(starts) if starts else member.value.start + 1
    comma = ", " if starts else ""
    span = (at, at + (1 if text[0] == "[" else len(text)))
    return changed(project, path, Change(at, at, text + comma), "wrong-type", span)


KINDS = kinds(
    misspelt_envelope_key,
    missing_envelope_key,
    version_of_wrong_type,
    version_of_wrong_form,
    moment_of_wrong_type,
    moment_of_wrong_form,
    data_of_wrong_type,
    unknown_envelope_key,
    removed_of_wrong_type,
    removed_of_wrong_form,
    no_envelope,
    record_of_wrong_type,
)
