"""A release is kept in a file as it is, and nothing else is taken for one."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.model.errors import UsageError
from seedc.model.json_value import JsonValue
from seedc.model.project import Project
from seedc.model.release import NO_HISTORY, History, Release
from seedc.pipeline import release
from seedc.script.artifact import artifact, read_artifact
from tests.support.command import ROOT
from tests.support.projects import compiled, project_in

NOTHING = Release(
    tool="seedc",
    project="p",
    target="p",
    namespace="p",
    ttl=None,
    lock_timeout="5s",
    statement_timeout="60s",
    versions={},
    history=NO_HISTORY,
    digest="",
    tables=(),
    same="",
    begin="",
    hold="",
    judge="",
    steps=(),
)


def _release(root: Path) -> Release:
    project = project_in(root)
    assert isinstance(project, Project)
    history = History("0f1e2d3c", ("0f1e2d3c", "a1b2c3d4"))
    return release(project, compiled(root), history)


@pytest.fixture(scope="module")
def sample() -> Release:
    """Compile the sample, which has lists, references and all kinds of values."""
    return _release(ROOT)


def test_what_was_written_is_read(sample: Release) -> None:
    """Rows, statements and history come back, byte for byte."""
    assert sum(table.count for table in sample.tables) > 800
    assert read_artifact("r", artifact(sample)) == sample


def test_the_same_release_is_the_same_file(sample: Release) -> None:
    """A build on another machine can be compared with it."""
    assert artifact(sample) == artifact(replace(sample))


def test_what_was_changed_is_refused(sample: Release) -> None:
    """A row that somebody edited would be deployed as if it had been checked."""
    content = artifact(sample)
    changed = content.replace(b"goblin", b"gobbin", 1)
    assert changed != content
    for other in (changed, content[:-1], content + b"x", content.partition(b"\n")[0]):
        with pytest.raises(UsageError) as error:
            read_artifact("r", other)
        assert error.value.message == "`r` cannot be taken: it is damaged, or cut off"


def test_what_another_seedc_made_is_refused(sample: Release) -> None:
    """Its statements need not be the ones that this one runs."""
    other = artifact(sample).replace(b'"tool": "seedc ', b'"tool": "seedc 9', 1)
    with pytest.raises(UsageError, match=r'"seedc 90\.1\.0" made it, and this is'):
        read_artifact("r", other)


@given(st.binary())
def test_no_file_is_a_defect(content: bytes) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Whatever is in it, it is refused in words."""
    with pytest.raises(UsageError, match="cannot be taken"):
        read_artifact("r", content)


def _forged(body: bytes) -> bytes:
    """Return a file that is whole and of this version, with something else in it."""
    head = json.loads(artifact(NOTHING).partition(b"\n")[0])
    head["sha256"] = sha256(body).hexdigest()
    return json.dumps(head).encode() + b"\n" + body


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'"x"', b"{}", b"{", b"\xff", b"[" * 100_000, b'{"tables": 1}']
)
def test_what_is_no_release_is_refused(body: bytes) -> None:
    """Even a file with the right sum is looked at before anything of it is run."""
    with pytest.raises(UsageError, match="another seedc made it"):
        read_artifact("r", _forged(body))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("tool", 1),
        ("ttl", []),
        ("versions", {"items.json": 1}),
        ("steps", [{"what": "x", "sql": 1}]),
        ("steps", [{"table": "t", "purpose": "x", "actions": [], "sql": ""}]),
        ("steps", ["x"]),
        ("tables", [{"rows": 10**9}]),
        ("history", {"commit": None, "ancestors": "x"}),
        ("more", 1),
    ],
)
def test_what_is_of_another_type_is_refused(name: str, value: JsonValue) -> None:
    """A value that nobody expects would come up in the midst of a deploy."""
    said = json.loads(artifact(NOTHING).partition(b"\n")[2])
    with pytest.raises(UsageError, match="another seedc made it"):
        read_artifact("r", _forged(json.dumps({**said, name: value}).encode() + b"\n"))


def test_lost_rows_are_noticed(sample: Release) -> None:
    """A table that says of more rows than there are is none."""
    first, *others = sample.tables
    for wrong in (replace(first, count=first.count + 1), replace(first, rows=b"")):
        content = artifact(replace(sample, tables=(wrong, *others)))
        with pytest.raises(UsageError, match="another seedc made it"):
            read_artifact("r", content)


def test_more_rows_than_tables() -> None:
    """Rows of no table are not dropped in silence."""
    body = artifact(NOTHING).partition(b"\n")[2]
    with pytest.raises(UsageError, match="another seedc made it"):
        read_artifact("r", _forged(body + b"x\n"))
