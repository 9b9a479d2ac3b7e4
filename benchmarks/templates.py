"""The databases that runs start from."""

from databases import Database, create, derive
from product import Product

from seedc.sandbox.server import Server

# All that the seeds wrote becomes the application's.
_FOREIGN = ("UPDATE items SET id = 'app_' || id", "DROP SCHEMA seedc CASCADE")


def make_templates(
    postgres: Server, whole: Product, half: Product
) -> dict[str, Database]:
    """Make databases with other rows, with half of the seeds' rows and with all."""
    schema = (whole.folder / "out/postgres/schema.sql").read_text()
    empty = create(postgres, "empty", schema)
    return {
        "empty": empty,
        "half": _applied(empty, "half", half),
        "full": (full := _applied(empty, "whole", whole)),
        "filled": derive(full, "filled", *_FOREIGN),
    }


def _applied(empty: Database, name: str, product: Product) -> Database:
    database = derive(empty, name)
    product.apply(database)
    database.settle()
    return database
