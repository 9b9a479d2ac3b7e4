"""Laws of finding the one name that a misspelt one must have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.text.only_near import only_near

MANY = frozenset(f"item_{i:05}_{'abcdefghij'[i % 10] * 5}" for i in range(50_000))
WORDS = st.text("abcdeé_", min_size=1, max_size=7)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("swrod", "sword"),  # changed places
        ("swod", "sword"),  # a letter too few
        ("swordd", "sword"),  # a letter too many
        ("xsword", "sword"),
        ("potiom", "potion"),  # another letter
        ("SWORD", "sword"),
        ("long-bow", "long_bow"),
        ("longBow", "long_bow"),
        ("lon_gbow", "long_bow"),
        ("long_bo", None),  # a word of three letters, which may be another
        ("cafe\u0301s", "cafés"),
        ("Cafés", "cafés"),
        ("swrdo", None),  # two slips
        ("arrow", None),
        ("", None),
        ("_", None),
    ],
)
def test_one_slip(name: str, expected: str | None) -> None:
    """One slip finds its name; two, or another name, find nothing."""
    known = ["sword", "shield", "potion", "long_bow", "cafés"]
    assert only_near(name, known) == expected


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("level_2", "level_1"),
        ("level_12", "level_1"),
        ("level_21", "level_12"),
        ("item_1_1", "item_11"),
        ("potion_s", "potion_m"),
        ("sword_ii", "sword_i"),
        ("posY", "posX"),
        ("colorB", "colorA"),
        ("ice", "ace"),
        ("fire", "wire"),
        ("disabled", "enabled"),
        ("unbreakable", "breakable"),
    ],
)
def test_other_names(name: str, known: str) -> None:
    """Names that people tell apart on purpose are not mistaken for each other."""
    assert only_near(name, [known]) is None
    assert only_near(known, [name]) is None


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("swrd", ["sword", "sward"]),
        ("SWORD", ["sword", "Sword"]),
        ("long-bow", ["long_bow", "longBow"]),
        ("swords", ["sword", "swordsy"]),
        ("bearr", ["bear", "beard"]),
    ],
)
def test_two_names(name: str, known: list[str]) -> None:
    """Between two that are as near, a person decides."""
    assert only_near(name, known) is None
    assert only_near(name, known[:1]) == known[0]


def test_case_comes_first() -> None:
    """A name that differs in nothing but case is nearer than any slip."""
    assert only_near("Sword", ["sword", "swords", "sward"]) == "sword"


def test_of_many() -> None:
    """Of many names the one is found, wherever in the name the slip is."""
    name = "item_01234_eeeee"
    assert name in MANY
    for slip in ("itme_01234_eeeee", "item_01234_eeee", "item-01234-eeeee"):
        assert only_near(slip, MANY) == name
    assert only_near("item_01243_eeeee", MANY) is None


def test_long_names() -> None:
    """What nobody types is near only to what differs in nothing but its form."""
    long = "x" * 100_000
    assert only_near(f"{long}y", [long]) is None
    assert only_near(long.upper(), [long]) == long


@given(WORDS, st.frozensets(WORDS, max_size=8))
def test_one_edit(name: str, known: frozenset[str]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """What is found is a candidate, and as near as the law says."""
    near = only_near(name, known - {name})
    if near is not None:
        assert near in known
        same = name.replace("_", "") == near.replace("_", "")
        assert same or _distance(name, near) == 1


@given(WORDS, st.frozensets(WORDS, max_size=8))
def test_order(name: str, known: frozenset[str]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """In whatever order the candidates stand, the same one is found."""
    assert only_near(name, sorted(known)) == only_near(name, known)


def _distance(one: str, other: str) -> int:
    """Return the edits between two texts, by the definition (optimal alignment)."""
    rows = {(i, 0): i for i in range(len(one) + 1)}
    rows |= {(0, j): j for j in range(len(other) + 1)}
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            cost = one[i - 1] != other[j - 1]
            best = [rows[i - 1, j] + 1, rows[i, j - 1] + 1, rows[i - 1, j - 1] + cost]
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                best.append(rows[i - 2, j - 2] + 1)
            rows[i, j] = min(best)
    return rows[len(one), len(other)]
