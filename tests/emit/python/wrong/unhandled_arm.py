# mypy says arg-type: "RangedAbility"
# pyright says reportArgumentType: "RangedAbility"
from typing import assert_never

from dungeon.records import Enemy, MeleeAbility


def wrong(enemy: Enemy) -> int:
    match enemy.ability:
        case MeleeAbility(damage=damage):
            return damage
        case other:
            assert_never(other)
