"""Every case of the suite, as a file of its own and as a value in a seed file.

The suite is "JSONTestSuite" by Nicolas Seriot: `y_` is JSON, `n_` is none, and `i_`
is for each parser to decide.
"""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from seedc.model.json_value import JsonValue
from seedc.read.json_parse import Parsed, parse_document
from seedc.read.text_file import read_text
from tests.json_suite.case import Case
from tests.json_suite.cases import CASES
from tests.support.projects import compiled, schema, seed, write_project

REFUSED = {
    "byte-order-mark",
    "empty-file",
    "invalid-encoding",
    "invalid-json",
    "number-too-large",
}
"""Where nothing was read; of all else the value is known."""

WHOLE_FILE = {"byte-order-mark", "empty-file"}
"""What a file can be and a value in it cannot: there it is no JSON."""

SEED = seed('{ "id": "a", "v": @ }').encode()
BEFORE, AFTER = SEED.split(b"@")
LINE, COLUMN = BEFORE.count(b"\n") + 1, len(BEFORE) - BEFORE.rfind(b"\n")
RECORD = COLUMN - len('{ "id": "a", "v": ')
PROJECT = {"schemas/items.schema.json": schema({"v": True})}

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def _oracle(case: Case) -> JsonValue:
    value: JsonValue = json.loads(case.content, parse_float=Decimal)
    return value


def _read(root: Path, content: bytes) -> Parsed | Diagnostic:
    (root / "value.json").write_bytes(content)
    source = read_text(root, "value.json")
    return source if isinstance(source, Diagnostic) else parse_document(source)


def test_the_suite_is_whole() -> None:
    """It has 95 valid cases, 188 invalid ones, and 35 to decide."""
    kinds = Counter(case.name[:2] for case in CASES)
    assert kinds == {"y_": 95, "n_": 188, "i_": 35}
    assert len({case.name for case in CASES}) == len(CASES)


def test_verdicts_are_those_of_the_suite() -> None:
    """No valid case is refused, no invalid one read, and each choice has a reason."""
    for case in CASES:
        if case.name.startswith("n_"):
            assert case.code in REFUSED | {"nesting-too-deep"}, case.name
        if case.name.startswith("y_"):
            assert case.code not in REFUSED, case.name
        assert bool(case.reason) == case.name.startswith("i_"), case.name


@every_case
def test_a_file_of_it(tmp_path: Path, case: Case) -> None:
    """It is refused at its place, or read as what Python's own parser reads."""
    read = _read(tmp_path, case.content)
    if isinstance(read, Diagnostic):
        place = read.place
        found = (read.code, place.line, place.column)
        assert found == (case.code, case.line, case.column)
    else:
        assert case.code not in REFUSED
        assert not case.name.startswith("n_")
        assert repr(read.value) == repr(_oracle(case))  # `1.10` is not `1.1`


@every_case
def test_a_record_that_holds_it(tmp_path: Path, case: Case) -> None:
    """It is one problem at its place, or arrives in the row just as it is."""
    root = write_project(tmp_path, PROJECT)
    (root / "seeds/items.json").write_bytes(BEFORE + case.content + AFTER)
    result = compiled(root)
    if not case.code:
        assert result.problems == ()
        assert result.rows is not None
        ((_, value),) = result.rows["items"]
        assert repr(value) == repr(_oracle(case))
        return
    (problem,) = result.problems
    code = "invalid-json" if case.code in WHOLE_FILE else case.code
    assert problem.code == code
    assert _within(case, problem)


def _within(case: Case, problem: Diagnostic) -> bool:
    """Say whether a problem lies in the case, or right behind it, where it ends."""
    if problem.code == "nesting-too-deep":  # which is said of the whole record
        return (problem.place.line, problem.place.column) == (LINE, RECORD)
    lines = (case.content + AFTER).decode("utf-8", "replace").split("\n")
    row = problem.place.line - LINE
    before = 0 if row else COLUMN - 1
    return 0 < problem.place.column - before <= len(lines[row]) + 1
