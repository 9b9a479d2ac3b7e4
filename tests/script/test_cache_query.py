"""The cache holds records as the seeds write them, and only what clients may see."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings

from seedc.database.connect import opened
from seedc.database.statements import ask, execute
from seedc.model import column_type as kinds
from seedc.model.catalog import Catalog, Row
from seedc.model.column_type import ColumnType
from seedc.model.json_value import JsonValue
from seedc.script.cache_query import cache_query
from tests.sql import build, run, values
from tests.sql.test_literals import HOSTILE
from tests.support.live_tables import fill, load
from tests.support.projects import schema, seed

pytestmark = pytest.mark.postgres

SERVER = {"x-column": {"visibility": "server"}}
TEXT = {"type": "string"}
MOMENT = {**TEXT, "format": "date-time"}
LIST = {"type": "array", "items": TEXT, "x-column": {"store": "rows"}}


def records(
    conninfo: str, catalog: Catalog, table: str, name: str = "public"
) -> dict[str, str]:
    """Return what the cache gets of a table, by key, in order."""
    query = cache_query(catalog, catalog.table(table), name)
    assert query is not None
    with opened(conninfo) as connection:
        answer = ask(connection, query)
    assert [column.name for column in answer.columns] == ["key", "json"]
    return dict(cast("list[tuple[str, str]]", answer.rows))


def read(text: str) -> JsonValue:
    """Return JSON with its numbers exact."""
    return cast("JsonValue", json.loads(text, parse_float=Decimal))


def test_a_record_is_what_the_file_says(database: str, tmp_path: Path) -> None:
    """It has the file's own names, order and digits, and each value in UTC."""
    properties = {
        "displayName": {"type": "string"},
        "price": {"type": "number"},
        "money": {"type": "number", "x-column": {"type": "numeric(6,2)"}},
        "weight": {"type": "number", "x-column": {"type": "double precision"}},
        "big": {"type": "integer"},
        "flag": {"type": "boolean"},
        "uid": {"type": "string", "format": "uuid"},
        "day": {"type": "string", "format": "date"},
        "hour": {"type": "string", "format": "time"},
        "at": MOMENT,
        "local": {**MOMENT, "x-column": {"type": "timestamp"}},
        'odd "key"\\ é\u2028': {"type": "integer", "x-column": {"name": "odd"}},
        "any": True,
    }
    record = (
        '{ "id": "a", "displayName": "Tab\\t \\"q\\" \\\\ \\u2028 🐉", "price": 1.10,'
        ' "money": 12.3, "weight": 1e-3, "big": 9007199254740991, "flag": true,'
        ' "uid": "6F1C9A52-7D0E-4B3A-9C55-0A1B2C3D4E5F", "day": "2026-01-13",'
        ' "hour": "09:30:00.500Z", "at": "2026-01-13T09:30:00+01:00",'
        ' "local": "2026-01-13T09:30:00.000001Z", "odd \\"key\\"\\\\ é\\u2028": 1,'
        ' "any": {"n": 1.10, "b": null} }'
    )
    files = {
        "schemas/items.schema.json": schema(properties),
        "seeds/items.json": seed(record),
    }
    catalog = load(database, tmp_path, files)

    assert records(database, catalog, "items") == {
        "a": (
            '{"id":"a","displayName":"Tab\\t \\"q\\" \\\\ \u2028 🐉","price":1.10,'
            '"money":12.30,"weight":0.001,"big":9007199254740991,"flag":true,'
            '"uid":"6f1c9a52-7d0e-4b3a-9c55-0a1b2c3d4e5f","day":"2026-01-13",'
            '"hour":"09:30:00.5Z","at":"2026-01-13T08:30:00Z",'
            '"local":"2026-01-13T09:30:00.000001Z","odd \\"key\\"\\\\ é\u2028":1,'
            '"any":{"b": null, "n": 1.10}}'
        )
    }


