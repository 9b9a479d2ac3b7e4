"""The project file, `seedc.toml`, once it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeAlias, final

from seedc.model.diagnostic import Severity
from seedc.model.source import Place, Source

DataForm: TypeAlias = Literal["none", "js"]
ModuleForm: TypeAlias = Literal["ts", "js"]
Case: TypeAlias = Literal["keep", "camelCase", "PascalCase", "snake_case"]


@final
@dataclass(frozen=True, slots=True)
class ImportedType:
    """A type that a project defines itself.

    Attributes:
        name: Its name.
        module: The module that it is imported from.
    """

    name: str
    module: str


TypeChoice: TypeAlias = str | ImportedType
"""What code uses in place of a type of seedc: one of a few words, or a type of the
project's own."""


@final
@dataclass(frozen=True, slots=True)
class PostgresOptions:
    """Options of the target `postgres`."""

    schema: str = "public"
    transaction: Literal["own", "caller"] = "own"


@final
@dataclass(frozen=True, slots=True)
class PythonOptions:
    """Options of the target `python`.

    Attributes:
        package: Name of the package.
        strict: Whether records take no value of another type (`"5"` for 5).
        names: Names that differ from those that seedc gives: of a class by that name
            (`Enemy`), of an attribute by class and property (`Enemy.maxHp`).
        types: Types that differ: of all values of a kind (`numeric`), or of a
            property (`Enemy.maxHp`).
        templates: Folder of templates that take the place of seedc's, from the root.
    """

    package: str
    strict: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, TypeChoice] = field(default_factory=dict)
    templates: str | None = None


@final
@dataclass(frozen=True, slots=True)
class TypescriptOptions:
    """Options of the target `typescript`.

    Attributes:
        package: Name of the package.
        data: In which form the rows of a table come along.
        table_data: The same, of single tables.
        modules: Whether modules of types are `.ts`, or `.js` with `.d.ts`.
        case: Case of properties; `keep` leaves them as in the file.
        names: Names that differ from those that seedc gives: of a type by that name
            (`Enemy`), of a property by type and property (`Enemy.max_hp`).
        types: Types that differ: of all values of a kind (`numeric`), or of a
            property (`Enemy.max_hp`).
        templates: Folder of templates that take the place of seedc's, from the root.
    """

    package: str
    data: DataForm = "none"
    table_data: Mapping[str, DataForm] = field(default_factory=dict)
    modules: ModuleForm = "ts"
    case: Case = "keep"
    names: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, TypeChoice] = field(default_factory=dict)
    templates: str | None = None


@final
@dataclass(frozen=True, slots=True)
class Targets:
    """What a build makes; a target that is None is not built."""

    postgres: PostgresOptions | None
    sqlite: bool
    python: PythonOptions | None
    typescript: TypescriptOptions | None
    editor: bool


@final
@dataclass(frozen=True, slots=True)
class Deploy:
    """Limits of what brings rows to a database.

    Attributes:
        lock_timeout: Longest wait for a lock (a Postgres interval).
        statement_timeout: Longest run of one statement (a Postgres interval).
        max_removed: How many rows of one table may be deleted or retired at once.
        max_removed_share: The same as a share of the table's known rows, 0 to 1.
    """

    lock_timeout: str = "5s"
    statement_timeout: str = "60s"
    max_removed: int = 50
    max_removed_share: Decimal = Decimal("0.2")


@final
@dataclass(frozen=True, slots=True)
class Cache:
    """How the cache is filled.

    Attributes:
        ttl: How long its keys live (a Postgres interval).
    """

    ttl: str = "24h"


DEFAULT_RULES = "rules"
"""Folder of the rules of a project that does not name one."""

_NO_SOURCE = Source("seedc.toml", "")


@final
@dataclass(frozen=True, slots=True)
class Project:
    """A project: where its parts are and what it builds.

    Attributes:
        root: Folder that holds `seedc.toml`; absolute.
        name: Name of the project.
        namespace: Prefix of cache keys.
        seeds: Folder of the seed files, from the root.
        schemas: Folder of the schemas, from the root.
        rules: Folder of the rules, from the root.
        out: Folder of the outputs, from the root.
        targets: What a build makes.
        severity: Severities that differ from the rules' own, by code.
        deploy: Limits of what brings rows to a database.
        cache: How the cache is filled.
        rule_timeout: Longest run of one rule (a Postgres interval).
        tables: The tables that have options of their own, and where these stand.
        folders: The keys that name folders, and where they stand.
        baseline: File of the problems that a check does not report, from the root.
        source: The project file.
    """

    root: Path
    name: str
    namespace: str
    seeds: str
    schemas: str
    rules: str
    out: str
    targets: Targets
    severity: Mapping[str, Severity]
    deploy: Deploy
    cache: Cache
    rule_timeout: str = "5s"
    tables: Mapping[str, Place] = field(default_factory=dict)
    baseline: str | None = None
    folders: Mapping[str, Place] = field(default_factory=dict)
    source: Source = _NO_SOURCE
