"""What types of 100 tables and data of 10,000 rows cost those who compile them.

The types are measured against those that json-schema-to-typescript makes of the same
schemas, the data against an empty project.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from many_tables import make_rows, make_tables
from measure import SEEDC, Run, in_turn, median, ratios, run, show
from node import TYPES, find

TABLES, ROWS = 100, 10_000
ROUNDS = 7
LIMIT_TYPES, LIMIT_DATA = 1.0, 1.2

_OPTIONS = {
    "noEmit": True,
    "strict": True,
    "target": "es2022",
    "module": "nodenext",
    "types": [],
    "skipLibCheck": False,
    "allowImportingTsExtensions": True,
    "exactOptionalPropertyTypes": True,
}
_USER = """\
import { type Thing, type ThingId, things, thingsById } from "@game/data";

export const first: Thing | undefined = things[0];
export const find = (id: ThingId): string | undefined => thingsById.get(id)?.name;
"""
_CLEAN = "import shutil, sys; [shutil.rmtree(a, ignore_errors=True) for a in sys.argv]"


def main() -> None:
    """Measure and print."""
    tools = find(TYPES)
    if tools is None:
        sys.exit(1)
    with tempfile.TemporaryDirectory(prefix="seedc-bench-") as name:
        folder = Path(name)
        _types(folder, tools)
        _data(folder, tools)


def _types(folder: Path, tools: Path) -> None:
    project, theirs, records = folder / "game", folder / "theirs", folder / "records"
    make_tables(project, TABLES)
    build = (*SEEDC, "build")
    json2ts = str(tools / "node_modules/.bin/json2ts")
    rival = (json2ts, "-i", "schemas", "-o", str(theirs))
    models = _datamodel_codegen(records)
    clean = (sys.executable, "-c", _CLEAN, str(project / "out"), str(records))
    times = in_turn([(c, project) for c in (clean, build, rival, models)], ROUNDS)
    ours = project / "out/typescript"
    for modules in (ours, theirs):
        _configure(modules)
    checks = [(_tsc(tools, modules), folder) for modules in (theirs, ours)]
    rivals, own = in_turn(checks, ROUNDS)
    print(f"types of {TABLES} tables")
    show("tsc, of json-schema-to-typescript", [r.seconds for r in rivals], " s")
    show("tsc, of seedc", [r.seconds for r in own], " s")
    _judge(own, rivals, LIMIT_TYPES)
    _builds(times)


def _datamodel_codegen(records: Path) -> tuple[str, ...]:
    program = (sys.executable, "-m", "datamodel_code_generator", "--input", "schemas")
    kind = ("--input-file-type", "jsonschema", "--output", str(records))
    return (*program, *kind, "--output-model-type", "pydantic_v2.BaseModel")


def _builds(times: Sequence[list[Run]]) -> None:
    _, builds, types, models = times
    show("seedc build, all of it", [r.seconds for r in builds], " s")
    show("json-schema-to-typescript, types alone", [r.seconds for r in types], " s")
    show("datamodel-codegen, records alone", [r.seconds for r in models], " s")
    both = [a.seconds + b.seconds for a, b in zip(types, models, strict=True)]
    pairs = zip(builds, both, strict=True)
    show("ratio to these two", [ours.seconds / theirs for ours, theirs in pairs])


def _data(folder: Path, tools: Path) -> None:
    project = folder / "rows"
    make_rows(project, ROWS)
    run((*SEEDC, "build"), project)
    empty, user = folder / "empty", folder / "user"
    _project(empty, "export const nothing = 0;\n")
    _project(user, _USER)
    shutil.copytree(project / "out/typescript", user / "node_modules/@game/data")
    plain, with_data = in_turn(
        [(_tsc(tools, each), folder) for each in (empty, user)], ROUNDS
    )
    print(f"data of {ROWS:,} rows")
    show("tsc, of an empty project", [r.seconds for r in plain], " s")
    show("tsc, of one that uses the data", [r.seconds for r in with_data], " s")
    _judge(with_data, plain, LIMIT_DATA)


def _judge(ours: list[Run], theirs: list[Run], limit: float) -> None:
    found = ratios(ours, theirs)
    show("ratio", found)
    used = [a.processor / b.processor for a, b in zip(ours, theirs, strict=True)]
    show("ratio of processor time", used)
    verdict = "reached" if median(found) <= limit else "missed"
    print(f"  goal: at most {limit}: {verdict}")


def _project(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "index.ts").write_text(text)
    (folder / "package.json").write_text('{ "type": "module" }')
    _configure(folder)


def _configure(folder: Path) -> None:
    options = {"compilerOptions": _OPTIONS, "include": ["*.ts"]}
    (folder / "tsconfig.json").write_text(json.dumps(options))


def _tsc(tools: Path, folder: Path) -> tuple[str, ...]:
    script = tools / "node_modules/typescript/bin/tsc"
    return ("node", str(script), "--project", str(folder))


if __name__ == "__main__":
    main()