def test_absent_and_null_are_told_apart(new_database: str, tmp_path: Path) -> None:
    """An optional NULL is absent; a required one is null; so in lists."""
    nullable = {"type": ["string", "null"]}
    steps = {
        **LIST,
        "items": {
            "type": "object",
            "properties": {"do": nullable, "why": {"type": "string"}},
            "required": ["do"],
        },
    }
    files = {
        "schemas/items.schema.json": schema(
            {"note": nullable, "hint": nullable, "tags": LIST, "steps": steps},
            required=["id", "note", "steps"],
        ),
        "seeds/items.json": seed(
            {"id": "a", "note": None, "hint": None, "tags": [], "steps": []},
            {"id": "b", "note": "n", "tags": ["x", "y"], "steps": [{"do": None}]},
        ),
    }
    catalog = load(new_database, tmp_path, files)

    assert records(new_database, catalog, "items") == {
        "a": '{"id":"a","note":null,"steps":[]}',
        "b": '{"id":"b","note":"n","tags":["x","y"],"steps":[{"do":null}]}',
    }


def test_lists_keep_their_order(database: str, tmp_path: Path) -> None:
    """Items stand as in the file, whatever their own key is."""
    drops = {
        **LIST,
        "items": {
            "type": "object",
            "x-table": {"primaryKey": "item"},
            "required": ["item"],
            "properties": {"item": {"type": "string"}, "secret": {**SERVER, **TEXT}},
        },
    }
    items = [{"item": f"i{n:02}", "secret": "s"} for n in reversed(range(12))]
    files = {
        "schemas/enemies.schema.json": schema(
            {"zone": TEXT, "n": {"type": "integer"}, "drops": drops},
            required=["zone", "n"],
            x_table={"primaryKey": ["zone", "n"]},
        ),
        "seeds/enemies.json": seed(
            {"id": "x", "zone": 'a"b', "n": 1, "drops": items},
            {"id": "y", "zone": "é", "n": 10},
            {"id": "z", "zone": "é", "n": 9},
        ),
    }
    catalog = load(database, tmp_path, files, "game")

    found = records(database, catalog, "enemies", "game")
    assert list(found) == ['["a\\"b",1]', '["é",9]', '["é",10]']
    assert [{"item": each["item"]} for each in items] == cast(
        "Mapping[str, JsonValue]", read(found['["a\\"b",1]'])
    )["drops"]


def test_what_servers_own_stays_there(new_database: str, tmp_path: Path) -> None:
    """No table, column, list or member of a list that is the server's is told."""
    hidden = {
        **LIST,
        "items": TEXT,
        "x-column": {"store": "rows", **SERVER["x-column"]},
    }
    files = {
        "schemas/open.schema.json": schema(
            {"secret": {**TEXT, **SERVER}, "h": LIST | hidden}
        ),
        "seeds/open.json": seed({"id": "a", "secret": "s", "h": ["s"]}),
        "schemas/shut.schema.json": schema({}, x_table={"visibility": "server"}),
        "seeds/shut.json": seed({"id": "s"}),
        "schemas/keyless.schema.json": schema({"id": {**TEXT, **SERVER}, "n": TEXT}),
        "seeds/keyless.json": seed({"id": "s", "n": "x"}),
    }
    catalog = load(new_database, tmp_path, files)

    queries = {t.name: cache_query(catalog, t, "public") for t in catalog.tables}
    assert {"open"} == {name for name, query in queries.items() if query}
    assert records(new_database, catalog, "open") == {"a": '{"id":"a"}'}


def test_rows_are_as_they_live(new_database: str, tmp_path: Path) -> None:
    """Retired rows are left out; what the live system wrote is told."""
    owned = {
        "price": {"type": "number", "x-column": {"owner": "once"}},
        "kills": {"type": "integer", "x-column": {"owner": "live", "default": "0"}},
        "mood": {"type": ["string", "null"], "x-column": {"owner": "live"}},
    }
    files = {
        "schemas/items.schema.json": schema(owned, x_table={"removed": "retire"}),
        "seeds/items.json": seed(*({"id": each, "price": 1} for each in "abc")),
    }
    catalog = load(new_database, tmp_path, files)
    with opened(new_database) as connection:
        execute(connection, b"UPDATE items SET retired_at = now() WHERE id = 'b'")
        execute(connection, b"UPDATE items SET price = 2.50, kills = 7 WHERE id = 'a'")

    assert records(new_database, catalog, "items") == {
        "a": '{"id":"a","price":2.50,"kills":7}',
        "c": '{"id":"c","price":1,"kills":0}',
    }


