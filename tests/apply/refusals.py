"""Releases that must be refused, each for one reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import final

from seedc.model.plan import Allowance
from seedc.model.project import Deploy
from seedc.model.release import Release
from tests.apply.releases import GENEROUS
from tests.apply.seeds import Entries, Left
from tests.apply.stock import State, item, state, stock, stock_sql


@final
@dataclass(frozen=True, slots=True)
class Case:
    """A release that follows the stock of version 1.0.0, and is refused.

    Attributes:
        code: The refusal's code.
        table: The table that it is about.
        keys: The rows that it is about.
        total: How many rows it is about.
        people: SQL that people ran since.
        rows: The rows of the release.
        version: Its version.
        left: What became of keys.
        deploy: Limits.
        allow: What overrides it.
    """

    code: str
    table: str | None
    keys: tuple[str, ...] = ()
    total: int = 0
    people: str = ""
    rows: State = field(default_factory=lambda: changed())  # noqa: PLW0108, it stands below
    version: str = "1.1.0"
    left: Entries = field(default_factory=dict)
    deploy: Deploy = GENEROUS
    allow: Allowance | None = None

    def release(self) -> Release:
        """Return the release."""
        return stock(self.rows, self.version, self.left, self.deploy)

    def seed_sql(self) -> str:
        """Return its `seed.sql`."""
        return stock_sql(self.rows, self.version, self.left, self.deploy)


def changed(*without: str, **renamed: str) -> State:
    """Return the stock at other prices, with items left out or renamed."""
    rows = state()
    rows["items"] = [
        item(renamed.get(str(row[0]), str(row[0])), int(str(row[1])), price=Decimal(9))
        for row in rows["items"]
        if row[0] not in without
    ]
    rows["items_tags"] = [
        (renamed.get(str(owner), owner), *rest)
        for owner, *rest in rows["items_tags"]
        if owner not in without
    ]
    return rows


def removed(*keys: str, to: str | None = None) -> Entries:
    """Return the entries of removed items."""
    end = None if to is None else (to,)
    return {"items": {(key,): Left(removed=True, to=end) for key in keys}}


RENAMED: Entries = {"items": {("bun",): Left(removed=False, to=("bread",))}}
MINE = "INSERT INTO items (id, rank, price, tuned, made_of) VALUES ('{}', 9, 1, 1, {})"


def foreign(rule: str) -> str:
    """Return SQL that has two rows of another table refer to `bun`."""
    return (
        "CREATE TABLE public.bounties (id bigint PRIMARY KEY,"  # noqa: S608, ours
        f" item text DEFAULT 'ale' REFERENCES items {rule});"
        " INSERT INTO public.bounties VALUES (1, 'bun'), (2, 'bun'), (3, 'ale')"
    )


_RULES = (
    "", "ON DELETE CASCADE", "ON DELETE SET NULL", "ON DELETE SET DEFAULT",
    "ON DELETE RESTRICT", "DEFERRABLE INITIALLY DEFERRED",
)  # fmt: skip

CASES: Mapping[str, Case] = {
    "a row left without an entry": Case(
        "unlisted-rows", "items", ("bun",), 1, rows=changed("bun")
    ),
    "two rows left without an entry": Case(
        "unlisted-rows", "items", ("bun", "hop"), 2, rows=changed("bun", "hop")
    ),
    "a new row is the application's already": Case(
        "unknown-rows", "items", ("bread",), 1,
        people=MINE.format("bread", "NULL"),
        rows={**state(), "items": [*state()["items"], item("bread", 4)]},
        allow="adopt",
    ),
    "the application added to a list that is new to the seeds": Case(
        "unknown-rows", "items_tags", ("(ale, 2)",), 1,
        people="INSERT INTO items_tags VALUES ('ale', 2, 'mine')",
        rows={**state(), "items_tags": [*state()["items_tags"], ("ale", 2, "new")]},
        allow="adopt",
    ),
    **{
        f"rows of others refer to what goes, {rule or 'NO ACTION'}": Case(
            "foreign-references", "items", total=2, people=foreign(rule),
            rows=changed("bun"), left=removed("bun"),
        )
        for rule in _RULES
    },
    "the application's own row refers to what goes": Case(
        "foreign-references", "items", total=1, people=MINE.format("mine", "'bun'"),
        rows=changed("bun"), left=removed("bun"),
    ),
    "the application's item is in a list that goes": Case(
        "foreign-references", "items", total=1,
        people="INSERT INTO items_tags VALUES ('bun', 7, 'mine')",
        rows=changed("bun"), left=removed("bun"),
    ),
    "rows of others would be led to a replacement": Case(
        "foreign-references", "items", total=2, people=foreign(""),
        rows=changed("bun"), left=removed("bun", to="ale"),
    ),
    "rows of others do not follow a new key": Case(
        "rename-blocked", "items", total=2, people=foreign(""),
        rows=changed(bun="bread"), left=RENAMED,
    ),
    "rows of others lose a new key": Case(
        "rename-blocked", "items", total=2, people=foreign("ON UPDATE SET NULL"),
        rows=changed(bun="bread"), left=RENAMED,
    ),
    "the new key is taken": Case(
        "rename-conflict", "items", ("bun",), 1, people=MINE.format("bread", "NULL"),
        rows=changed(bun="bread"), left=RENAMED,
    ),
    "too many rows go": Case(
        "too-many-removed", "items", total=2,
        rows=changed("bun", "hop"), left=removed("bun", "hop"),
        deploy=Deploy(max_removed=1, max_removed_share=Decimal(1)), allow="removals",
    ),
    "too large a share goes": Case(
        "too-many-removed", "items", total=2,
        rows=changed("bun", "hop"), left=removed("bun", "hop"),
        deploy=Deploy(max_removed=9, max_removed_share=Decimal("0.5")),
        allow="removals",
    ),
    "an older version": Case("lower-version", None, version="0.9.9", allow="downgrade"),
    "an older version, as numbers go": Case(
        "lower-version", None, version="1.0.0-rc.10", allow="downgrade"
    ),
    "other rows under the same version": Case(
        "diverged-version", "items", ("ale", "bun", "hop"), 3,
        version="1.0.0", allow="divergence",
    ),
}  # fmt: skip
