"""A rule reads the rows of the seeds, and nothing else on earth."""

import re

import pytest

from seedc.database.statements import execute
from seedc.model.catalog import Row
from seedc.model.column_type import Json
from seedc.model.rule import Refusal, Unanswered, Verdict
from seedc.sandbox.connect import connected
from seedc.sandbox.judge.run import run_rules
from seedc.sandbox.judge.tables import Filled
from seedc.sandbox.server import Server
from tests.sandbox.judge.court import WORLD, offenders, refusal, rule
from tests.sql import build

pytestmark = pytest.mark.postgres

CALLS = {
    "pg_read_file('/etc/passwd')": "pg_read_file",
    "pg_read_binary_file('/etc/passwd')": "pg_read_binary_file",
    "pg_ls_dir('/')": "pg_ls_dir",
    "pg_stat_file('/etc/passwd')": "pg_stat_file",
    "pg_current_logfile()": "pg_current_logfile",
    "pg_sleep(1)": "pg_sleep",
    "pg_sleep_for('1 s')": "pg_sleep_for",
    "now()": "now",
    "clock_timestamp()": "clock_timestamp",
    "statement_timestamp()": "statement_timestamp",
    "transaction_timestamp()": "transaction_timestamp",
    "timeofday()": "timeofday",
    "age(since)": "age",
    "pg_postmaster_start_time()": "pg_postmaster_start_time",
    "random()": "random",
    "random(1, 6)": "random",
    "setseed(0.5)": "setseed",
    "gen_random_uuid()": "gen_random_uuid",
    "uuidv7()": "uuidv7",
    "set_config('statement_timeout', '0', false)": "set_config",
    "current_setting('data_directory')": "current_setting",
    "version()": "version",
    "pg_backend_pid()": "pg_backend_pid",
    "pg_terminate_backend(1)": "pg_terminate_backend",
    "pg_cancel_backend(1)": "pg_cancel_backend",
    "pg_reload_conf()": "pg_reload_conf",
    "pg_notify('a', 'b')": "pg_notify",
    "pg_advisory_lock(1)": "pg_advisory_lock",
    "pg_try_advisory_xact_lock(1)": "pg_try_advisory_xact_lock",
    "txid_current()": "txid_current",
    "inet_server_port()": "inet_server_port",
    "has_table_privilege('pg_authid', 'select')": "has_table_privilege",
    "jsonb_populate_record(null::items, extra)": "jsonb_populate_record",
}

READS = [
    "pg_class", "pg_database", "pg_authid", "pg_roles", "pg_stat_activity",
    "pg_settings", "pg_largeobject", "pg_proc", "pg_file_settings", "pg_hba_file_rules",
]  # fmt: skip

STATEMENTS = [
    "DELETE FROM items",
    "DELETE FROM items RETURNING id",
    "UPDATE items SET price = 0 RETURNING id",
    "INSERT INTO items (id) VALUES ('x') RETURNING id",
    "MERGE INTO items USING enemies_drops ON id = item_id WHEN MATCHED THEN DELETE",
    "WITH gone AS (DELETE FROM items RETURNING *) SELECT id FROM gone",
    "SELECT * INTO TEMPORARY mine FROM items",
    "CREATE TEMPORARY TABLE mine AS SELECT * FROM items",
    "CREATE TABLE mine ()",
    "DROP TABLE items",
    "COPY items TO '/tmp/items'",
    "COPY items TO PROGRAM 'cat'",
    "COPY items FROM STDIN",
    "COPY items TO STDOUT",
    "DO $$ BEGIN END $$",
    "SET statement_timeout = 0",
    "RESET ALL",
    "SET ROLE seedc",
    "SET SESSION AUTHORIZATION seedc",
    "SHOW data_directory",
    "EXPLAIN ANALYZE SELECT 1",
    "BEGIN",
    "COMMIT",
    "ROLLBACK",
    "LISTEN a",
    "NOTIFY a",
    "LOCK TABLE items",
    "VACUUM",
    "PREPARE p AS SELECT 1",
    "DECLARE c CURSOR FOR SELECT 1",
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE EXTENSION dblink",
    "LOAD 'dblink'",
    "CREATE ROLE me",
    "CALL f()",
]

