# mypy says assignment: Literal['water']
# pyright says reportAttributeAccessIssue: "Literal['water']" is not assignable
from dungeon.models import Theme


def wrong(theme: Theme) -> None:
    theme.element = "water"
