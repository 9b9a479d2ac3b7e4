# mypy says assignment: expression has type "float"
# pyright says reportAttributeAccessIssue: "float" is not assignable to "Decimal"
from dungeon.models import Item


def wrong(item: Item) -> None:
    item.price = 1.5
