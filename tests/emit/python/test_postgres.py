"""On Postgres, the models make the same tables as `out/postgres/schema.sql`."""

from collections.abc import Iterator

import psycopg
import pytest
import sqlalchemy as sa

from seedc.emit.sql.schema import postgres_schema
from seedc.model.catalog import Catalog
from seedc.model.project import PostgresOptions
from seedc.sandbox.server import Server
from tests.emit.python.cases.dungeon import dungeon
from tests.emit.python.cases.odd import odd
from tests.emit.python.golden.dungeon import models as dungeon_models
from tests.emit.python.golden.odd import models as odd_models
from tests.support.postgres import embedded_server, fresh_database

__all__ = ["embedded_server"]

pytestmark = pytest.mark.postgres

# Of each table: columns, constraints, indexes and comments, as Postgres prints them.
DESCRIBE = """
SELECT 'column', table_name, column_name, data_type, is_nullable, column_default,
       numeric_precision, numeric_scale, character_maximum_length
  FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL
SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid),
       condeferrable::text, condeferred::text, NULL, NULL, NULL
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL
SELECT 'index', tablename, indexname, indexdef, NULL, NULL, NULL, NULL, NULL
  FROM pg_indexes WHERE schemaname = 'public'
UNION ALL
SELECT 'comment', objoid::regclass::text, objsubid::text, description,
       NULL, NULL, NULL, NULL, NULL
  FROM pg_description WHERE classoid = 'pg_class'::regclass
   AND objoid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
ORDER BY 1, 2, 3, 4
"""


@pytest.fixture
def database(embedded_server: Server) -> Iterator[str]:
    """Make an empty database."""
    with fresh_database(embedded_server) as conninfo:
        yield conninfo


@pytest.mark.parametrize(
    ("catalog", "metadata"),
    [
        (dungeon(), dungeon_models.Base.metadata),
        (odd(), odd_models.ModelBase.metadata),
    ],
    ids=["dungeon", "odd"],
)
def test_models_and_schema_make_the_same_tables(
    catalog: Catalog, metadata: sa.MetaData, database: str
) -> None:
    """Nobody can tell which of the two made a database."""
    engine = sa.create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(database)
    )
    metadata.create_all(engine)
    engine.dispose()
    with psycopg.connect(database, autocommit=True) as connection:
        from_models = connection.execute(DESCRIBE).fetchall()
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
        ddl = postgres_schema(catalog, PostgresOptions())
        connection.execute(ddl.encode())
        assert connection.execute(DESCRIBE).fetchall() == from_models
