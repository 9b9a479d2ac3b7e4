"""Models work as SQLAlchemy models do: made, filled and read back on SQLite."""

import datetime as dt
import warnings
from collections.abc import Iterator
from decimal import Decimal

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError, InvalidRequestError
from sqlalchemy.orm import DeclarativeBase, Session, configure_mappers
from sqlalchemy.schema import CreateIndex, CreateTable

from tests.emit.python.cases.odd import odd as odd_catalog
from tests.emit.python.golden.dungeon import models as m
from tests.emit.python.golden.guild import models as g
from tests.emit.python.golden.odd import models as odd


@pytest.fixture
def session() -> Iterator[Session]:
    """Open a session on an empty dungeon in memory."""
    engine = sa.create_engine("sqlite://")

    m.Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.execute(sa.text("PRAGMA foreign_keys = ON"))
        session.commit()
        yield session
    engine.dispose()


def goblin() -> m.Enemy:
    """Make an enemy with all that is required."""
    return m.Enemy(
        id="goblin",
        rarity="common",
        max_hp=20,
        is_boss=False,
        ability={"kind": "melee", "damage": 3},
        spawned_on=dt.datetime(2026, 1, 13, tzinfo=dt.UTC),
        kills=0,
    )


def sword() -> m.Item:
    """Make an item."""
    return m.Item(id="sword", name="Sword", price=Decimal("1.10"))


