"""`$ref` and `x-references` that lead nowhere, or where they must not."""

from random import Random

from tests.mutation.json_tree import Node
from tests.mutation.mutant import Change, Mutant, changed, kinds, pick
from tests.mutation.parts import Part, keywords, parts
from tests.mutation.project import Project
from tests.mutation.tables import table_name
from tests.mutation.words import misspelt

NOWHERE = "unresolved-ref"
TARGET = "unknown-target"


def _ref(project: Project, random: Random) -> tuple[Part, Node] | None:
    found = [(part, member.value) for part, member in keywords(project, "$ref")]
    return pick(random, found)


def _other(project: Project, part: Part, node: Node, text: str, code: str) -> Mutant:
    change = Change(node.start, node.end, f'"{text}"')
    return changed(project, part.path, change, code)


def ref_to_no_definition(project: Project, random: Random) -> Mutant | None:
    """A `$ref` with a typo in the name of the definition."""
    if (pair := _ref(project, random)) is None:
        return None
    part, node = pair
    start, _, name = node.text.rpartition("/")
    word = misspelt(random, name, ()) or f"{name}s"
    return _other(project, part, node, f"{start}/{word}", NOWHERE)


def ref_to_no_file(project: Project, random: Random) -> Mutant | None:
    """A `$ref` with a typo in the name of the file."""
    if (pair := _ref(project, random)) is None:
        return None
    part, node = pair
    file, _, pointer = node.text.partition("#")
    word = misspelt(random, file.removesuffix(".schema.json"), ()) or "zq"
    return _other(project, part, node, f"{word}.schema.json#{pointer}", NOWHERE)


def ref_to_outside(project: Project, random: Random) -> Mutant | None:
    """A `$ref` that leaves the folder of the schemas."""
    if (pair := _ref(project, random)) is None:
        return None
    part, node = pair
    text = random.choice(
        [
            "../seeds/items.json",
            "https://example.com/schema.json#/$defs/X",
            "file:///etc/passwd",
            "/etc/passwd",
            "../../common.schema.json#/$defs/Id",
            "sub/../../x.schema.json",
        ]
    )
    return _other(project, part, node, text, "outside-ref")


def ref_to_itself(project: Project, random: Random) -> Mutant | None:
    """A definition that is nothing but a `$ref` to itself."""
    found = [
        p for p in parts(project) if len(p.pointer) == 2 and p.pointer[0] == "$defs"
    ]
    if (part := pick(random, found)) is None:
        return None
    ref = f'"#/$defs/{part.pointer[1]}"'
    start = part.node.start + len('{ "$ref": ')
    change = Change(part.node.start, part.node.end, f'{{ "$ref": {ref} }}')
    at = (start, start + len(ref))
    return changed(project, part.path, change, "circular-ref", at)


def _targets(project: Project) -> list[tuple[Part, Node]]:
    """Return the texts of all `x-references`."""
    return [
        (part, node)
        for part, member in keywords(project, "x-references")
        for node in member.value.below()
        if isinstance(node.value, str) and "." in node.text
    ]


def reference_to_no_table(project: Project, random: Random) -> Mutant | None:
    """A reference with a typo in the name of the table."""
    if (pair := pick(random, _targets(project))) is None:
        return None
    part, node = pair
    table, _, key = node.text.partition(".")
    names = [table_name(project, t) for t in project.tables()]
    word = misspelt(random, table, names) or f"{table}zq"
    return _other(project, part, node, f"{word}.{key}", TARGET)


def reference_to_no_property(project: Project, random: Random) -> Mutant | None:
    """A reference to a property that the table lacks."""
    if (pair := pick(random, _targets(project))) is None:
        return None
    part, node = pair
    return _other(project, part, node, f"{node.text}_zq", TARGET)


