"""Plans, made by hand, for the golden files: every action, refusal and impact."""

from collections.abc import Mapping
from dataclasses import replace

from seedc.model.plan import (
    Action,
    Allowance,
    ColumnChange,
    Impact,
    Plan,
    Refusal,
    RowChange,
    TablePlan,
)

ESC = "\x1b"
FINGERPRINT = "0123456789abcdef" * 4
NOW, THEN = "a1b2c3d4" * 8, "9f8e7d6c" * 8

HOSTILE = (
    f"{ESC}[2J{ESC}]0;owned\x07",
    "\n- delete everything\r\x9b",
    "\u202eelbisivni\u200b\u2028\ud800\U000e0041",
    "a`b``c```\n```\n</details><script>alert(1)</script>",
    "| a | b |\\| @everyone #1 **bold** [x](javascript:1) <img src=x>",
    "##[add-mask]x ::error::x https://evil.example www.evil.example",
    '"} -> {"',
)


def table(
    name: str, *rows: RowChange, unchanged: int = 0, listed: bool = True
) -> TablePlan:
    """Return what happens to a table, its counts those of the rows."""
    counts: dict[Action, int] = {}
    for row in rows:
        counts[row.action] = counts.get(row.action, 0) + 1
    return TablePlan(name, counts, unchanged, rows if listed else None)


def row(action: Action, *key: str) -> RowChange:
    """Return what happens to a row."""
    return RowChange(action, key)


def update(key: str, **columns: tuple[str | None, str | None]) -> RowChange:
    """Return an update, with each column's old and new value."""
    changes = tuple(ColumnChange(c, old, new) for c, (old, new) in columns.items())
    return RowChange("update", (key,), columns=changes)


def refusal(
    code: str,
    message: str,
    *keys: str,
    table: str | None = "enemies",
    allow: Allowance | None = None,
    total: int = 0,
) -> Refusal:
    """Return a refusal about some rows."""
    return Refusal(code, table, message, keys, max(total, len(keys)), allow)


def plan(
    *tables: TablePlan,
    versions: Mapping[str, tuple[str | None, str | None]] | None = None,
    impacts: tuple[Impact, ...] = (),
    refusals: tuple[Refusal, ...] = (),
) -> Plan:
    """Return a plan for a database that has seen a run."""
    return Plan(
        target="roguelike",
        database="game at db.example:5432",
        head=41,
        versions=versions or {"enemies.json": ("1.4.0", "1.4.0")},
        digest=(NOW, THEN if tables else NOW),
        tables=tables,
        unchanged=880,
        impacts=impacts,
        refusals=refusals,
        fingerprint=FINGERPRINT,
    )


RENAMED = RowChange("rename", ("goblin_cheif",), ("goblin_chief",))
LORE = "It was born in a cave and has eaten nothing but mushrooms since, they say. " * 4
EVERY_ACTION = plan(
    table(
        "enemies",
        row("adopt", "bat"),
        row("delete", "old_rat"),
        row("forget", "ghost"),
        update("goblin", hp=("20", "24"), name=("Goblin", "Goblin Scout")),
        RENAMED,
        row("insert", "shaman"),
        row("keep", "troll"),
        row("retire", "wolf"),
        unchanged=97,
    ),
    table(
        "enemies_drops",
        RowChange("delete", ("old_rat", "0")),
        RowChange(
            "update", ("goblin", "1"), columns=(ColumnChange("chance", "0.06", "0.1"),)
        ),
        RowChange("rename", ("a b", "0"), ("a b", "1")),
        unchanged=310,
    ),
    versions={
        "enemies.json": ("1.3.0", "1.4.0"),
        "items.json": (None, "1.0.0"),
        "levels/cave.json": ("2.0.0", None),
        "quests.json": ("1.1.1", "1.1.1"),
    },
)

VALUES = plan(
    table(
        "items",
        update(
            "numbers",
            up=("20", "24"),
            down=("1.10", "0.55"),
            form=("1.0", "1.00"),
            from_zero=("0", "7"),
            across_zero=("-3", "3"),
            negative=("-10", "-15"),
            slight=("1000000", "1000001"),
            huge=("9007199254740993", "9007199254740994"),
            long_decimals=("0.1", "0.10000000000000000000000000000001"),
            far=("1", "99999999"),
            zeros=("007", "008"),
        ),
        update(
            "texts",
            empty=("", "x"),
            quotes=('say "hi"', "say 'hi'"),
            null=("null", None),
            from_null=(None, "null"),
            number_to_null=("3", None),
            flag=("false", "true"),
            lines=("one\ntwo", "one\ntwo\n"),
            wide=("剣" * 80 + "火" + "剣" * 80, "剣" * 80 + "氷" + "剣" * 80),
            lore=(LORE, LORE.replace("mushrooms", "worms", 1)),
            longer=("a" * 100, "a" * 200),
            other=("a" * 200, "b" * 200),
        ),
        update(
            "json",
            stats=('{"hp": 1, "mp": 2}', '{"hp": 1, "mp": 3}'),
            long=(
                f'{{"tags": [{", ".join(["1"] * 50)}], "hp": 20}}',
                f'{{"tags": [{", ".join(["1"] * 50)}], "hp": 24}}',
            ),
            none=("[]", None),
            almost=("[1, 2", "[1, 2]"),
        ),
    ),
)

