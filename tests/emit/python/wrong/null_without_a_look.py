# mypy says union-attr: Item "None"
# pyright says reportOptionalMemberAccess: "id"
from dungeon.models import Enemy


def wrong(enemy: Enemy) -> str:
    return enemy.theme.id