CLOCKS = [
    "current_date",
    "CURRENT_TIME",
    "current_timestamp(3)",
    "localtime",
    "localtimestamp",
    "current_user",
    "session_user",
    "user",
    "current_role",
    "current_catalog",
    "current_schema",
    "'now'::timestamp",
    "'NOW'::timestamptz",
    "timestamp 'now'",
    "timestamptz ' Now '",
    "date 'today'",
    "cast('yesterday' as date)",
    "timestamptz('now')",
    "date('today')",
    "extract(epoch FROM 'now'::timestamptz)",
    "greatest(since, 'now')",
    "CASE WHEN price > 1 THEN since ELSE 'now' END",
    "(SELECT since UNION ALL SELECT 'now' LIMIT 1)",
    "(SELECT max(x) FROM (VALUES (since), ('now')) v (x))",
    "time 'now'",
    "since < 'tomorrow'",
    "until = 'today'",
    "since in ('2026-01-01', 'now')",
    "coalesce(since, 'now')",
    "'{now}'::timestamp[]",
    "'[today,tomorrow]'::daterange",
    "E'n\\x6fw'::timestamp",
    "U&'n\\006fw'::timestamp",
    "$$now$$::timestamp",
    "('no' || 'w')::timestamp",
    "(extra ->> 'now')::timestamptz",
    "(extra ->> 0)::date",
    "string_to_array('now', ',')::timestamp[]",
    "array['now']::timestamp[]",
    "row('x', 1, 'now', null, null)::items",
    "'(x,1,now,,)'::items",
    "json_value(extra, '$.now' returning timestamp)",
    "'no'\n'w'::timestamptz",
    "'2026-01-13' -- then\n -- and\r' 12:00 MSK'::timestamptz",
    "lower('[n\"o\"w,)'::tstzrange)",
    "'{\"n\\ow\"}'::date[]",
    "timetz '12:00Z' AT TIME ZONE 'America/New_York'",
    "time '12:00'::timetz",
    "timestamptz '2026-01-13 12:00 MSK'",
    "json_value(extra, '$' returning timetz)",
    "xmin",
    "tableoid",
    "'items'::regclass::oid",
]

CATALOGS = [
    "10::oid::regrole::text",
    "price::oid::regclass",
    "price::regnamespace",
    "array[10]::oid[]::regrole[]",
    "array_agg(price)::oid[]",
    "makeaclitem(10, 10, 'SELECT', false)",
    "acldefault('r', 10)",
    "(SELECT o FROM (SELECT null::regtype) x (o))",
    "null::pg_class",
    "null::information_schema.sql_identifier",
    "coalesce(null, 10::oid) IS NULL",
    "10::oid IN (1, 10)",
    "'1'::xid8",
    "'0/0'::pg_lsn",
    "'1:1:'::pg_snapshot",
    "1::money",
    "lo_import('/etc/passwd')",
    "lo_create(0)",
    "lo_get(1)",
    "pg_logical_emit_message(false, 'a', 'b')",
    "pg_current_xact_id()",
    "pg_get_userbyid(10)",
    "query_to_xml('SELECT 1', true, true, '')",
    "database_to_xml(true, true, '')",
]

TABLES = [
    "jsonb_to_record('{}') AS x(at timestamp)",
    "jsonb_to_recordset('[]') AS x(at date)",
    "json_table(jsonb '[\"now\"]', '$[*]' COLUMNS (at timestamp PATH '$')) x",
    "ROWS FROM (jsonb_to_recordset('[]') AS (at date)) x",
    "(SELECT since FROM items UNION SELECT 'now') x",
    "items TABLESAMPLE bernoulli (50) x",
    "items TABLESAMPLE system (50) x",
]


@pytest.mark.parametrize("call", CALLS)
def test_functions(embedded_server: Server, call: str) -> None:
    """Files, time, chance, settings and other people are out of reach."""
    found = refusal(embedded_server, f"SELECT id, {call} FROM items")  # noqa: S608, ours
    assert (found.reason, found.message) == (
        "refused",
        f"a rule may not use `{CALLS[call]}`",
    )
    assert found.at == len("SELECT id, ")


@pytest.mark.parametrize("table", READS)
def test_catalogs(embedded_server: Server, table: str) -> None:
    """What the server knows is not for rules."""
    found = refusal(embedded_server, f"SELECT id FROM items, {table} x")  # noqa: S608, ours
    assert found.message == f"a rule may not use `{table}`"


@pytest.mark.parametrize("statement", STATEMENTS)
def test_statements(embedded_server: Server, statement: str) -> None:
    """A rule is a query that only reads."""
    assert refusal(embedded_server, statement).reason == "refused"


@pytest.mark.parametrize("clock", CLOCKS)
def test_the_clock(embedded_server: Server, clock: str) -> None:
    """A rule finds the same tomorrow."""
    found = refusal(embedded_server, f"SELECT id, {clock} FROM items")  # noqa: S608, ours
    assert re.search(
        "is not the same|expected a fixed date|text becomes a time"
        "|literal of this type|has a type that",
        found.message,
    )


