"""No output shows a credential, whatever else is wrong where it stands."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from seedc.cli import main as command
from seedc.model.errors import WorldError
from seedc.model.json_value import JsonValue
from seedc.text.excerpt import excerpt
from seedc.text.json_text import json_text
from tests.support.credentials import CREDENTIALS, Credential
from tests.support.projects import MINIMAL, schema, seed, write_project

EACH = pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda c: c.public)

COMMANDS = (
    *(("check", f"--format={name}") for name in ("text", "json", "sarif", "github")),
    ("check", "--max-problems=0"),
    ("build",),
    ("check", "--diff"),
    ("check", "--fix"),
)

SHORTEST = 6
"""Characters of a secret in a row that give something of it away."""


def _pieces(secret: str) -> Iterator[str]:
    """Yield parts of a secret, in the forms in which an output may hold them."""
    for text in (secret, json.dumps(secret)[1:-1], secret.replace("/", "\\/")):
        yield from (text[i : i + SHORTEST] for i in range(len(text) - SHORTEST + 1))


def _leaks(output: str, credential: Credential) -> set[str]:
    return {piece for piece in _pieces(credential.secret) if piece in output}


def _things(text: str) -> str:
    """Return seeds with a text in as many mistakes as there are places for it."""
    return seed(
        {"id": text, "kind": text},
        {"id": text},
        {"id": "b", "kind": f"see {text}", "colour": text, text: text},
        {"id": "c", "short": text, "day": text, "color": text, "size": text},
        {"id": "d", "other": f"{text} x", "level": 7, "tags": [text, text]},
        {"id": "e", "other": f"{text} ", "map": {text: text}, "arm": {"type": text}},
        {"id": "f", "name": text, "level": 0, "arm": {"type": "a", "what": text}},
        {"id": ["x", text], "list": text, "one": [text]},
        [text],
        text,
        f'{{"id": "g", "kind": {_escaped(text)}, "kind": "{_key(text)}"}}',
    )


def _escaped(text: str) -> str:
    return '"' + "".join(f"\\u{ord(char):04x}" for char in text) + '"'


def _key(text: str) -> str:
    return json.dumps(text)[1:-1].replace("/", "\\/")


def _schema(text: str) -> str:
    properties = {
        "kind": {"enum": ["a", f"{text} b", f"see {text}!"]},
        "color": {"type": "string", "pattern": "^#[0-9a-f]{6}$"},
        "short": {"type": "string", "maxLength": 3},
        "size": {"type": "integer"},
        "day": {"type": "string", "format": "date"},
        "name": {"type": "string", "x-column": {"type": "varchar(5)"}},
        "level": {"type": "integer", "minimum": 1},
        "other": {"type": "string", "x-references": "things.id"},
        "tags": {"type": "array", "uniqueItems": True},
        "map": {"type": "object", "propertyNames": {"maxLength": 2}},
        "arm": {
            "oneOf": [{"properties": {"type": {"const": "a"}, "what": {"const": 1}}}]
        },
        "list": {"type": "array"},
        "one": {"type": "object"},
    }
    checks = {"low": f"level < 5 OR kind = '{text.translate({39: None, 10: None})}'"}
    return schema(properties, x_table={"checks": checks, "unique": [["kind"]]})


def _faulty_schema(text: str) -> str:
    properties = {
        "a": {
            "type": text,
            "default": text,
            "examples": [1, text],
            "enum": [text, text],
        },
        "b": {"$ref": f"#/$defs/{text}", text: text, "format": text},
        "c": {"type": "string", "maxLength": 1, "default": text, "x-references": text},
    }
    return schema(properties, required=["id", text], x_table={"primaryKey": text})


def _project(root: Path, text: str) -> Path:
    quoted = json.dumps(text)
    files = {
        "schemas/things.schema.json": _schema(text),
        "schemas/faulty.schema.json": _faulty_schema(text),
        "schemas/cut.schema.json": schema({}),
        "schemas/bare.schema.json": schema({}),
        "schemas/odd.schema.json": schema({}),
        "seeds/things.json": _things(text),
        "seeds/faulty.json": seed({"id": text}),
        "seeds/cut.json": f'{{"version": {quoted}, "data": [{{"id": {quoted}, }}]',
        "seeds/bare.json": f'{{"data": [{{"id": {text}}}]}}',
        "seeds/odd.json": f'{{"version": {quoted}, {quoted}: 1, "data": {quoted}}}',
    }
    return write_project(root, files)


def _output(capsys: pytest.CaptureFixture[str]) -> str:
    printed = capsys.readouterr()
    return printed.out + printed.err


@EACH
def test_no_report_shows_it(
    credential: Credential,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In no format, beside no mistake, and in no line of a source."""
    root = _project(tmp_path, credential.text)
    monkeypatch.chdir(tmp_path)
    for arguments in COMMANDS:
        assert command.main([*arguments, "-C", str(root)]) == 1
        output = _output(capsys)
        assert ("would fix" if "--diff" in arguments else "secret-value") in output
        assert _leaks(output, credential) == set()


@EACH
def test_no_report_on_the_project_file_shows_it(
    credential: Credential,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nor where `seedc.toml` holds it."""
    text = json.dumps(credential.text)
    lines = f"{text} = {text}\n[project]\nname = {text}\nseeds = {text}\n{text} = 1\n"
    more = f"[severity]\n{text} = {text}\n[targets]\npostgres = {{ schema = {text} }}\n"
    monkeypatch.chdir(tmp_path)
    for content in (
        lines,
        f"[project]\nname = {text}\n{more}",
        f"{MINIMAL}a = {text} b",
    ):
        root = write_project(tmp_path, {"seedc.toml": content})
        for name in ("text", "json", "sarif", "github"):
            assert command.main(["check", f"--format={name}", "-C", str(root)]) == 1
            assert _leaks(_output(capsys), credential) == set()


@EACH
@pytest.mark.parametrize("error", [WorldError, RuntimeError])
def test_no_failure_shows_it(
    error: type[Exception],
    credential: Credential,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nor what a database says of a value that it refuses, nor our own defects."""

    def fail(_: object) -> int:
        message = f"duplicate key: (id)=({credential.text})"
        raise error(message)

    monkeypatch.setattr(command, "_command", fail)
    assert command.main([]) != 0
    assert _leaks(_output(capsys), credential) == set()


@EACH
def test_no_excerpt_shows_it(credential: Credential) -> None:
    """A value is masked before it is cut, as half a token no longer looks like one."""
    for before in ("", "a" * 20 + " ", "a" * 38 + " "):
        text = before + credential.text
        values: tuple[JsonValue, ...] = (text, [text], {"a": text}, {text: 1})
        for value in values:
            assert _leaks(excerpt(value), credential) == set()
            assert len(excerpt(value)) <= len(json_text(value)) + len("...")
