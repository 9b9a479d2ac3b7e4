"""A project names and types the attributes of its models as it likes."""

from pathlib import Path
from types import ModuleType

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session, configure_mappers

from seedc.model.project import ImportedType, PythonOptions
from tests.emit.python.cases.dungeon import dungeon
from tests.emit.python.imported import models_of, models_text

ASSET = "0198f1f2-5c7e-7d3a-8f5b-2b8a5c9d1e00"
OPTIONS = PythonOptions(
    "dungeon",
    names={
        "Enemy": "Monster",
        "Enemy.maxHP": "hit_points",
        "Enemy.theme_id": "home_id",
        "Item.name": "label",
    },
    types={
        "numeric": "float",
        "uuid": "str",
        "Enemy.resistances": ImportedType("Counter", "collections"),
        "Enemy.level_cap": ImportedType("Fraction", "fractions"),
        "MeleeAbility.damage": ImportedType("Fraction", "fractions"),
    },
)
TEXT = models_text(dungeon(), OPTIONS)["models"]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Import the models."""
    folder: Path = tmp_path_factory.mktemp("options")
    return models_of(dungeon(), folder, OPTIONS)


@pytest.mark.parametrize(
    "line",
    [
        "class Monster(Base):",
        'hit_points: Mapped[int] = mapped_column("max_hp", sa.Integer)',
        'label: Mapped[str] = mapped_column("name", sa.String(40))',
        "resistances: Mapped[Counter | None] = mapped_column(PortableJSON)",
        "level_cap: Mapped[Fraction | None] = mapped_column(",
        "damage: Fraction",
        "from collections import Counter",
        "from fractions import Fraction",
        "asset: Mapped[str | None] = mapped_column(sa.Uuid(as_uuid=False))",
        "price: Mapped[float] = mapped_column(",
        "home: Mapped[Theme | None] = relationship(",
        "enemies_by_home: Mapped[list[Monster]] = relationship(",
    ],
)
def test_what_was_asked_for_is_there(line: str) -> None:
    """Names and types of the options stand where seedc's stood."""
    assert f"\n{line}" in TEXT.replace("\n    ", "\n")


def test_nothing_is_imported_for_what_is_not_there() -> None:
    """With floats and texts alone there is no Decimal and no UUID."""
    assert "Decimal" not in TEXT
    assert "UUID" not in TEXT


def test_the_tables_are_the_same(models: ModuleType, tmp_path: Path) -> None:
    """Options of Python change nothing in a database."""
    plain = models_of(dungeon(), tmp_path, PythonOptions("dungeon"))
    tables = models.Base.metadata.tables, plain.Base.metadata.tables
    one, other = ({t.name: t.columns.keys() for t in m.values()} for m in tables)
    assert one == other


def test_values_are_of_the_types(models: ModuleType) -> None:
    """What is read back is a float and a text."""
    configure_mappers()
    engine = sa.create_engine("sqlite://")
    models.Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(models.Item(id="rune", label="Rune", price=1.1, asset=ASSET))
        session.commit()
        item = session.scalars(sa.select(models.Item)).one()
        assert (item.price, item.asset, item.label) == (1.1, ASSET, "Rune")
    engine.dispose()