def test_mappers_are_configured_without_a_warning() -> None:
    """Relationships are unambiguous, and where they overlap they say so."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        configure_mappers()


def test_rows_come_back_through_relationships(session: Session) -> None:
    """What is linked in Python is linked after a commit."""
    enemy = goblin()
    enemy.theme = m.Theme(id="caves", element="ice")
    enemy.drops = [
        m.EnemyDrop(position=1, item_id="sword", chance=Decimal("0.250")),
        m.EnemyDrop(position=0, item_id="sword", chance=Decimal("0.5")),
    ]
    session.add_all([sword(), enemy])
    session.commit()
    theme = session.scalars(
        sa.select(m.Theme).options(
            sa.orm.selectinload(m.Theme.enemies).selectinload(m.Enemy.drops)
        )
    ).one()
    assert [e.id for e in theme.enemies] == ["goblin"]
    assert [d.chance for d in theme.enemies[0].drops] == [
        Decimal("0.5"),
        Decimal("0.25"),
    ]


def test_two_tables_may_refer_to_each_other(session: Session) -> None:
    """Rows of a cycle are inserted at once: one key is set after the rows."""
    enemy, theme = goblin(), m.Theme(id="caves", element="ice")
    enemy.theme, theme.boss = theme, enemy
    session.add(theme)
    session.commit()
    assert theme.boss_id == "goblin"
    assert enemy.theme_id == "caves"


def test_a_row_may_refer_to_its_own_table(session: Session) -> None:
    """A self-reference has two sides, one of them a list."""
    young, old = goblin(), goblin()
    old.id = "goblin_king"
    old.evolves_from = young
    session.add(old)
    session.commit()
    session.refresh(young, ["enemies_by_evolves_from"])
    assert young.enemies_by_evolves_from == [old]


@pytest.fixture
def guild() -> Iterator[Session]:
    """Open a session on a guild in memory; its schema is the database itself."""
    engine = sa.create_engine(
        "sqlite://", execution_options={"schema_translate_map": {"realm": None}}
    )
    g.Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


def test_rows_are_reached_across_a_table(guild: Session) -> None:
    """Both ends of an association lead to the other, in the order of the list."""
    spells = [g.Spell(id=name) for name in ("fire", "ice", "light")]
    hero = g.Character(id="ada", favored_spells=[], loot=[])
    hero.favored_spells = [
        g.FavoredSpell(position=i, value=name)
        for i, name in enumerate(("light", "fire", "light"))
    ]
    hero.character_spells = [g.CharacterSpell(spell_id="ice", since=1)]
    hero.loot = [g.CharacterLoot(position=0, spell_id="ice", fallback_spell_id="fire")]
    guild.add_all([*spells, hero])
    guild.commit()
    guild.expunge_all()
    ends = (g.Character.favored_spell_rows, g.Character.spells)
    more = (g.Character.loot_spells, g.Character.loot_fallback_spells)
    query = sa.select(g.Character).options(*map(sa.orm.selectinload, (*ends, *more)))
    found = guild.scalars(query).one()
    assert [s.id for s in found.favored_spell_rows] == ["light", "fire", "light"]
    assert [s.id for s in found.spells] == ["ice"]
    assert [s.id for s in found.loot_spells] == ["ice"]
    assert [s.id for s in found.loot_fallback_spells] == ["fire"]
    back = sa.select(g.Spell).options(sa.orm.selectinload(g.Spell.characters))
    holders = {s.id: [c.id for c in s.characters] for s in guild.scalars(back)}
    assert holders == {"fire": [], "ice": ["ada"], "light": []}


def test_rows_of_one_table_are_reached_across_another(guild: Session) -> None:
    """An association of a table with itself has two ends that are not mixed up."""
    guild.add_all([g.Character(id="ada"), g.Character(id="bo")])
    guild.add(g.Friendship(character_id="ada", friend_id="bo", since=1))
    guild.add_all([g.Region(world="w", name=name) for name in ("north", "south")])
    guild.add(g.Duel(world="w", home="north", away="south"))
    guild.commit()
    both = g.Character.friend_characters, g.Character.characters_by_friend
    query = sa.select(g.Character).options(*map(sa.orm.selectinload, both))
    people = {c.id: c for c in guild.scalars(query)}
    assert [c.id for c in people["ada"].friend_characters] == ["bo"]
    assert people["ada"].characters_by_friend == []
    assert [c.id for c in people["bo"].characters_by_friend] == ["ada"]
    away = sa.select(g.Region).options(
        sa.orm.selectinload(g.Region.away_regions_by_home)
    )
    rivals = {
        r.name: [a.name for a in r.away_regions_by_home] for r in guild.scalars(away)
    }
    assert rivals == {"north": ["south"], "south": []}


def test_nothing_is_loaded_behind_the_reader(session: Session) -> None:
    """A relationship that was not asked for raises."""
    session.add(sword())
    session.commit()
    with pytest.raises(InvalidRequestError, match="lazy='raise'"):
        session.scalars(sa.select(m.Item)).one().enemies_drops  # noqa: B018


def test_child_rows_go_with_their_parent(session: Session) -> None:
    """The database deletes the items of a list with the record."""
    enemy = goblin()
    enemy.tags = [m.EnemyTag(position=0, value="small")]
    session.add(enemy)
    session.commit()
    session.expire_all()
    session.delete(enemy)
    session.commit()
    assert session.scalars(sa.select(m.EnemyTag)).all() == []


def test_a_row_that_others_refer_to_stays(session: Session) -> None:
    """The database refuses; SQLAlchemy does not clear the references first."""
    theme = m.Theme(id="caves", element="ice")
    enemy = goblin()
    enemy.theme_id = "caves"
    session.add_all([theme, enemy])
    session.commit()
    session.expire_all()
    session.delete(theme)
    with pytest.raises(IntegrityError):
        session.flush()


def test_an_absent_json_value_is_null(session: Session) -> None:
    """None in a JSON column is NULL in the database, not a JSON null."""
    session.add(goblin())
    session.commit()
    query = sa.select(m.Enemy.id).where(m.Enemy.resistances.is_(None))
    assert session.scalars(query).all() == ["goblin"]


def test_a_moment_is_set_by_any_database(session: Session) -> None:
    """`now()` is spelled as the database at hand spells it."""
    enemy = goblin()
    session.add(enemy)
    session.commit()
    assert isinstance(enemy.updated_at, dt.datetime)


def test_constraints_have_the_names_of_the_catalog() -> None:
    """Every key and check on Postgres has its name; migrations rely on them."""
    sql = _postgres(m.Enemy)
    assert "CONSTRAINT enemies_pkey PRIMARY KEY (id)" in sql
    assert "CONSTRAINT enemies_id_check CHECK (id ~ '^[a-z_]+$')" in sql
    assert (
        "CONSTRAINT enemies_theme_id_fkey FOREIGN KEY(theme_id) REFERENCES themes (id)"
        " DEFERRABLE INITIALLY IMMEDIATE" in sql
    )


def test_child_rows_follow_their_parent_on_postgres() -> None:
    """The key of child rows cascades, at both events."""
    assert (
        "CONSTRAINT enemies_tags_enemy_id_fkey FOREIGN KEY(enemy_id)"
        " REFERENCES enemies (id) ON DELETE CASCADE ON UPDATE CASCADE"
        " DEFERRABLE INITIALLY IMMEDIATE" in _postgres(m.EnemyTag)
    )


def test_a_primary_key_keeps_its_order() -> None:
    """The order of a key is the schema's, not that of the columns."""
    assert "PRIMARY KEY (floor, theme_id)" in _postgres(m.FloorPool)


