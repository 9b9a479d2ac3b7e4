"""Choices that a seed decides."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar, final

T = TypeVar("T")


@final
class Dice:
    """Makes choices; the same seed makes the same ones."""

    def __init__(self, seed: str) -> None:
        """Begin a series of choices."""
        self._random = Random(seed)  # noqa: S311 - it shall be foreseen

    def chance(self, of: int) -> bool:
        """Say yes once in `of` times."""
        return self._random.randrange(of) == 0

    def number(self, low: int, high: int) -> int:
        """Return a number from `low` to `high`, both included."""
        return self._random.randint(low, high)

    def one(self, offered: Sequence[T]) -> T:
        """Return one of what is offered."""
        return self._random.choice(offered)

    def some(self, offered: Sequence[T], low: int, high: int) -> list[T]:
        """Return from `low` to `high` of what is offered, in any order."""
        count = min(self.number(low, high), len(offered))
        return self._random.sample(offered, count)
