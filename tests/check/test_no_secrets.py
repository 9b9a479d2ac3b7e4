"""No text looks like a credential: sources are shared, and so are the outputs."""

import json
from pathlib import Path

import pytest

from seedc.check.rules.no_secrets import may_hold_secret
from seedc.model.diagnostic import Diagnostic, Severity
from seedc.model.source import Place
from seedc.read.seed_file import BATCH
from tests.check.small import SEEDS, in_schema, in_seeds, small
from tests.support.command import ROOT
from tests.support.credentials import CREDENTIALS, Credential
from tests.support.projects import MINIMAL, compiled, schema, seed, write_project

TOKEN = next(c for c in CREDENTIALS if c.kind == "an npm token").text
MESSAGE = "the text holds what looks like an npm token (`npm_...`)"
HELP = "take it out, and revoke it if it was ever shared"


def _secret(place: Place, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic("secret-value", MESSAGE, place, help=HELP, severity=severity)


def test_a_value(tmp_path: Path) -> None:
    """It is refused where it stands, and its public beginning says what it is."""
    found = small(tmp_path, {"note": {"type": "string"}}, {"id": "a", "note": TOKEN})
    assert found == [_secret(in_seeds(5, 25, 42))]


def test_a_key_and_a_value_below(tmp_path: Path) -> None:
    """It is refused as a key and at any depth."""
    inside = {"list": [{"deep": f"use {TOKEN}"}], TOKEN: 1}
    found = small(tmp_path, {"note": {"type": "object"}}, {"id": "a", "note": inside})
    assert found == [_secret(in_seeds(5, 44, 46)), _secret(in_seeds(5, 94, 42))]


def test_escapes_hide_nothing(tmp_path: Path) -> None:
    """A text with escapes is the text that they stand for."""
    record = f'{{"id": "\\u006e\\u0070m_{TOKEN[4:]}"}}'
    assert small(tmp_path, {}, record) == [_secret(in_seeds(5, 12, 52))]


def test_the_envelope(tmp_path: Path) -> None:
    """What stands around the records is looked at as well."""
    text = seed({"id": "a"}).replace('"version"', f'"$schema": "{TOKEN}", "version"')
    assert small(tmp_path, {}, files={SEEDS: text}) == [_secret(in_seeds(2, 14, 42))]


@pytest.mark.parametrize("keyword", ["default", "const", "description", "$comment"])
def test_a_schema(keyword: str, tmp_path: Path) -> None:
    """Schemas end in the outputs too."""
    found = small(tmp_path, {"note": {"type": "string", keyword: TOKEN}})
    secrets = [p for p in found if p.code == "secret-value"]
    assert secrets == [_secret(in_schema(13, 11 + len(keyword), 42))]


@pytest.mark.parametrize("at", [0, 1, BATCH - 1, BATCH])
def test_one_record_of_many(at: int, tmp_path: Path) -> None:
    """It is found in whichever batch it stands, and nothing else is refused."""
    records: list[object] = [{"id": str(i)} for i in range(BATCH + 1)]
    records[at] = {"id": TOKEN}
    assert small(tmp_path, {}, *records) == [_secret(in_seeds(5 + at, 12, 42))]


@pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda c: c.public)
def test_every_kind(credential: Credential, tmp_path: Path) -> None:
    """Each kind is refused, and told by its name."""
    found = small(tmp_path, {}, {"id": credential.text}, {"id": "b"})
    assert [(p.code, p.place.line) for p in found] == [("secret-value", 5)]
    assert f"looks like {credential.kind}" in found[0].message


def test_a_project_may_take_it_for_something_else(tmp_path: Path) -> None:
    """As a warning it is told, and its row is there like any other."""
    files = {
        "seedc.toml": f'{MINIMAL}\n[severity]\nsecret-value = "warning"\n',
        "schemas/things.schema.json": schema({}),
        SEEDS: seed({"id": TOKEN}),
    }
    result = compiled(write_project(tmp_path, files))
    assert result.problems == (_secret(in_seeds(5, 12, 42), Severity.WARNING),)
    assert result.rows == {"things": [(TOKEN,)]}


@pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda c: c.public)
def test_what_is_refused_is_looked_at_closely(credential: Credential) -> None:
    """The quick search of a whole file misses nothing, however it is escaped."""
    text = json.dumps(credential.text)
    slashed = text.replace("/", "\\/")
    escaped = "".join(f"\\u{ord(char):04x}" for char in credential.text)
    assert [may_hold_secret(t) for t in (text, slashed, escaped)] == [True] * 3


def test_few_files_are_looked_at_closely() -> None:
    """Nothing in the sample needs it."""
    files = [*ROOT.glob("seeds/**/*.json"), *ROOT.glob("schemas/*.json")]
    suspect = [f for f in files if may_hold_secret(f.read_text(encoding="utf-8"))]
    assert suspect == []