REFUSED = plan(
    table("enemies", row("delete", "old_rat"), row("insert", "rat"), unchanged=3),
    impacts=(
        Impact(
            "enemies", "delete", "app.kills", "kills_fkey", "cascade", 12, refused=True
        ),
        Impact("enemies", "delete", "app.pets", "pets_fk", "set null", 1, refused=True),
        Impact("enemies", "rename", "app.x", "x_fkey", "no action", 1200, refused=True),
        Impact("items", "rename", "app.bags", "bags_fkey", "cascade", 7, refused=False),
        Impact(
            "items", "delete", "drops", "drops_fkey", "re-pointed", 3, refused=False
        ),
    ),
    refusals=(
        refusal(
            "unknown-rows",
            "2 rows are in the database and differ from the seeds",
            "bat",
            "two words",
            allow="adopt",
        ),
        refusal(
            "unknown-rows",
            "1 row is in the database and differs from the seeds",
            "(bat, 2)",
            table="enemies_drops",
            allow="adopt",
        ),
        refusal(
            "unlisted-rows",
            "1,200 rows left the seeds without an entry in `removed`",
            *(f"enemy_{n}" for n in range(12)),
            total=1200,
        ),
        refusal("foreign-references", "12 rows of `app.kills` refer to 1 row"),
        refusal("rename-conflict", "both keys are live", "goblin_cheif"),
        refusal("rename-blocked", "`app.x` does not follow", "goblin_cheif"),
        refusal("too-many-removed", "60 of 100 rows would go", allow="removals"),
        refusal(
            "lower-version",
            "`enemies.json` has the version 1.3.0, and 1.4.0 was applied",
            table=None,
            allow="downgrade",
        ),
        refusal("diverged-version", "the same version, other rows", allow="divergence"),
        refusal("forked-history", "abc does not descend from def", allow="fork"),
        refusal("edited-rows", "these rows were changed since", "bat"),
        refusal("lost-references", "1 row would refer to rows that are not there"),
        refusal("taken-values", "1 row would get values that rows have"),
        refusal("other-type", "column price is integer in the database"),
        refusal("plan-changed", "the plan is another one by now", table=None),
        refusal("anything-else", "a reason without advice"),
    ),
)

HUGE = plan(
    table(
        "items",
        *(row("delete", f"old_{n:05}") for n in range(3000)),
        *(
            update(f"item_{n:05}", price=(str(n), str(n + 1)), text=("x" * 99, "y"))
            for n in range(3000)
        ),
        *(row("insert", f"new_{n:05}") for n in range(3000)),
        unchanged=91_000,
    ),
    *(table(f"t_{n}", row("insert", "a")) for n in range(150)),
    versions={f"f{n}.json": ("1.0.0", "1.0.1") for n in range(150)},
)

INJECTION = replace(
    plan(
        table(
            HOSTILE[4],
            *(RowChange("insert", (text,)) for text in HOSTILE),
            *(RowChange("rename", (text, "0"), (text, "1")) for text in HOSTILE),
            *(
                RowChange("update", ("k",), columns=(ColumnChange(text, text, "x"),))
                for text in HOSTILE
            ),
        ),
        versions={text: (text, None) for text in HOSTILE},
        impacts=tuple(
            Impact(text, "delete", text, text, "cascade", 1, refused=True)
            for text in HOSTILE
        ),
        refusals=tuple(
            refusal("unknown-rows", text, *HOSTILE, table=text) for text in HOSTILE
        ),
    ),
    target=HOSTILE[3],
    database=HOSTILE[4],
)

CASES: Mapping[str, Plan] = {
    "every_action": EVERY_ACTION,
    "values": VALUES,
    "refused": REFUSED,
    "nothing_to_do": plan(),
    "first_run": replace(
        plan(
            table("items", *(row("insert", f"i{n}") for n in range(3))),
            versions={"items.json": (None, "1.0.0")},
        ),
        head=None,
        digest=(None, THEN),
        unchanged=0,
    ),
    "versions_alone": plan(versions={"items.json": ("1.0.0", "1.0.1")}),
    "refused_without_rows": plan(refusals=REFUSED.refusals[6:7]),
    "counts_alone": plan(
        table("items", *(row("insert", f"i{n}") for n in range(1234)), listed=False)
    ),
    "huge": HUGE,
    "injection": INJECTION,
}