@pytest.mark.parametrize("value", CATALOGS)
def test_types_of_the_server(embedded_server: Server, value: str) -> None:
    """What is only a number becomes no name that the server knows."""
    found = refusal(embedded_server, f"SELECT id, {value} FROM items GROUP BY id")  # noqa: S608, ours
    assert re.search("has a type that|literal of this type", found.message)


@pytest.mark.parametrize("table", TABLES)
def test_tables_of_the_clock(embedded_server: Server, table: str) -> None:
    """Nor does it see the time, or throw dice, by way of a table."""
    assert refusal(embedded_server, f"SELECT x FROM {table}").reason == "refused"  # noqa: S608, ours


@pytest.mark.parametrize(
    "harmless",
    [
        "'now' = id",
        "id <> 'today'",
        "'{now,then}'::text[] @> array[id]",
        "extra ? 'now' AS \"CURRENT_DATE\"",
        "since > '2026-01-13' AND until < date '2027-01-01'",
        "since + interval '1 day', date_trunc('month', since), until - 1",
        "to_date('2026-01-13', 'YYYY-MM-DD'), to_char(since, 'YYYY')",
        "since AT TIME ZONE 'UTC', extract(year FROM until)",
        "timestamptz '2026-01-13 00:00+00' > since, time '12:00'",
        "timestamptz '2026-01-13T00:00:00.123456Z', '2026-01-13'::timestamp -- it's\n",
        "'[2026-01-13,2026-02-13)'::daterange @> until, '{ 2026-01-13 }'::date[]",
        "'{[2026-01-13 00:00,)}'::tsmultirange, daterange(until, null) IS NULL",
        "items, array_agg(items) OVER (), row(items.*), (SELECT items LIMIT 1)",
        "point(1, 2) <-> '(3,4)'::point, 1::bit(8), '1 day'::interval * 2",
        "(extra ->> 'x')::numeric, price::text, price || id",
        "concat(id, price), format('%s', price), to_jsonb(items)",
        "row_number() OVER (ORDER BY id), count(*) OVER ()",
        "(SELECT string_agg(item_id, ',' ORDER BY item_id) FROM enemies_drops)",
        "(SELECT jsonb_agg(item_id) FROM enemies_drops)",
        "(SELECT sum(x.n) FROM jsonb_to_recordset('[]') AS x(n int))",
        "null::timestamp, null::date",
        "regexp_replace(id, 'a', 'b'), lower(id), md5(id)",
        "(SELECT max(n) FROM generate_series(1, 3) n)",
    ],
)
def test_what_rules_say(embedded_server: Server, harmless: str) -> None:
    """What says the same every day is welcome."""
    found = offenders(embedded_server, f"SELECT id, {harmless} FROM items")  # noqa: S608, ours
    assert sorted(found) == [("items", 0), ("items", 1), ("items", 2)]


def test_time(embedded_server: Server) -> None:
    """A rule that does not end is ended."""
    endless = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n FROM n)"
    query = f"{endless} SELECT id FROM n, items WHERE n < 0"  # noqa: S608, ours
    found = refusal(embedded_server, query, timeout="50ms")
    assert (found.reason, found.message) == (
        "too slow",
        "the rule took longer than 50ms",
    )


LOOKALIKES = [
    '"{CONST :consttype 1184 :location 7"',
    '":resulttype 26 "',
    '"(o 26)"',
    '"\\\\ {TABLESAMPLECLAUSE "',
    '"total weight"',
    '"' + "(" * 63 + '"',
]


@pytest.mark.parametrize("name", LOOKALIKES)
def test_names_like_trees(embedded_server: Server, name: str) -> None:
    """A name that looks like a part of the tree says nothing, and hides nothing."""
    named = f"WITH {name} AS (SELECT id AS {name} FROM items)"  # noqa: S608, ours
    query = f"{named} SELECT id, VALUE AS {name} FROM items, {name} x({name})"  # noqa: S608, ours
    found = offenders(embedded_server, query.replace("VALUE", "1"))
    assert sorted(set(found)) == [("items", 0), ("items", 1), ("items", 2)]
    for leak in ("'now'::date", "10::oid", "current_date", "items.ctid"):
        said = refusal(embedded_server, query.replace("VALUE", leak))
        assert said.reason == "refused"


