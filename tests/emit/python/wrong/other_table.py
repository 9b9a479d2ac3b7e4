# mypy says assignment: expression has type "Item"
# pyright says reportAttributeAccessIssue: "Item" is not assignable
from dungeon.models import Enemy, Item


def wrong(enemy: Enemy, item: Item) -> None:
    enemy.theme = item
