# mypy says assignment: expression has type "str"
# pyright says reportAttributeAccessIssue: "int"
from dungeon.models import Enemy


def wrong(enemy: Enemy) -> None:
    enemy.max_hp = "5"
