"""What a project calls and types otherwise in a target that is code."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, final

from seedc.model.catalog import Catalog
from seedc.model.project import Project, PythonOptions, TypescriptOptions
from seedc.model.shape import EnumShape, ObjectShape, Shape, UnionShape, parts_of
from seedc.model.source import Place, Source
from seedc.text.toml_place import key_place

Option: TypeAlias = Literal["names", "types", "case"]


@final
@dataclass(frozen=True, slots=True)
class Choices:
    """What differs in one target.

    Attributes:
        options: The options of the target.
        source: The project file, which says them.
    """

    options: PythonOptions | TypescriptOptions
    source: Source

    @property
    def language(self) -> Literal["Python", "TypeScript"]:
        """The language of the target."""
        match self.options:
            case PythonOptions():
                return "Python"
            case TypescriptOptions():
                return "TypeScript"

    def place(self, option: Option, key: str = "") -> Place:
        """Return where an option stands, or a key of it."""
        keys = ("targets", self.language.lower(), option, *((key,) if key else ()))
        return key_place(self.source, keys)


def choices_of(project: Project) -> Iterator[Choices]:
    """Yield what differs in each target where anything does."""
    python, typescript = project.targets.python, project.targets.typescript
    if python is not None and (python.names or python.types):
        yield Choices(python, project.source)
    if typescript is not None and (
        typescript.names or typescript.types or typescript.case != "keep"
    ):
        yield Choices(typescript, project.source)


def owner_and_property(key: str) -> tuple[str, str | None]:
    """Split `Enemy.max_hp`; there is no property in `Enemy`."""
    owner, dot, name = key.partition(".")
    return owner, name if dot else None


def properties_by_type(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return the properties of every type in code, as the files write them."""
    found = {
        table.class_name: tuple(c.key for c in table.columns if c.key is not None)
        for table in catalog.tables
    }
    for child in catalog.tables:
        if child.parent is not None:
            owner = catalog.table(child.parent.table).class_name
            found[owner] = (*found[owner], child.parent.key)
    for shape in named_shapes(catalog):
        fields = shape.fields if isinstance(shape, ObjectShape) else ()
        found.setdefault(shape.name, tuple(field.key for field in fields))
    return found


def named_shapes(catalog: Catalog) -> Iterator[EnumShape | ObjectShape | UnionShape]:
    """Yield all shapes of a catalog that code gives a name."""
    columns = (c.shape for table in catalog.tables for c in table.columns)
    stack: list[Shape] = [*catalog.definitions, *columns]
    while stack:
        shape = stack.pop()
        if isinstance(shape, EnumShape | ObjectShape | UnionShape):
            yield shape
        stack += parts_of(shape)