@pytest.mark.parametrize(
    ("kind", "written", "key"),
    [
        ({"type": "integer"}, "-7", "-7"),
        ({"type": "number"}, "1.10", "1.10"),
        (TEXT, '"a\\u001f\\"\\\\ \U0001f409:*"', 'a\x1f"\\ \U0001f409:*'),
        ({**TEXT, "format": "date"}, '"2026-01-13"', "2026-01-13"),
        (MOMENT, '"2026-01-13T01:00:00+01:00"', "2026-01-13T00:00:00Z"),
    ],
    ids=["integer", "number", "text", "date", "moment"],
)  # fmt: skip
def test_a_key_is_plain_text(
    new_database: str, tmp_path: Path, kind: Mapping[str, str], written: str, key: str
) -> None:
    """A key of one column is its value: that of the record, without quotes."""
    files = {
        "schemas/items.schema.json": schema({"id": kind}),
        "seeds/items.json": seed(f'{{ "id": {written} }}'),
    }
    catalog = load(new_database, tmp_path, files)

    found = records(new_database, catalog, "items")
    assert [key] == list(found)
    record = cast("Mapping[str, JsonValue]", read(found[key]))
    assert key == (record["id"] if isinstance(record["id"], str) else str(record["id"]))


def test_a_wide_table_fits(new_database: str) -> None:
    """A table may have more columns than a function of Postgres takes arguments."""
    wide = build.table("wide", *(build.column(f"c{i}") for i in range(150)))
    catalog = build.catalog(wide)
    fill(new_database, catalog, {"wide": [tuple(map(str, range(150)))]})

    found = records(new_database, catalog, "wide")["0"]
    assert {f"c{i}": str(i) for i in range(150)} == read(found)


EVERYTHING = build.catalog(
    build.table(
        "everything",
        build.column("number", kinds.Integer()),
        *(
            build.column(f"c{i}", kind, nullable=True)
            for i, kind in enumerate(values.KINDS)
        ),
    )
)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(values.rows())
def test_every_value_comes_back(new_database: str, rows: list[Row]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Values of every type are in the record as in the row, in any kind of session."""
    with run.connected(new_database) as connection:
        connection.execute(
            "DROP SCHEMA IF EXISTS public, seedc CASCADE; CREATE SCHEMA public"
        )
    numbered = [(number, *row[1:]) for number, row in enumerate(rows)]
    fill(new_database, EVERYTHING, {"everything": numbered})

    settings = {**HOSTILE, "extra_float_digits": "1"}
    odd = run.with_options(new_database, settings, "UTF8")
    found = records(odd, EVERYTHING, "everything")
    assert list(map(str, range(len(rows)))) == list(found)
    for row, text in zip(numbered, found.values(), strict=True):
        record = list(cast("Mapping[str, JsonValue]", read(text)).values())
        assert row[0] == record[0]
        for kind, value, told in zip(values.KINDS, row[1:], record[1:], strict=True):
            assert _told(kind, value) == _exact(kind, told)


def _told(kind: ColumnType, value: JsonValue) -> object:
    """Return what the cache has to say of a value."""
    if isinstance(kind, kinds.Time | kinds.Timestamp) and isinstance(value, str):
        whole, _, fraction = value.replace(" ", "T").partition(".")
        return f"{whole}.{fraction.rstrip('0')}Z" if fraction else f"{whole}Z"
    return _exact(kind, value)


def _exact(kind: ColumnType, value: JsonValue) -> object:
    """Return a value so that what is not the same is not equal, as `1.10` and `1.1`."""
    dated = isinstance(kind, kinds.Time | kinds.Timestamp | kinds.Date)
    return value if dated else values.in_python(kind, value)
