# mypy says arg-type: "Literal['epic']"
# pyright says reportArgumentType: "Literal['epic']"
from typing import assert_never

from dungeon.enums import EnemyRarity


def wrong(rarity: EnemyRarity) -> int:
    match rarity:
        case "common" | "rare":
            return 1
        case other:
            assert_never(other)
