"""Names are valid, predictable, and never numbered."""

import enum
import keyword

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.text.enum_members import member_names
from seedc.text.python_names import member_attribute, record_attribute
from tests.emit.python.golden.dungeon.records import Record


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (["fire", "raw-magic", "iceBolt"], ["FIRE", "RAW_MAGIC", "ICE_BOLT"]),
        (["2d", "3d"], ["VALUE_2D", "VALUE_3D"]),
        (["+", ""], ["PLUS_SIGN", "EMPTY"]),
        (["C", "C++"], ["C", "C_PLUS_SIGN_PLUS_SIGN"]),
        (["None", "class"], ["NONE", "CLASS"]),
    ],
)
def test_members_are_named_after_their_values(
    values: list[str], names: list[str]
) -> None:
    """A member is its value in capitals."""
    assert member_names(values) == names


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (["kg", "Kg", "k_g"], ["kg", "Kg", "k_LOW_LINE_g"]),
        (["foo-bar", "foo_bar"], ["FOO_HYPHEN_MINUS_BAR", "FOO_BAR"]),
        (["caf\u00e9", "cafe\u0301"], ["caf\u00e9", "cafe_COMBINING_ACUTE_ACCENT"]),
        (["title", "Title"], ["VALUE_title", "Title"]),
        (["class", "class "], ["VALUE_class", "class_SPACE"]),
        (["", " "], ["EMPTY", "SPACE"]),
        (["1", "01", " 1"], ["VALUE_1", "VALUE_01", "SPACE_1"]),
    ],
)
def test_values_that_meet_are_spelled_exactly(
    values: list[str], names: list[str]
) -> None:
    """What tells two values apart tells their members apart."""
    assert member_names(values) == names


@given(st.text())
def test_any_value_is_a_member(value: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Any single value makes a member that gives it back."""
    (name,) = member_names([value])
    assert name.isidentifier()
    made = enum.StrEnum("Made", {name: value})  # type: ignore[misc]  # made at run time
    assert made(value).name == name


@given(st.text(min_size=1))
def test_any_key_is_an_attribute(key: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Any key makes a name that Python takes and Pydantic leaves alone."""
    name = member_attribute(key)
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not name.startswith("_")
    assert not hasattr(pydantic.BaseModel, name)


@pytest.mark.parametrize(
    "name",
    [n for n in dir(Record) if not n.startswith("_")],
)
def test_what_records_use_is_renamed(name: str) -> None:
    """No field hides what records have from Pydantic, or from their base."""
    assert not hasattr(Record, record_attribute(name))
