"""Lower a checked project file to the project, with every default filled in."""

from decimal import Decimal
from pathlib import Path
from typing import cast

from seedc.model.diagnostic import Severity
from seedc.model.document import ProjectDocument
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.project import (
    DEFAULT_RULES,
    Cache,
    Case,
    DataForm,
    Deploy,
    ImportedType,
    ModuleForm,
    PostgresOptions,
    Project,
    PythonOptions,
    Targets,
    TypeChoice,
    TypescriptOptions,
)
from seedc.text.names import snake_case
from seedc.text.toml_place import key_place

_ALL_TARGETS: JsonObject = {
    "postgres": {},
    "sqlite": {},
    "python": {},
    "typescript": {},
    "editor": {},
}


def lower_project(root: Path, document: ProjectDocument) -> Project:
    """Return the project that a project file describes.

    Args:
        root: Folder of the file.
        document: The file, without problems.
    """
    values = document.values
    table = _table(values, "project")
    name = str(table["name"])
    return Project(
        root=root,
        name=name,
        namespace=str(table.get("namespace", name)),
        seeds=str(table.get("seeds", "seeds")),
        schemas=str(table.get("schemas", "schemas")),
        rules=str(table.get("rules", DEFAULT_RULES)),
        out=str(table.get("out", "out")),
        targets=_targets(snake_case(name), values),
        severity={k: Severity(str(v)) for k, v in _table(values, "severity").items()},
        deploy=_deploy(_table(values, "deploy")),
        cache=Cache(ttl=str(_table(values, "cache").get("ttl", "24h"))),
        rule_timeout=str(_table(values, "rules").get("timeout", "5s")),
        tables={
            key: key_place(document.source, ("tables", key))
            for key in _table(values, "tables")
        },
        baseline=str(table["baseline"]) if "baseline" in table else None,
        folders={key: key_place(document.source, ("project", key)) for key in table},
        source=document.source,
    )


def _table(values: JsonObject, key: str) -> JsonObject:
    value: JsonValue = values.get(key)
    return value if isinstance(value, dict) else {}


def _deploy(given: JsonObject) -> Deploy:
    texts = {k: str(v) for k, v in given.items() if k.endswith("_timeout")}
    return Deploy(
        max_removed=int(cast("int", given.get("max_removed", 50))),
        # A float of TOML: its text is what was written.
        max_removed_share=Decimal(str(given.get("max_removed_share", "0.2"))),
        **texts,
    )


def _targets(name: str, values: JsonObject) -> Targets:
    chosen = _table(values, "targets") if "targets" in values else _ALL_TARGETS
    postgres = {k: str(v) for k, v in _table(chosen, "postgres").items()}
    return Targets(
        postgres=PostgresOptions(**postgres) if "postgres" in chosen else None,  # type: ignore[arg-type]
        sqlite="sqlite" in chosen,
        python=_python(name, _table(chosen, "python")) if "python" in chosen else None,
        typescript=_typescript(name, _table(chosen, "typescript"), values)
        if "typescript" in chosen
        else None,
        editor="editor" in chosen,
    )


def _python(name: str, options: JsonObject) -> PythonOptions:
    return PythonOptions(
        package=str(options.get("package", f"{name}_data")),
        strict=bool(options.get("strict", False)),
        names=_names(options),
        types=_types(options),
        templates=_folder(options, "templates"),
    )


def _typescript(
    name: str, options: JsonObject, values: JsonObject
) -> TypescriptOptions:
    tables = _table(values, "tables")
    by_table = {key: _table(_table(tables, key), "typescript") for key in tables}
    return TypescriptOptions(
        package=str(options.get("package", f"{name.replace('_', '-')}-data")),
        data=cast("DataForm", options.get("data", "none")),
        table_data={
            key: cast("DataForm", given["data"])
            for key, given in by_table.items()
            if "data" in given
        },
        modules=cast("ModuleForm", options.get("modules", "ts")),
        case=cast("Case", options.get("case", "keep")),
        names=_names(options),
        types=_types(options),
        templates=_folder(options, "templates"),
    )


def _names(options: JsonObject) -> dict[str, str]:
    return {key: str(name) for key, name in _table(options, "names").items()}


def _types(options: JsonObject) -> dict[str, TypeChoice]:
    return {key: _type(given) for key, given in _table(options, "types").items()}


def _type(given: JsonValue) -> TypeChoice:
    if isinstance(given, dict):
        return ImportedType(str(given["name"]), str(given["from"]))
    return str(given)


def _folder(options: JsonObject, key: str) -> str | None:
    return str(options[key]) if key in options else None
