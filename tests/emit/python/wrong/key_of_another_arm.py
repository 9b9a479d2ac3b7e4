# mypy says typeddict-item: has no key "damage"
# pyright says reportGeneralTypeIssues: "damage"
from dungeon.models import Enemy


def wrong(enemy: Enemy) -> object:
    return enemy.ability["damage"]
