"""Read from the catalog of a database what its seeded tables are."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from seedc.database.driver import Connection
from seedc.database.statements import ask
from seedc.model.errors import WorldError
from seedc.model.json_value import JsonObject
from seedc.model.live_table import LiveKey, LiveLink, LiveTable
from seedc.model.table import RETIRED_AT
from seedc.script.live_words import LiveWords, follows
from seedc.script.past import Undoing, in_order

_QUERY = """
WITH known (name, columns, before, row, renames) AS (
  SELECT
    coalesce(state.table_name, undo.table_name),
    coalesce(to_jsonb(state.columns), undo.state -> 'columns'),
    undo.state -> 'columns',
    jsonb_path_query_first(undo.rows, 'strict $[*] ? (@[0] == "delete")[3]'),
    coalesce(jsonb_path_exists(
      undo.rows, '$[*][0] ? (@ == "rename" || @ == "follow")'
    ), false)
  FROM (SELECT * FROM seedc.state WHERE target = $1) AS state
  FULL JOIN (SELECT * FROM seedc.undo WHERE run = $2::bigint) AS undo
    ON undo.table_name = state.table_name
), seeded AS (
  SELECT known.*, to_regclass(format('%I.%I', $3::text, known.name)) AS live FROM known
)
SELECT jsonb_build_object(
  'name', seeded.name, 'renames', seeded.renames, 'image', seeded.columns,
  'before', seeded.before,
  'row', seeded.row, 'there', seeded.live IS NOT NULL,
  'columns', (
    SELECT coalesce(jsonb_agg(jsonb_build_array(
      attname, format_type(atttypid, atttypmod), NOT attnotnull,
      has_column_privilege(attrelid, attnum, 'INSERT')
    ) ORDER BY attnum), '[]')
    FROM pg_attribute
    WHERE attrelid = seeded.live AND attnum > 0 AND NOT attisdropped
      AND attgenerated = ''
  ),
  'checks', (
    SELECT coalesce(jsonb_agg(jsonb_build_array(
      attname, pg_get_expr(conbin, conrelid)
    ) ORDER BY conname), '[]')
    FROM pg_constraint
    JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
    WHERE conrelid = seeded.live AND contype = 'c' AND cardinality(conkey) = 1
  ),
  'primary', (
    SELECT coalesce(jsonb_agg(attname), '[]')
    FROM pg_index
    JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
    WHERE indrelid = seeded.live AND indisprimary
  ),
  'uniques', (
    SELECT coalesce(jsonb_agg(jsonb_build_array(
      indexrelid::regclass::text,
      (
        SELECT jsonb_agg(attname ORDER BY i)
        FROM unnest(indkey::int2[]) WITH ORDINALITY AS part (number, i)
        JOIN pg_attribute ON attrelid = indrelid AND attnum = number
        WHERE i <= indnkeyatts
      ),
      EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND conindid = indexrelid),
      NOT indimmediate
    ) ORDER BY indexrelid), '[]')
    FROM pg_index
    WHERE indrelid = seeded.live AND indisunique AND NOT indisprimary
      AND indpred IS NULL AND indexprs IS NULL
  ),
  'links', (
    SELECT coalesce(jsonb_agg(jsonb_build_array(
      conname,
      (
        SELECT jsonb_agg(attname ORDER BY i)
        FROM unnest(conkey) WITH ORDINALITY AS part (number, i)
        JOIN pg_attribute ON attrelid = conrelid AND attnum = number
      ),
      format('%I.%I', nspname, relname),
      (
        SELECT jsonb_agg(attname ORDER BY i)
        FROM unnest(confkey) WITH ORDINALITY AS part (number, i)
        JOIN pg_attribute ON attrelid = confrelid AND attnum = number
      ),
      confupdtype = 'c', condeferrable
    ) ORDER BY conname), '[]')
    FROM pg_constraint
    JOIN pg_class ON pg_class.oid = confrelid
    JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE conrelid = seeded.live AND contype = 'f'
  ),
  'full', format('%I.%I', $3::text, seeded.name)
)
FROM seeded
ORDER BY seeded.name
"""


def live_tables(connection: Connection, undoing: Undoing) -> list[LiveWords]:
    """Return the tables that the ledger knows, referenced ones first.

    Args:
        connection: The database.
        undoing: The run that is to be undone; its table names and those of the target.

    Raises:
        WorldError: One is gone, or is no longer what the ledger says.
    """
    schema = schema_of(undoing.target)
    answer = ask(connection, _QUERY, undoing.target, str(undoing.past), schema)
    found = [LiveWords(_table(json.loads(row[0] or "{}"))) for row in answer.rows]
    done: dict[str, LiveWords] = {}
    for words in in_order(found):
        renames = words.renames or bool(follows(words, done))
        done[words.full] = LiveWords(replace(words.table, renames=renames))
    return [*done.values()]


def schema_of(target: str) -> str:
    """Return the schema of a target's tables; see `script.target_of`."""
    return target.partition("/")[2] or "public"


