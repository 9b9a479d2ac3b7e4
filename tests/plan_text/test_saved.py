"""A saved plan is read back, and nothing else is taken for one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.model.errors import UsageError
from seedc.model.plan import Plan
from seedc.plan_text.as_json import as_json
from seedc.plan_text.as_markdown import as_markdown
from seedc.plan_text.as_text import as_text
from seedc.plan_text.saved import SavedPlan, read_plan
from tests.plan_text.cases import CASES, EVERY_ACTION, FINGERPRINT

SAVED = as_json(EVERY_ACTION).encode()


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_what_was_written_is_read(case: Plan) -> None:
    """The fingerprint comes back, and whose it is."""
    saved = read_plan("plan.json", as_json(case).encode())
    assert saved.fingerprint == FINGERPRINT
    assert saved == SavedPlan(FINGERPRINT, case.target, case.database)


def _changed(**keys: object) -> bytes:
    return json.dumps({**json.loads(SAVED), **keys}).encode()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it ends too early"),
        (SAVED[:-3], "it ends too early"),
        (SAVED[:100], "it ends too early"),
        (as_text(EVERY_ACTION).encode(), "line 1 is not JSON"),
        (as_markdown(EVERY_ACTION).encode(), "line 1 is not JSON"),
        (b"\xff\xfe{", "it is not UTF-8 text"),
        (b"[" * 100_000, "it is not what `seedc plan` writes"),
        (b"9" * 100_000, "it is not what `seedc plan` writes"),
        (b"[]", "it is no plan of seedc"),
        (b'{"version": 1, "problems": []}', "it is no plan of seedc"),
        (b'{"a": 1, "a": 2}', "it is not what `seedc plan` writes"),
        (_changed(format=2), "it has the format 2, and this seedc reads 1"),
        (_changed(format=True), "it has the format true, and this seedc reads 1"),
        (_changed(fingerprint=1), "`fingerprint` is no text"),
        (
            _changed(fingerprint="0" * 63),
            "`fingerprint` is not 64 hexadecimal digits",
        ),
        (_changed(target=None), "`target` is no text"),
    ],
)
def test_another_file_is_refused(content: bytes, reason: str) -> None:
    """Each is told apart in one line."""
    with pytest.raises(UsageError) as error:
        read_plan("p.json", content)
    assert error.value.message == f"`p.json` cannot be applied: {reason}"
    assert error.value.hint == "make one: seedc plan --out plan.json"


@given(st.binary() | st.integers(0, len(SAVED) - 3).map(lambda n: SAVED[:n]))
def test_no_file_is_a_defect(  # type: ignore[misc]  # hypothesis erases its type
    content: bytes,
) -> None:
    """Whatever is in it, it is refused in words."""
    with pytest.raises(UsageError, match="cannot be applied"):
        read_plan("p.json", content)
