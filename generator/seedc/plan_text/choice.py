"""Choose the rows of a table that are shown: some of each action before many of one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from typing import TypeAlias

from seedc.model.plan import Action, RowChange
from seedc.plan_text.words import ACTIONS

Chosen: TypeAlias = tuple[list[RowChange], Mapping[Action, int]]
"""The rows that are shown, by action, and how many more there are of each."""


def choose(rows: Sequence[RowChange], most: int | None) -> Chosen:
    """Choose at most some rows; None means all."""
    rank = {action: i for i, action in enumerate(ACTIONS)}
    seen: Counter[Action] = Counter()
    ranked: list[tuple[int, int, int]] = []
    for i, row in enumerate(rows):
        ranked.append((seen[row.action], rank[row.action], i))
        seen[row.action] += 1
    chosen = ranked if most is None else nsmallest(most, ranked)
    shown = [rows[i] for _, _, i in sorted(chosen, key=lambda each: each[1:])]
    return shown, seen - Counter(row.action for row in shown)
