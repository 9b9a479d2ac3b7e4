"""JSON values as JavaScript."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedc.emit.typescript.literal import literal, member_access
from seedc.model.json_value import JsonValue
from tests.support.node import Node

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
KEYS = TEXTS | st.sampled_from(["__proto__", "constructor", "10", "a"])
SCALARS: st.SearchStrategy[JsonValue] = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | TEXTS
    | st.sampled_from(["</script>", "<!--", "\u2028", "${x}"])
)
VALUES: st.SearchStrategy[JsonValue] = st.recursive(
    SCALARS,
    lambda values: st.lists(values) | st.dictionaries(KEYS, values),
)


@pytest.mark.node
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(values=st.lists(VALUES, max_size=50))
def test_evaluates_to_itself(  # type: ignore[misc]  # hypothesis erases its type
    node: Node, tmp_path: Path, values: list[JsonValue]
) -> None:
    """JavaScript reads a literal as the JSON value that it was made of."""
    script = tmp_path / "literal.mjs"
    script.write_text(f"console.log(JSON.stringify({literal(values)}));", "utf-8")
    assert json.loads(node.run(script, cwd=tmp_path)) == values


@pytest.mark.parametrize("number", ["1.10", "0.05", "1E+2", "-0.5", "7"])
def test_numbers_are_as_the_file_writes_them(number: str) -> None:
    """No number goes through a float on its way."""
    assert literal(Decimal(number)) == number


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT >", "<!-- -->", "<script>"])
def test_a_script_element_may_hold_it(text: str) -> None:
    """No text ends, or hides the end of, the element that it stands in."""
    assert "<" not in literal(text)


def test_other_markup_stays_readable() -> None:
    """Only what must be escaped is."""
    assert literal("<b>bold</b> größe") == '"<b>bold</b> größe"'


def test_access() -> None:
    """A member is read by its name where that is an identifier."""
    assert member_access("id") == ".id"
    assert member_access("odd id") == '["odd id"]'
    assert member_access("__proto__") == '["__proto__"]'