def test_large_queries(embedded_server: Server) -> None:
    """However a query is made, looking at it takes no longer than running it."""
    columns = ", ".join(['1 "TABLEFUNC"'] * 1600)
    wide = f"SELECT id FROM items WHERE NOT EXISTS (SELECT {columns})"  # noqa: S608, ours
    assert offenders(embedded_server, wide) == []
    columns = ", ".join(f"1 c{i}" for i in range(1600))
    deep = f"SELECT {columns}"
    for i in range(100):
        deep = f"SELECT * FROM ({deep}) a{i}"  # noqa: S608, ours
    found = refusal(embedded_server, f"SELECT id FROM items, ({deep}) x", "60s")  # noqa: S608, ours
    assert found.message == (
        "the rule takes too much space: it selects very many columns"
    )


def test_space(embedded_server: Server) -> None:
    """Nor does it fill the disk."""
    query = "SELECT id FROM items, generate_series(1, 100000000000) ORDER BY 1"
    found = refusal(embedded_server, query, timeout="100s")
    assert (found.reason, found.message.partition(":")[0]) == (
        "too slow",
        "the rule takes too much space",
    )


def test_large_values(embedded_server: Server) -> None:
    """A limit that Postgres meets again as it gives up is a problem of that rule."""
    query = "SELECT id, lpad('', 5000000, 'x') FROM items, generate_series(1, 100)"
    large, good = rule(query), rule("SELECT id FROM items")
    (found, last) = run_rules(embedded_server, [large, good], WORLD, "60s")
    assert isinstance(found, Unanswered)
    assert found.refusal.message == (
        "the rule takes too much space: temporary file size exceeds"
        " `temp_file_limit` (262144kB)"
    )
    assert isinstance(last, Verdict)


def test_tables_like_types(embedded_server: Server) -> None:
    """A table may have the name of a type."""
    table = build.table("text", build.column("id"), build.column("jsonb", Json()))
    rows: list[Row] = [("a", {"a": 1})]
    query = rule("SELECT id, jsonb::text, 'x'::text FROM text")
    (found,) = run_rules(embedded_server, [query], [Filled(table, rows)], "5s")
    assert isinstance(found, Verdict)
    assert [each.row for each in found.offenders] == [0]


def test_one_statement(embedded_server: Server) -> None:
    """Whatever the reader of files makes of it: two statements are refused."""
    assert refusal(embedded_server, "SELECT 1; SELECT 2").reason == "refused"
    assert refusal(embedded_server, "").reason == "refused"


def test_each_rule_is_alone(embedded_server: Server) -> None:
    """A rule that fails, or is refused, changes nothing for the next."""
    bad = [
        rule(text) for text in ("SELECT 1/0", "COMMIT", "SELEC", "DELETE FROM items")
    ]
    good = rule("SELECT id FROM items")
    outcomes = run_rules(embedded_server, [*bad, good], WORLD, "5s")
    assert outcomes[-1] == run_rules(embedded_server, [good], WORLD, "5s")[0]


def test_nothing_is_left(embedded_server: Server) -> None:
    """A run leaves no table behind, and no word of a rule in the log."""
    offenders(embedded_server, "SELECT id FROM items WHERE 'a_secret' <> id")
    with connected(embedded_server, "postgres") as admin:
        ((name,),) = execute(
            admin, b"SELECT datname FROM pg_database WHERE datname ~ '^seedc_rules_'"
        )
    with connected(embedded_server, str(name)) as inside:
        tables = b"SELECT relname FROM pg_class WHERE relname IN ('items', 'mine')"
        while execute(inside, tables):  # a session that ended drops its tables last
            pass
    log = embedded_server.sockets.parent / "server.log"
    assert "a_secret" not in log.read_text("utf-8")


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        (
            "SELECT 'ééé',\n  prize FROM items",
            Refusal(
                "refused",
                "column `prize` does not exist",
                16,
                "perhaps you meant to reference the column `items.price`",
            ),
        ),
        (
            "SELECT 'é' FROM itmes",
            Refusal(
                "refused",
                "relation `itmes` does not exist",
                16,
                "did you mean `items`?",
            ),
        ),
        (
            "SELECT 'é', id FORM items",
            Refusal("refused", "syntax error at or near `items`", 20),
        ),
        ("SELECT id, 1/0 FROM items", Refusal("refused", "division by zero")),
        ("SELECT $1", Refusal("refused", "nobody gives a rule parameters", 7)),
        (
            "SELECT sold FROM items",
            Refusal("refused", "column `sold` does not exist", 7),
        ),
    ],
)
def test_words_of_postgres(
    embedded_server: Server, query: str, refused: Refusal
) -> None:
    """What Postgres does not take is told in its words, at the place that it names."""
    assert refusal(embedded_server, query) == refused
