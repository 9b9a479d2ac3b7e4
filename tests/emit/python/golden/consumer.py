"""What users write; a type checker reads it and nobody runs it."""

import datetime as dt
from decimal import Decimal
from typing import assert_type
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.emit.python.golden.dungeon import enums, models, records


def read(session: Session) -> None:
    """Read rows with their types."""
    enemy = session.scalars(select(models.Enemy)).one()
    assert_type(enemy.max_hp, int)
    assert_type(enemy.rarity, enums.EnemyRarity)
    assert_type(enemy.theme, models.Theme | None)
    assert_type(enemy.drops, list[models.EnemyDrop])
    assert_type(enemy.drops[0].chance, Decimal)
    assert_type(enemy.drops[0].item.asset, UUID | None)
    assert_type(enemy.updated_at, dt.datetime)
    if enemy.ability["kind"] == "melee":
        assert_type(enemy.ability["damage"], int)
    else:
        assert_type(enemy.ability["range"], float)


def write(session: Session) -> None:
    """Write rows from literals and from enumerations."""
    theme = models.Theme(id="caves", element="ice")
    theme.element = "fire"
    theme.element = enums.ElementEnum.ICE.value
    session.add(theme)


def convert(record: records.Enemy) -> str:
    """Read a record with its types."""
    assert_type(record.max_hp, int)
    assert_type(record.drops[0].chance, Decimal)
    assert_type(record.level_cap, int | None)
    match record.ability:
        case records.MeleeAbility(damage=damage):
            return str(damage)
        case records.RangedAbility(range=far):
            return str(far)
