"""What `seedc.toml` may say, as Pydantic models."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from seedc.model.diagnostic import Severity
from seedc.model.project import (
    DataForm,
    Deploy,
    PostgresOptions,
    Project,
    PythonOptions,
    Targets,
    TypescriptOptions,
)
from seedc.text.names import snake_case
from seedc.text.near import did_you_mean, one_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Name = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=40)]
# Below the root: no `..`, no absolute path, nothing that Windows cannot name.
_PART = r"[A-Za-z0-9_-][A-Za-z0-9_. -]*"
Folder = Annotated[str, Field(pattern=rf"^{_PART}(/{_PART})*$")]
Interval = Annotated[str, Field(pattern=r"^\d+(ms|s|min|h)$")]
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", max_length=63)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _ProjectTable(_Strict):
    name: Name
    namespace: Name | None = None
    seeds: Folder = "seeds"
    schemas: Folder = "schemas"
    rules: Folder = "rules"
    out: Folder = "out"


class _Postgres(_Strict):
    schema_: Annotated[Identifier, Field(alias="schema")] = "public"
    transaction: Literal["own", "caller"] = "own"


class _Nothing(_Strict):
    pass


class _Python(_Strict):
    package: Identifier | None = None


class _Typescript(_Strict):
    package: (
        Annotated[
            str, Field(pattern=r"^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$")
        ]
        | None
    ) = None
    data: DataForm = "none"


class _Targets(_Strict):
    postgres: _Postgres | None = None
    sqlite: _Nothing | None = None
    python: _Python | None = None
    typescript: _Typescript | None = None
    editor: _Nothing | None = None


class _TableTypescript(_Strict):
    data: DataForm


class _Table(_Strict):
    typescript: _TableTypescript | None = None


class _Deploy(_Strict):
    lock_timeout: Interval = "5s"
    statement_timeout: Interval = "60s"


class ProjectFile(_Strict):
    """The whole of `seedc.toml`."""

    project: _ProjectTable
    targets: _Targets | None = None
    tables: Mapping[str, _Table] = {}
    severity: Mapping[str, Literal["error", "warning", "off"]] = {}
    deploy: _Deploy = _Deploy()

    def project_in(self, root: Path) -> Project:
        """Return the project that the file describes."""
        table = self.project
        return Project(
            root=root,
            name=table.name,
            namespace=table.namespace or table.name,
            seeds=table.seeds,
            schemas=table.schemas,
            rules=table.rules,
            out=table.out,
            targets=self._targets(),
            severity={code: Severity(s) for code, s in self.severity.items()},
            deploy=Deploy(**self.deploy.model_dump()),
        )

    def _targets(self) -> Targets:
        chosen = self.targets or _Targets(
            postgres=_Postgres(),
            sqlite=_Nothing(),
            python=_Python(),
            typescript=_Typescript(),
            editor=_Nothing(),
        )
        return Targets(
            postgres=self._postgres(chosen.postgres),
            sqlite=chosen.sqlite is not None,
            python=self._python(chosen.python),
            typescript=self._typescript(chosen.typescript),
            editor=chosen.editor is not None,
        )

    def _postgres(self, given: _Postgres | None) -> PostgresOptions | None:
        return PostgresOptions(given.schema_, given.transaction) if given else None

    def _python(self, given: _Python | None) -> PythonOptions | None:
        default = f"{snake_case(self.project.name)}_data"
        return PythonOptions(given.package or default) if given else None

    def _typescript(self, given: _Typescript | None) -> TypescriptOptions | None:
        by_table = {
            n: t.typescript.data for n, t in self.tables.items() if t.typescript
        }
        default = f"{snake_case(self.project.name).replace('_', '-')}-data"
        if given is None:
            return None
        return TypescriptOptions(given.package or default, given.data, by_table)


def explain(
    error: "ErrorDetails", keys: tuple[str, ...]
) -> tuple[str, str, str | None]:
    """Return code, message and help for what Pydantic refused."""
    name = ".".join(keys)
    if error["type"] == "extra_forbidden":
        known = _keys_of(keys[:-1])
        hint = did_you_mean(keys[-1], known) or f"known here: {one_of(known)}"
        return "unknown-key", f"unknown key `{name}`", hint
    if error["type"] == "missing":
        return (
            "invalid-option",
            f"the key `{name}` is missing",
            f"add `{keys[-1]} = ...`",
        )
    reason = str(error["msg"])
    return "invalid-option", f"invalid `{name}`: {reason[:1].lower()}{reason[1:]}", None


def _keys_of(path: tuple[str, ...]) -> list[str]:
    model: type[BaseModel] = ProjectFile
    for step in path:
        if (inner := _model_at(model, step)) is None:
            return []
        model = inner
    return sorted(f.alias or name for name, f in model.model_fields.items())


def _model_at(model: type[BaseModel], step: str) -> type[BaseModel] | None:
    if model is ProjectFile and step == "tables":
        return ProjectFile
    if model is ProjectFile and step not in model.model_fields:
        return _Table
    field = model.model_fields.get(step)
    if field is None:
        return None
    options = (field.annotation, *get_args(field.annotation))
    models = [o for o in options if isinstance(o, type) and issubclass(o, BaseModel)]
    return models[0] if models else None
