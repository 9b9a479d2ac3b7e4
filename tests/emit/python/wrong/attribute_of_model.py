# mypy says attr-defined: has no attribute "max_hpp"
# pyright says reportAttributeAccessIssue: "max_hpp"
from dungeon.models import Enemy


def wrong(enemy: Enemy) -> object:
    return enemy.max_hpp
