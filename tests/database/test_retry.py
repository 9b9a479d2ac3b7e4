"""Laws of trying again."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.database.connect import InDoubtError
from seedc.database.refused import About, RefusedError
from seedc.database.retry import ATTEMPTS, pause_after, retried
from seedc.model.errors import WorldError

LOST = RefusedError("it is gone", None, about=About(is_lost=True))
PASSING = ("40001", "40P01", "55P03", "57P03", "57P02", "08006", "08003")
LASTING = ("57P01", "57014", "23505", "42501", "25006", "53100", "28P01", "3D000")


@pytest.mark.parametrize("code", PASSING)
def test_passing(code: str) -> None:
    """What passes by itself is tried again."""
    assert pause_after(RefusedError("x", code), 1, 0) is not None
    assert pause_after(LOST, 1, 0) is not None


@pytest.mark.parametrize("code", LASTING)
def test_lasting(code: str) -> None:
    """What lasts is not, nor what somebody did on purpose."""
    for about in (About(), About(is_lost=True)):
        assert pause_after(RefusedError("x", code, about=about), 1, 0) is None
    assert pause_after(RefusedError("x", None), 1, 0) is None


def test_unreached() -> None:
    """A server that was never there is a mistake; one that was there starts anew."""
    unreached = RefusedError("x", "08001", about=About(is_lost=True))
    assert pause_after(unreached, 1, 0) is None
    assert pause_after(unreached, 2, 0) is not None


@given(st.integers(1, 2 * ATTEMPTS), st.floats(0, 1))
def test_pause(attempt: int, chance: float) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Pauses double, by half at random, and end."""
    pause = pause_after(LOST, attempt, chance)
    if attempt >= ATTEMPTS:
        assert pause is None
    else:
        assert pause is not None
        assert 0.1 * 2 ** (attempt - 1) <= pause <= 0.2 * 2 ** (attempt - 1)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Take down the pauses, and do not make them."""
    taken = list[float]()
    monkeypatch.setattr("time.sleep", taken.append)
    return taken


def run(results: list[WorldError | int]) -> tuple[int, list[str]]:
    """Run an action that has these results, one after the other."""
    left: Iterator[WorldError | int] = iter(results)
    lines = list[str]()

    def action() -> int:
        result = next(left)
        if isinstance(result, int):
            return result
        raise result

    return retried(action, lines.append), lines


def test_retried(pauses: list[float]) -> None:
    """The result of the try that succeeds counts; the others are told."""
    result, lines = run([LOST, RefusedError("met", "40001"), 7])
    assert result == 7
    assert lines == [
        "it is gone; trying again (2 of 5)",
        "met; trying again (3 of 5)",
    ]
    assert len(pauses) == 2


def test_at_once(pauses: list[float]) -> None:
    """What succeeds is run once."""
    assert run([7, LOST]) == (7, [])
    assert pauses == []


@pytest.mark.parametrize(
    "error", [RefusedError("x", "42501"), InDoubtError("x"), WorldError("x")]
)
def test_not_retried(pauses: list[float], error: WorldError) -> None:
    """A COMMIT in doubt is not tried again: it may be done."""
    with pytest.raises(type(error)):
        run([error, 7])
    assert pauses == []


def test_bounded(pauses: list[float]) -> None:
    """In the end the last refusal is what is said."""
    with pytest.raises(RefusedError):
        run([LOST] * 9)
    assert len(pauses) == ATTEMPTS - 1
