# mypy says attr-defined: has no attribute "maxHP"
# pyright says reportAttributeAccessIssue: "maxHP"
from dungeon.records import Enemy


def wrong(enemy: Enemy) -> object:
    return enemy.maxHP
