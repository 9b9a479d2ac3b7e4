"""Names are valid, predictable, and never numbered."""

import enum
import keyword

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.emit.python.identifiers import attribute, member_names, record_attribute


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


def test_members_that_meet_are_a_defect() -> None:
    """What the checks let through is our own mistake, and says so."""
    with pytest.raises(AssertionError, match="have the same name"):
        member_names(["fire", "Fire"])


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
    name = attribute(key)
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not name.startswith("_")
    assert not hasattr(pydantic.BaseModel, name)


@pytest.mark.parametrize(
    "name",
    [n for n in dir(pydantic.BaseModel) if not n.startswith("_")],
)
def test_what_pydantic_uses_is_renamed(name: str) -> None:
    """No field hides a part of Pydantic's own."""
    assert not hasattr(pydantic.BaseModel, record_attribute(name))
