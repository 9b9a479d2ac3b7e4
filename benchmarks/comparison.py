"""Write the outputs of several generators for one schema into `docs/comparison.md`.

    python benchmarks/comparison.py

Each code block there that follows `<!-- of NAME -->` is made anew. Headers and imports
are left out, and nothing else.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import psycopg
from measure import ROOT, SEEDC
from node import TYPES, find
from psycopg.conninfo import conninfo_to_dict
from server import server

PAGE = ROOT / "docs" / "comparison.md"
PROJECT = ROOT / "benchmarks" / "comparison"
SQLACODEGEN = ("sqlacodegen==4.0.4", "psycopg[binary]==3.3.9")

_BLOCK = re.compile(
    r"(<!-- of (?P<name>\S+) -->\n\n```(?P<language>\w+)\n)(?:.*?\n)??(```\n)",
    re.DOTALL,
)
_HEAD = {
    "ts": r"\A(?:\s|/\* eslint.*?\*/|/\*\*(?:(?!\*/).)*automatically.*?\*/|//[^\n]*"
    r"|import [^;]*;)+",
    "python": r"\A(?:\s|#[^\n]*|\"\"\".*?\"\"\"|from [^\n]*import \([^)]*\)"
    r"|(?:from|import) [^\n]*)+",
    "json": r"\A\s+",
}
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def main() -> None:
    """Make all blocks anew."""
    with tempfile.TemporaryDirectory(prefix="seedc-bench-") as name:
        project = Path(name) / "game"
        shutil.copytree(PROJECT, project)
        _run(*SEEDC, "build", cwd=project)
        page = PAGE.read_text("utf-8")
        PAGE.write_text(_BLOCK.sub(_block(project), page), "utf-8")


def _block(project: Path) -> Callable[[re.Match[str]], str]:
    makers = {
        "json-schema-to-typescript": _json2ts,
        "quicktype": _quicktype,
        "datamodel-code-generator": _datamodel_codegen,
        "sqlacodegen": _sqlacodegen,
    }

    def made(found: re.Match[str]) -> str:
        make = makers.get(found["name"])
        text = make(project) if make else (project / found["name"]).read_text("utf-8")
        return f"{found[1]}{trimmed(text, found['language'])}\n{found[4]}"

    return made


def trimmed(text: str, language: str) -> str:
    """Return a module without its header and its imports."""
    return re.sub(_HEAD[language], "", text, flags=re.DOTALL).strip()


def _json2ts(project: Path) -> str:
    return _run(_node("json2ts"), "schemas/items.schema.json", cwd=project)


def _quicktype(project: Path) -> str:
    kind = ("--lang", "ts", "--src-lang", "schema", "--just-types")
    file = ("--top-level", "Item", "schemas/items.schema.json")
    return _run(_node("quicktype"), *kind, *file, cwd=project)


def _node(program: str) -> str:
    tools = find(TYPES)
    if tools is None:
        sys.exit(1)
    return str(tools / "node_modules" / ".bin" / program)


def _datamodel_codegen(project: Path) -> str:
    program = (sys.executable, "-m", "datamodel_code_generator")
    kind = ("--input-file-type", "jsonschema", "--formatters", "builtin")
    model = ("--output-model-type", "pydantic_v2.BaseModel", "--class-name", "Item")
    source = ("--input", "schemas/items.schema.json")
    return _run(*program, *source, *kind, *model, "--use-double-quotes", cwd=project)


def _sqlacodegen(project: Path) -> str:
    schema = (project / "out/postgres/schema.sql").read_bytes()
    with server() as running:
        conninfo = running.conninfo("postgres")
        with psycopg.connect(conninfo, autocommit=True) as connection:
            connection.execute(schema)
        given = {k: v for k, v in conninfo_to_dict(conninfo).items() if k != "dbname"}
        given |= {"options": "-csearch_path=public"}  # and not the schema of its user
        url = f"postgresql+psycopg:///postgres?{urlencode(given)}"
        return _run(str(_environment() / "bin" / "sqlacodegen"), url, cwd=project)


def _environment() -> Path:
    """Return an environment with sqlacodegen, installed once into the user's cache."""
    folder = _CACHE / "seedc-bench" / SQLACODEGEN[0]
    program = folder / "bin" / "sqlacodegen"
    if not program.exists():
        venv.create(folder, clear=True, with_pip=True)
        pip = (str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet")
        _run(*pip, *SQLACODEGEN, cwd=folder)
    return folder


def _run(*command: str, cwd: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(
        command, cwd=cwd, env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
    return done.stdout


if __name__ == "__main__":
    main()
