# mypy says misc: Property "max_hp" defined in "Enemy" is read-only
from dungeon.records import Enemy


def wrong(enemy: Enemy) -> None:
    enemy.max_hp = 1
