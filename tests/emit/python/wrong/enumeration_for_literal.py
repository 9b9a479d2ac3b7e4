# mypy says assignment: expression has type "ElementEnum"
# pyright says reportAttributeAccessIssue: "ElementEnum" is not assignable
from dungeon.enums import ElementEnum
from dungeon.models import Theme


def wrong(theme: Theme, element: ElementEnum) -> None:
    theme.element = element
