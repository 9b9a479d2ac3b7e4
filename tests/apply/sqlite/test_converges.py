"""Whatever the seeds said and people did before, a file comes to what they say now."""

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings

from seedc.apply.sqlite.values import Seeds
from seedc.model.plan import Action
from seedc.model.table import RETIRED_AT, Owner
from seedc.postgres.literal import quote_name
from seedc.sqlite.value import parameters
from tests.apply import oracle
from tests.apply.edits import Change, Drop, Edit, Put
from tests.apply.seeds import Values
from tests.apply.sqlite import files
from tests.apply.world import World
from tests.apply.worlds import History, Step, histories
from tests.sql import build

MANY = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@MANY
@given(history=histories())
def test_any_seeds_follow_any_others(history: History) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """From any state to any other as the rules tell; a second run changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dev.db"
        for step in history.steps:
            _check_step(path, history, step)
            _do(path, step.edits)


def _check_step(path: Path, history: History, step: Step) -> None:
    assume(_says_what_the_seeds_say(step))
    seeds = _seeds(history, step)
    planned = files.plan(path, seeds)
    outcome = files.apply(path, seeds, expected=planned.fingerprint)
    assert outcome.plan.refusals == ()
    assert outcome.plan == planned
    found, wanted = _live(path, history), _imagined(step.run.world)
    assert found == wanted
    assert files.read(path, "PRAGMA foreign_key_check") == []
    differing = _counts_differ(files.counts(planned), step.run)
    assert differing == {}
    before = path.read_bytes()
    again = files.apply(path, seeds)
    assert (again.run, again.plan.is_empty) == (None, True)
    assert path.read_bytes() == before


def _seeds(history: History, step: Step) -> Seeds:
    catalog, said = history.catalog, step.seeds
    roots = [table for table in catalog.tables if table.parent is None]
    return Seeds(
        catalog,
        build.in_key_order(catalog, said.in_columns(catalog)),
        said.lifecycle(),
        {f"{table.name}.json": said.version for table in roots},
        files.GENEROUS,
    )


def _says_what_the_seeds_say(step: Step) -> bool:
    """Say whether the rules lead nothing away from what the seeds want.

    They may where a row passes a unique value on to another one, and is replaced.
    """
    return all(
        repr(step.run.world.live[table.name][key][column.name])
        == repr(row[column.name])
        for table in step.run.world.catalog.tables
        for key, row in step.seeds.rows.get(table.name, {}).items()
        for column in table.columns
        if column.owner is Owner.SEED
    )


def _counts_differ(
    found: dict[str, dict[Action, int]], run: oracle.Run
) -> dict[str, object]:
    """Return where a plan counts otherwise, but for updates where decimals differ."""
    wanted = {n: dict(c) for n, c in run.counts.items() if +c}
    differing: dict[str, object] = {}
    for name in {**wanted, **found}:
        one, other = Counter(wanted.get(name)), Counter(found.get(name))
        if _has_decimals(run, name):
            del one["update"], other["update"], one["adopt"], other["adopt"]
        if +one != +other:
            differing[name] = (one, other)
    return differing


def _has_decimals(run: oracle.Run, name: str) -> bool:
    return any(c.name == "amount" for c in run.world.catalog.table(name).columns)


def _imagined(world: World) -> dict[str, list[dict[str, object]]]:
    return {
        t.name: sorted(
            ({k: files.stored(t, k, v) for k, v in row.items()} for row in rows),
            key=_order,
        )
        for t in world.catalog.tables
        for rows in [world.live[t.name].values()]
    }


def _live(path: Path, history: History) -> dict[str, list[dict[str, object]]]:
    found = files.rows_of(path, history.catalog)
    return {
        t.name: sorted(
            (
                {
                    c.name: files.comparable(t, c.name, value)
                    for c, value in zip(t.columns, row, strict=True)
                }
                for row in found[t.name]
            ),
            key=_order,
        )
        for t in history.catalog.tables
    }


def _order(row: dict[str, object]) -> str:
    return repr(sorted(row.items()))


def _do(path: Path, edits: tuple[Edit, ...]) -> None:
    """Do to a file what people do."""
    with files.opened(path) as connection:
        for edit in edits:
            sql, values = _statement(edit)
            assert connection.execute(sql, values).rowcount == 1


def _statement(edit: Edit) -> tuple[str, list[object]]:
    table = edit.table
    name = f"main.{quote_name(table.name)}"
    same = " AND ".join(f"{quote_name(k)} = ?" for k in table.primary_key)
    match edit:
        case Put(_, row):
            written = {k: v for k, v in row.items() if k != RETIRED_AT}
            columns = ", ".join(map(quote_name, written))
            marks = ", ".join("?" * len(written))
            sql = f"INSERT INTO {name} ({columns}) VALUES ({marks})"  # noqa: S608, quoted
            return sql, _given(edit, written)
        case Change(_, key, new):
            setting = ", ".join(f"{quote_name(k)} = ?" for k in new)
            by_key = dict(zip(table.primary_key, key, strict=True))
            sql = f"UPDATE {name} SET {setting} WHERE {same}"  # noqa: S608, quoted
            return sql, [*_given(edit, new), *_given(edit, by_key)]
        case Drop(_, key):
            by_key = dict(zip(table.primary_key, key, strict=True))
            return f"DELETE FROM {name} WHERE {same}", _given(edit, by_key)  # noqa: S608, quoted


def _given(edit: Edit, row: Values) -> list[object]:
    return [
        parameters(edit.table.column(name).type, [value])[0]
        for name, value in row.items()
    ]
