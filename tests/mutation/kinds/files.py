"""Files that are missing, misnamed, or not what they seem."""

from random import Random

from tests.mutation.mutant import Link, Mutant, Where, kinds, pick, span
from tests.mutation.project import PROJECT, Project, schema_path
from tests.mutation.words import misspelt


def _own_files(project: Project) -> list[str]:
    """Return the seeds that are the only ones of their tables."""
    return [paths[0] for paths in project.seeds.values() if _is_single(paths)]


def _is_single(paths: tuple[str, ...]) -> bool:
    return len(paths) == 1 and paths[0].count("/") == 1


def _table_key(project: Project, table: str) -> Where:
    path = schema_path(table)
    member = project.trees[path].member("x-table")
    assert member is not None
    return span(path, project.texts[path], member.start, member.end)


def _table(path: str) -> str:
    return path.split("/")[1].removesuffix(".json")


def missing_seed(project: Project, random: Random) -> Mutant | None:
    """A table whose seed file is not there."""
    if (path := pick(random, _own_files(project))) is None:
        return None
    place = _table_key(project, _table(path))
    return Mutant({path: None}, "schema-without-seed", (place,))


def missing_schema(project: Project, random: Random) -> Mutant | None:
    """A seed file whose schema is not there."""
    if (path := pick(random, _own_files(project))) is None:
        return None
    changes = {schema_path(_table(path)): None}
    return Mutant(changes, "seed-without-schema", (Where(path),))


def misnamed_seed(project: Project, random: Random) -> Mutant | None:
    """A seed file with a typo in its name; it, or the table, is the place."""
    path = pick(random, _own_files(project))
    word = misspelt(random, _table(path), project.seeds) if path else None
    if path is None or word is None:
        return None
    other = f"seeds/{word}.json"
    changes = {path: None, other: project.texts[path].encode()}
    return Mutant(changes, "seed-without-schema", (Where(other),))


def misnamed_schema(project: Project, random: Random) -> Mutant | None:
    """A schema with a typo in its name; its seed is what has none."""
    path = pick(random, _own_files(project))
    word = misspelt(random, _table(path), project.seeds) if path else None
    if path is None or word is None or "name" in project.table(_table(path)):
        return None
    old = schema_path(_table(path))
    changes = {old: None, schema_path(word): project.texts[old].encode()}
    return Mutant(changes, "seed-without-schema", (Where(path),))


_ENDINGS = (".jsn", ".json5", ".JSON", ".json.bak", ".txt", "", ".jsonc", ".yaml")


def seed_with_wrong_ending(project: Project, random: Random) -> Mutant | None:
    """A seed file that is not read, as its ending is another one."""
    if (path := pick(random, _own_files(project))) is None:
        return None
    other = path.removesuffix(".json") + random.choice(_ENDINGS)
    changes = {path: None, other: project.texts[path].encode()}
    place = _table_key(project, _table(path))
    return Mutant(changes, "schema-without-seed", (place, Where(other)))


def schema_with_wrong_ending(project: Project, random: Random) -> Mutant | None:
    """A schema that is not read, as its ending is another one."""
    if (path := pick(random, _own_files(project))) is None:
        return None
    old = schema_path(_table(path))
    stem = old.removesuffix(".schema.json")
    other = stem + random.choice([".json", ".schema.jsn", ".schema", ".scheme.json"])
    changes = {old: None, other: project.texts[old].encode()}
    return Mutant(changes, "seed-without-schema", (Where(path), Where(other)))


def file_of_no_kind(project: Project, random: Random) -> Mutant | None:
    """A file among the sources that is none."""
    del project
    names = ["notes.txt", "README", "items.csv", "x.json~", "schema.yaml"]
    path = f"{random.choice(['seeds', 'schemas'])}/{random.choice(names)}"
    return Mutant({path: b"{}"}, "unexpected-file", (Where(path),))


def file_and_folder(project: Project, random: Random) -> Mutant | None:
    """A folder of seeds beside the one seed file of a table."""
    if (path := pick(random, _own_files(project))) is None:
        return None
    empty = b'{"version": "1.0.0", "updated_at": "2026-01-13T00:00:00Z", "data": []}'
    more = f"seeds/{_table(path)}/more.json"
    return Mutant({more: empty}, "seed-file-and-folder", (Where(path),))


def seed_of_a_library(project: Project, random: Random) -> Mutant | None:
    """Seeds for a schema that holds only definitions."""
    plain = [p for p, schema in project.library.items() if "x-table" not in schema]
    if (path := pick(random, plain)) is None:
        return None
    seed = path.replace("schemas/", "seeds/").replace(".schema.json", ".json")
    empty = b'{"version": "1.0.0", "updated_at": "2026-01-13T00:00:00Z", "data": []}'
    return Mutant({seed: empty}, "seed-without-schema", (Where(seed),))


def seed_without_schema(project: Project, random: Random) -> Mutant | None:
    """A seed file of a table that nobody described."""
    del project
    empty = b'{"version": "1.0.0", "updated_at": "2026-01-13T00:00:00Z", "data": []}'
    path = f"seeds/zq_{random.choice(['new', 'old'])}.json"
    return Mutant({path: empty}, "seed-without-schema", (Where(path),))


def link_out_of_the_project(project: Project, random: Random) -> Mutant | None:
    """A source that is a link to a file elsewhere."""
    path = random.choice([p for p in project.texts if p != PROJECT])
    return Mutant({path: Link()}, "outside-project", (Where(path),))


KINDS = kinds(
    missing_seed,
    missing_schema,
    misnamed_seed,
    misnamed_schema,
    seed_with_wrong_ending,
    schema_with_wrong_ending,
    file_of_no_kind,
    file_and_folder,
    seed_of_a_library,
    seed_without_schema,
    link_out_of_the_project,
)
