"""Databases that a release cannot be brought to, and what is said of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import final

from seedc.model.project import Deploy
from tests.apply.refusals import changed
from tests.apply.releases import GENEROUS
from tests.apply.seeds import Seeds
from tests.apply.stock import CATALOG, item, seeds_of


@final
@dataclass(frozen=True, slots=True)
class Failure:
    """A database that is not as it should be.

    Attributes:
        people: SQL that people ran.
        says: What is told, in pieces.
        settings: Settings of the sessions.
        deploy: Limits of the release.
    """

    people: str
    says: tuple[str, ...]
    settings: Mapping[str, str] = field(default_factory=dict)
    deploy: Deploy = GENEROUS


_DIFFERS = "the database is not what the schemas say"
_SLOW = """
CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_sleep(20); RETURN NEW; END $$;
CREATE TRIGGER slow BEFORE UPDATE ON items EXECUTE FUNCTION slow()
"""
_STUBBORN = """
CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE 'not on a Friday'; END $$;
CREATE TRIGGER no BEFORE INSERT ON items EXECUTE FUNCTION no()
"""

FAILURES: Mapping[str, Failure] = {
    "read only": Failure(
        "", ("the database takes no writes",), {"default_transaction_read_only": "on"}
    ),
    "no schema": Failure("DROP SCHEMA public CASCADE", (_DIFFERS, "public")),
    "no table": Failure("DROP TABLE items_tags", (_DIFFERS, "items_tags")),
    "a column dropped": Failure("ALTER TABLE items DROP price", (_DIFFERS, "price")),
    "a column renamed": Failure(
        "ALTER TABLE items RENAME rank TO place", (_DIFFERS, "rank")
    ),
    "a type changed": Failure(
        "ALTER TABLE items ALTER price TYPE integer USING 1", (_DIFFERS, "integer")
    ),
    "a column that must be filled": Failure(
        "ALTER TABLE items ADD weight integer NOT NULL DEFAULT 1;"
        " ALTER TABLE items ALTER weight DROP DEFAULT",
        ("column `weight` of `items` may not be empty",),
    ),
    "a check": Failure(
        "ALTER TABLE items ADD CONSTRAINT cheap CHECK (price < 5)",
        ("check `cheap` of `items` does not hold",),
    ),
    "a unique key": Failure(
        "UPDATE items SET price = rank; CREATE UNIQUE INDEX one_price ON items (price)",
        ("unique constraint `one_price` of `items` does not hold",),
    ),
    "a trigger that refuses": Failure(_STUBBORN, ("not on a Friday",)),
    "a trigger that takes its time": Failure(
        _SLOW,
        ("a statement took longer than `statement_timeout`",),
        deploy=Deploy(statement_timeout="300ms"),
    ),
    "half a ledger": Failure("DROP TABLE seedc.state", ("seedc.state",)),
    "a table of others in the way of the ledger": Failure(
        "DROP TABLE seedc.outbox", ("seedc.outbox",)
    ),
}


def seeds() -> Seeds:
    """Return seeds that change what is there, and add to it."""
    rows = changed()
    rows["items"].append(item("pie", 4))
    return seeds_of(CATALOG, rows, "1.1.0")