def reference_without_property(project: Project, random: Random) -> Mutant | None:
    """A reference that names only the table."""
    if (pair := pick(random, _targets(project))) is None:
        return None
    part, node = pair
    table = node.text.partition(".")[0]
    text = random.choice([table, f"{table}.", f".{table}", f"{node.text}.x"])
    return _other(project, part, node, text, "invalid-schema")


def reference_of_other_type(project: Project, random: Random) -> Mutant | None:
    """A string that refers to a number, or the other way about."""
    found = []
    for part, node in _targets(project):
        kind = part.says("type")
        for table, key, other in _scalar_properties(project):
            if kind in ("string", "integer") and other != kind:
                found.append((part, node, f"{table}.{key}"))
    if (option := pick(random, found)) is None:
        return None
    return _other(project, *option, "reference-type-mismatch")


def _scalar_properties(project: Project) -> list[tuple[str, str, str]]:
    """Return table, property and type of what is an integer or a string."""
    found = []
    for stem in project.tables():
        properties = project.library[f"schemas/{stem}.schema.json"].get("properties")
        for key, schema in properties.items() if isinstance(properties, dict) else ():
            kind = schema.get("type") if isinstance(schema, dict) else None
            if isinstance(kind, str) and kind in ("string", "integer"):
                found.append((table_name(project, stem), key, kind))
    return found


def reference_to_what_repeats(project: Project, random: Random) -> Mutant | None:
    """A reference to a property that is no key."""
    found = []
    for part, member in keywords(project, "x-references"):
        kind = part.says("type")
        if isinstance(member.value.value, str) and isinstance(kind, str):
            found += [
                (part, member.value, f"{table}.{key}")
                for table, key, other in _scalar_properties(project)
                if other == kind and not _is_keyed(project, table, key)
            ]
    if (option := pick(random, found)) is None:
        return None
    return _other(project, *option, "reference-not-unique")


def _is_keyed(project: Project, table: str, key: str) -> bool:
    stem = next(t for t in project.tables() if table_name(project, t) == table)
    return key == "id" or f'"{key}"' in str(project.table(stem)).replace("'", '"')


def reference_by_no_sibling(project: Project, random: Random) -> Mutant | None:
    """A reference that is chosen by a property which is not there."""
    found = [
        (part, node)
        for part, _ in keywords(project, "x-references")
        if (node := part.inner("x-references", "by")) is not None
    ]
    if (pair := pick(random, found)) is None:
        return None
    part, node = pair
    return _other(project, part, node, f"{node.text}_zq", TARGET)


def foreign_key_to_no_table(project: Project, random: Random) -> Mutant | None:
    """A foreign key with a typo in the name of the table."""
    found = [
        (part, node)
        for part, member in keywords(project, "x-table")
        if (entries := member.value.member("foreignKeys")) is not None
        for entry in entries.value.items
        if (there := entry.member("references")) is not None
        for name in there.value.members
        if name.key == "table"
        for node in [name.value]
    ]
    if (pair := pick(random, found)) is None:
        return None
    part, node = pair
    return _other(project, part, node, f"{node.text}zq", TARGET)


def unused_definition(project: Project, random: Random) -> Mutant | None:
    """A definition that nothing refers to."""
    found = [
        (path, definitions)
        for path in project.schema_paths()
        if (definitions := project.trees[path].member("$defs")) is not None
    ]
    if (pair := pick(random, found)) is None:
        return None
    path, definitions = pair
    at = definitions.value.members[0].start
    text = '"ZqNew": { "type": "string" }, '
    span = (at, at + len('"ZqNew"'))
    return changed(project, path, Change(at, at, text), "unused-definition", span)


KINDS = kinds(
    ref_to_no_definition,
    ref_to_no_file,
    ref_to_outside,
    ref_to_itself,
    reference_to_no_table,
    reference_to_no_property,
    reference_without_property,
    reference_of_other_type,
    reference_to_what_repeats,
    reference_by_no_sibling,
    foreign_key_to_no_table,
    unused_definition,
)