def test_sqlite_makes_no_check_of_postgres() -> None:
    """A check that only Postgres understands is made only there."""
    sql = _ddl(m.Enemy, sa.create_engine("sqlite://").dialect)
    assert "enemies_id_check" not in sql
    assert "enemies_rarity_check" in sql


def test_a_check_is_in_the_words_of_its_database(session: Session) -> None:
    """SQLite knows no `least`; the law holds there all the same."""
    assert "least(price, weight)" in _postgres(m.Item)
    session.add(m.Item(id="void", name="Void", price=Decimal(1), weight=-1.0))
    with pytest.raises(IntegrityError, match="items_weigh_something"):
        session.flush()


def test_indexes_are_as_declared() -> None:
    """Order, predicate and method reach Postgres."""
    sql = "\n".join(
        str(CreateIndex(index).compile(dialect=_plain_postgres()))
        for model in ("items", "enemies")
        for index in m.Base.metadata.tables[model].indexes
        if index.name != "items_name_key"
    )
    assert "ON items (price DESC, name) WHERE retired_at IS NULL" in sql
    assert "ON enemies USING gin (ability)" in sql


def test_sql_reaches_the_database_as_written() -> None:
    """Colons, backslashes and percent signs in SQL mean what they say."""
    sql = _ddl(odd.Base, _plain_postgres())
    for check in odd_catalog().table("bases").checks:
        assert f"CONSTRAINT {check.name} CHECK ({check.expression})" in sql
    assert "DEFAULT lower(':x')" in sql


def test_columns_may_hide_builtins() -> None:
    """A column `int` is a column, and the others are still integers."""
    engine = sa.create_engine("sqlite://")
    odd.ModelBase.metadata.create_all(engine)
    with Session(engine) as session:
        row = odd.Base(id=1, int=2, list=[None], key="k")
        row.language = "C++"
        row.steps_taken = [odd.BaseStep(position=0, what="up", at=3)]
        session.add(row)
        session.commit()
        assert (row.int, row.list, row.language) == (2, [None], "C++")
    engine.dispose()


def _plain_postgres() -> sa.Dialect:
    # Other parameter styles double percent signs, for the driver to halve them.
    return postgresql.dialect(paramstyle="named")  # type: ignore[no-untyped-call]


def _ddl(model: type[DeclarativeBase], dialect: sa.Dialect) -> str:
    table = model.metadata.tables[model.__tablename__]
    return str(CreateTable(table).compile(dialect=dialect))


def _postgres(model: type[m.Base]) -> str:
    return _ddl(model, _plain_postgres())
