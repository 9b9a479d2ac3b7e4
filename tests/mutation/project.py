"""A good project as the kinds of mistake see it: texts, their parts, and their laws."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import final

from seedc.model.json_value import JsonObject, JsonValue, Pointer
from tests.mutation.json_tree import Member, Node, parse
from tests.mutation.schema import Described, Layer, Library, describe, item, member

PROJECT = "seedc.toml"


@final
@dataclass(frozen=True, slots=True)
class Spot:
    """A value in a record.

    Attributes:
        path: The seed file.
        table: The table, by the name of its schema file.
        node: The value.
        member: The member whose value it is; None for a record and an item.
        pointer: Way to it from its record.
        said: What the schemas say of it.
        holder: The object or array that it stands in; None for a record.
    """

    path: str
    table: str
    node: Node
    member: Member | None
    pointer: Pointer
    said: Described
    holder: "Spot | None"

    @property
    def record(self) -> "Spot":
        """The record that it stands in."""
        return self if self.holder is None else self.holder.record


@final
@dataclass(frozen=True, slots=True)
class Project:
    """A good project.

    Attributes:
        name: What tests call it.
        root: Its folder.
        texts: The text of each source file, by path from the root.
        trees: The JSON files, parsed.
        library: The schema files.
        seeds: The seed files of each schema file's stem.
        spots: The values of all records, in file order.
    """

    name: str
    root: Path
    texts: Mapping[str, str]
    trees: Mapping[str, Node]
    library: Library
    seeds: Mapping[str, tuple[str, ...]]
    spots: tuple[Spot, ...]

    def schema_paths(self) -> list[str]:
        """Return the schema files."""
        return [path for path in self.trees if path in self.library]

    def seed_paths(self) -> list[str]:
        """Return the seed files."""
        return [path for path in self.trees if path not in self.library]

    def tables(self) -> list[str]:
        """Return the stems of the schemas that make tables."""
        return [stem(p) for p, s in self.library.items() if "x-table" in s]

    def table(self, stem: str) -> JsonObject:
        """Return what `x-table` says of a table."""
        found = self.library[schema_path(stem)]["x-table"]
        return found if isinstance(found, dict) else {}

    def records(self) -> list[Spot]:
        """Return the records."""
        return [spot for spot in self.spots if spot.holder is None]


def inside(project: Project) -> list[Spot]:
    """Return the values inside records of which all is known."""
    return [s for s in project.spots if s.said.sure and s.holder is not None]


def schema_path(stem: str) -> str:
    """Return the path of a schema file."""
    return f"schemas/{stem}.schema.json"


def stem(path: str) -> str:
    """Return the name of a schema file without its ending."""
    return path.rpartition("/")[2].removesuffix(".schema.json")


def load(root: Path, name: str) -> Project:
    """Read a good project."""
    files = [root / PROJECT]
    files += sorted((root / "schemas").iterdir())
    files += sorted(f for f in (root / "seeds").rglob("*") if f.is_file())
    files += sorted((root / "rules").glob("*"))
    paths = {f.relative_to(root).as_posix(): f for f in files}
    texts = {path: file.read_text("utf-8") for path, file in paths.items()}
    trees = {p: parse(text) for p, text in texts.items() if p.endswith(".json")}
    library = {p: _object(t.value) for p, t in trees.items() if p.startswith("schemas")}
    seeds: dict[str, tuple[str, ...]] = {}
    for path in trees:
        if path not in library:
            table = path.split("/")[1].removesuffix(".json")
            seeds[table] = (*seeds.get(table, ()), path)
    spots = tuple(
        s for p, t in trees.items() if p not in library for s in _spots(library, p, t)
    )
    return Project(name, root, texts, trees, library, seeds, spots)


def _spots(library: Library, path: str, tree: Node) -> Iterator[Spot]:
    table = path.split("/")[1].removesuffix(".json")
    data = tree.member("data")
    layer = Layer(schema_path(table), library[schema_path(table)])
    for node in data.value.items if data else ():
        said = describe(library, [layer], node.value)
        yield from _below(library, Spot(path, table, node, None, (), said, None))


def _below(library: Library, spot: Spot) -> Iterator[Spot]:
    yield spot
    path, table, node = spot.path, spot.table, spot.node
    for own in node.members:
        said = member(library, spot.said, own.key, own.value.value)
        pointer = (*spot.pointer, own.key)
        inner = Spot(path, table, own.value, own, pointer, said, spot)
        yield from _below(library, inner)
    for i, child in enumerate(node.items):
        said = item(library, spot.said, child.value)
        inner = Spot(path, table, child, None, (*spot.pointer, i), said, spot)
        yield from _below(library, inner)


def _object(value: JsonValue) -> JsonObject:
    return value if isinstance(value, dict) else {}
