# mypy says attr-defined: has no attribute "WATER"
# pyright says reportAttributeAccessIssue: "WATER"
from dungeon.enums import ElementEnum


def wrong() -> object:
    return ElementEnum.WATER
