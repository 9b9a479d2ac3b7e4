# mypy says comparison-overlap: Literal['boss']
# pyright says reportUnnecessaryComparison: Literal['boss']
from dungeon.models import Enemy


def wrong(enemy: Enemy) -> bool:
    return enemy.rarity == "boss"
