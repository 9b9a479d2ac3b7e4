"""The role as which rules run, and the database in which they do.

Both are made once for a server. Their name ends in the hash of what makes them, so
that another seedc, which would make them otherwise, has its own.
"""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from seedc.database.driver import Connection
from seedc.database.refused import RefusedError
from seedc.database.statements import execute
from seedc.sandbox.connect import connected
from seedc.sandbox.server import Server

_PREFIX = "seedc_rules_"

# All immutable functions may be used, and of those that hang on the session's
# settings, which are fixed here, the ones that read nothing else.
_STABLE = """
    anytextcat textanycat concat concat_ws format quote_literal quote_nullable
    array_to_string array_to_json row_to_json to_json to_jsonb
    json_agg json_agg_strict json_build_array json_build_object json_object_agg
    json_object_agg_strict json_object_agg_unique json_object_agg_unique_strict
    jsonb_agg jsonb_agg_strict jsonb_build_array jsonb_build_object jsonb_object_agg
    jsonb_object_agg_strict jsonb_object_agg_unique jsonb_object_agg_unique_strict
    json_to_record json_to_recordset jsonb_to_record jsonb_to_recordset
    to_char to_date to_number to_timestamp date time timestamp timestamptz timetz
    make_timestamptz timezone date_add date_part date_subtract date_trunc extract
    generate_series overlaps in_range interval_pl_timestamptz
    timestamptz_pl_interval timestamptz_mi_interval
    date_cmp_timestamptz date_eq_timestamptz date_ge_timestamptz date_gt_timestamptz
    date_le_timestamptz date_lt_timestamptz date_ne_timestamptz
    timestamp_cmp_timestamptz timestamp_eq_timestamptz timestamp_ge_timestamptz
    timestamp_gt_timestamptz timestamp_le_timestamptz timestamp_lt_timestamptz
    timestamp_ne_timestamptz timestamptz_cmp_date timestamptz_eq_date
    timestamptz_ge_date timestamptz_gt_date timestamptz_le_date timestamptz_lt_date
    timestamptz_ne_date timestamptz_cmp_timestamp timestamptz_eq_timestamp
    timestamptz_ge_timestamp timestamptz_gt_timestamp timestamptz_le_timestamp
    timestamptz_lt_timestamp timestamptz_ne_timestamp
""".split()  # noqa: SIM905, a list of 80 literals reads worse

# What is written while a rule is analysed would fill the server's log.
_SETTINGS = {
    "log_min_messages": "'panic'",
    "debug_pretty_print": "off",
    "temp_file_limit": "'256MB'",
    "work_mem": "'16MB'",
    "max_parallel_workers_per_gather": "0",
    "search_path": "pg_catalog, pg_temp",
    "TimeZone": "'UTC'",
    "DateStyle": "'ISO, YMD'",
    "IntervalStyle": "'postgres'",
    "extra_float_digits": "1",
    "client_connection_check_interval": "'1s'",
}

_PRIVILEGES = """
REVOKE ALL ON DATABASE {new} FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE {new} TO {name};
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA pg_catalog, information_schema FROM PUBLIC;
REVOKE ALL ON ALL ROUTINES IN SCHEMA pg_catalog, information_schema FROM PUBLIC;
DO $do$ BEGIN
  EXECUTE (
    SELECT format('GRANT EXECUTE ON ROUTINE %s TO {name}', string_agg(f, ', '))
    FROM (
      SELECT oid::regprocedure::text AS f
      FROM pg_proc
      WHERE pronamespace = 'pg_catalog'::regnamespace
        AND (provolatile = 'i' OR provolatile = 's' AND proname = ANY ({stable}))
    )
  );
END $do$;
"""


@contextmanager
def as_rule(server: Server) -> Iterator[Connection]:
    """Connect as rules do; make the role and the database if this is the first time.

    Args:
        server: The server; the caller has locked its home.

    Raises:
        WorldError: If it does not accept the connection.
    """
    name = _name()
    with ExitStack() as stack:
        try:
            connection = stack.enter_context(connected(server, name, name))
        except RefusedError:  # the driver does not say what is missing
            _make(server, name)
            connection = stack.enter_context(connected(server, name, name))
        yield connection


def _name() -> str:
    made_of = repr((_STABLE, _SETTINGS, _PRIVILEGES))
    return f"{_PREFIX}{hashlib.sha256(made_of.encode()).hexdigest()[:8]}"


def _make(server: Server, name: str) -> None:
    new = f"{name}_new"
    with connected(server, "postgres") as admin:
        _clear(admin)
        execute(admin, f"CREATE ROLE {name} LOGIN".encode())
        for setting, value in _SETTINGS.items():
            execute(admin, f"ALTER ROLE {name} SET {setting} = {value}".encode())
        execute(admin, f"CREATE DATABASE {new} TEMPLATE template0".encode())
        stable = f"ARRAY{_STABLE}"
        privileges = _PRIVILEGES.format(name=name, new=new, stable=stable)
        with connected(server, new) as connection:
            execute(connection, privileges.encode())
        # Only now does it have the name by which a run takes it for complete.
        execute(admin, f"ALTER DATABASE {new} RENAME TO {name}".encode())


def _clear(admin: Connection) -> None:
    """Drop what another version made, or a run that was killed."""
    for kind, column, catalog in (
        ("DATABASE", "datname", "pg_database"),
        ("ROLE", "rolname", "pg_roles"),
    ):
        query = f"SELECT {column} FROM {catalog} WHERE {column} ~ '^{_PREFIX}'"  # noqa: S608, constants
        for (found,) in execute(admin, query.encode()):
            force = " WITH (FORCE)" if kind == "DATABASE" else ""
            execute(admin, f"DROP {kind} {found}{force}".encode())
