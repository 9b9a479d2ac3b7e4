# mypy says typeddict-item: has no key "reach"
# pyright says reportGeneralTypeIssues: "reach"
from dungeon.models import Enemy


def wrong(enemy: Enemy) -> object:
    if enemy.ability["kind"] == "ranged":
        return enemy.ability["reach"]
    return None