def _table(said: JsonObject) -> LiveTable:
    name, columns = str(said["name"]), _rows(said["columns"])
    types = {str(column): str(kind) for column, kind, _, _ in columns}
    primary = cast("list[str]", said["primary"])
    image = tuple(cast("list[str] | None", said["image"]) or primary)
    _demand_same(said, image, types)
    return LiveTable(
        plain_name=name,
        full=str(said["full"]),
        primary_key=image[: len(primary)],
        types=types,
        kept=tuple(_kept(said, image)),
        nullable=frozenset(str(c) for c, _, nullable, _ in columns if nullable),
        image=image,
        image_before=tuple(cast("list[str] | None", said["before"]) or image),
        retires=RETIRED_AT in types and RETIRED_AT not in image,
        renames=bool(said["renames"]),
        uniques=tuple(_key(*each) for each in _rows(said["uniques"])),
        links=tuple(_link(*each) for each in _rows(said["links"])),
        checks=_checks(_rows(said["checks"])),
    )


def _kept(said: JsonObject, image: Sequence[str]) -> Iterator[str]:
    """Yield the columns in which a deleted row comes back.

    Of those that seeds do not own, the ones that this role may write.
    """
    row = cast("JsonObject | None", said["row"])
    for name, _, _, may_insert in _rows(said["columns"]):
        if (row is None or str(name) in row) and (may_insert or name in image):
            yield str(name)


def _rows(value: object) -> list[list[object]]:
    return cast("list[list[object]]", value)


def _demand_same(said: JsonObject, image: Sequence[str], types: dict[str, str]) -> None:
    name, primary = said["name"], cast("list[str]", said["primary"])
    hint = "undo the migration first, or apply the older seeds"
    if not said["there"]:
        message = f"table `{name}`, which the ledger knows, is not in the database"
        raise WorldError(message, hint=hint)
    if missing := [column for column in image if column not in types]:
        message = f"column `{missing[0]}` of `{name}`, which the run wrote, is gone"
        raise WorldError(message, hint=hint)
    if not primary or {*image[: len(primary)]} != {*primary}:
        message = f"the primary key of `{name}` is no longer that of the ledger"
        raise WorldError(message, hint=hint)


def _key(name: object, columns: object, is_target: object, waits: object) -> LiveKey:
    return LiveKey(str(name), _names(columns), bool(is_target), bool(waits))


def _link(  # noqa: PLR0913, PLR0917, what the query returns
    name: object,
    columns: object,
    target: object,
    target_columns: object,
    cascades: object,
    waits: object,
) -> LiveLink:
    own, others = _names(columns), _names(target_columns)
    return LiveLink(str(name), own, str(target), others, bool(cascades), bool(waits))


def _names(value: object) -> tuple[str, ...]:
    return tuple(cast("list[str]", value))


def _checks(rows: list[list[object]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for column, check in rows:
        name = str(column)
        found[name] = (*found.get(name, ()), str(check))
    return found
