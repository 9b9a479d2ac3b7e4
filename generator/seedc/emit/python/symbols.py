"""Spell names from other modules so that no name of the catalog hides them.

A column `int` hides the builtin in the body of its class, and a table of
`decimals` the class `Decimal` in its module. A hidden name is spelled in full:
`builtins.int`, `decimal.Decimal`; beside a column `decimal` the latter is
`decimal_module.Decimal`.
"""

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import final

from seedc.emit.python.code import WIDTH

_HOMES: Mapping[str, str] = {
    "Annotated": "typing",
    "Any": "typing",
    "AwareDatetime": "pydantic",
    "BaseModel": "pydantic",
    "BeforeValidator": "pydantic",
    "ConfigDict": "pydantic",
    "DDLCompiler": "sqlalchemy.sql.compiler",
    "Decimal": "decimal",
    "DeclarativeBase": "sqlalchemy.orm",
    "Field": "pydantic",
    "Literal": "typing",
    "Mapped": "sqlalchemy.orm",
    "MultipleOf": "annotated_types",
    "NotRequired": "typing",
    "Optional": "typing",
    "Self": "typing",
    "StrEnum": "enum",
    "TypeAlias": "typing",
    "TypeAliasType": "typing_extensions",
    "TypedDict": "typing",
    "UUID": "uuid",
    "Union": "typing",
    "cast": "typing",
    "compiles": "sqlalchemy.ext.compiler",
    "mapped_column": "sqlalchemy.orm",
    "postgresql": "sqlalchemy.dialects",
    "relationship": "sqlalchemy.orm",
    "to_jsonable_python": "pydantic_core",
}
_ALIASES: Mapping[str, str] = {"dt": "datetime", "json": "json", "sa": "sqlalchemy"}
_BUILTINS = frozenset(
    {"ValueError", "bool", "dict", "float", "int", "list", "object", "str", "tuple"}
)
_LOCAL = 2


@final
@dataclass(frozen=True, slots=True)
class Import:
    """An import: a whole module, or one name of it."""

    module: str
    name: str | None = None
    alias: str | None = None


@final
@dataclass(frozen=True, slots=True)
class Symbols:
    """Names from outside, as a module spells them.

    Attributes:
        taken: Names that the module or a class in it defines.
        local: Modules of the package, by the names that they define.
    """

    taken: frozenset[str]
    local: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """Return the spelling of a name."""
        if name not in self.taken:
            return name
        module = self._spelled(_home(name))
        return module if name in _ALIASES else f"{module}.{name}"

    def own(self, name: str, other: str) -> str:
        """Return a name for something the module adds, or `other` if it is taken."""
        return other if name in self.taken else name

    def imports(self, body: str, annotations: Iterable[str] = ()) -> str:
        """Return the import statements that a module needs.

        Args:
            body: Its text.
            annotations: Types that stand in it in quotes.
        """
        used = _dotted_names("\n".join([body, *annotations]))
        needed = {self._import(name) for name in self._known() if self[name] in used}
        local = {Import(m, n) for n, m in self.local.items() if n in used}
        return _print_imports({i for i in needed if i} | local)

    def _spelled(self, module: str) -> str:
        """Return what a module is called: something else if its own name is taken."""
        name = module
        if name.partition(".")[0] in self.taken:
            name = f"{name.replace('.', '_')}_module"
        while name in self.taken:
            name += "_"
        return name

    def _known(self) -> Iterator[str]:
        yield from _HOMES
        yield from _ALIASES
        yield from _BUILTINS

    def _import(self, name: str) -> Import | None:
        if name in self.taken:
            module = _home(name)
            return Import(module, alias=self._spelled(module))
        if name in _ALIASES:
            return Import(_ALIASES[name], alias=name)
        return None if name in _BUILTINS else Import(_HOMES[name], name)


def _home(name: str) -> str:
    """Return the module that a name stands for, or comes from."""
    return _ALIASES.get(name) or _HOMES.get(name, "builtins")


def _dotted_names(body: str) -> frozenset[str]:
    return frozenset(
        ast.unparse(node)
        for node in ast.walk(ast.parse(body))
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load)
    )


def _print_imports(imports: Iterable[Import]) -> str:
    wanted = list(imports)
    groups = [[i for i in wanted if _section(i) == s] for s in range(_LOCAL + 1)]
    return "\n\n".join(_print_group(group) for group in groups if group)


def _section(wanted: Import) -> int:
    if wanted.module.startswith("."):
        return _LOCAL
    root = wanted.module.partition(".")[0]
    return int(root not in sys.stdlib_module_names)


def _print_group(imports: list[Import]) -> str:
    whole = sorted({_whole(i) for i in imports if i.name is None})
    parts = sorted((i for i in imports if i.name), key=lambda i: i.module)
    by_module = groupby(parts, key=lambda i: i.module)
    return "\n".join(
        [*whole, *(_from(m, {i.name or "" for i in g}) for m, g in by_module)]
    )


def _whole(wanted: Import) -> str:
    alias = wanted.alias
    end = "" if alias in (None, wanted.module) else f" as {alias}"
    return f"import {wanted.module}{end}"


def _from(module: str, names: set[str]) -> str:
    members = sorted(names, key=_member_order)
    line = f"from {module} import {', '.join(members)}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"from {module} import (", *(f"    {m}," for m in members), ")"])


def _member_order(name: str) -> tuple[int, str, str]:
    # As isort does: constants, then classes, then the rest.
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, name.lower(), name
