"""What the statements of a run keep in settings of the transaction."""

from importlib.resources import files

from seedc.postgres.literal import quote_text
from seedc.script.layout import lay_out
from seedc.script.words import Words

LEDGER = "current_setting('seedc.ledger')::jsonb"
"""The ledger's last run, and for each table what was known of it before this run."""

LEDGER_DDL = files("seedc.script").joinpath("ledger.sql").read_text("utf-8").strip()
"""What makes the ledger."""

RUN = "nullif(current_setting('seedc.run'), '')::bigint"
"""The number of this run; NULL if there is nothing to do."""


def ledger() -> str:
    """Return what makes the ledger, where there is none."""
    return lay_out("ledger", made=LEDGER_DDL)


def allows(what: str) -> str:
    """Return the condition that the caller overrides a refusal."""
    return f"'{what}' = ANY (current_setting('seedc.allowed')::text[])"


def has_other_columns(words: Words) -> str:
    """Return the condition that the images of a table's rows cover other columns."""
    name = quote_text(words.table.name)
    known = f"{LEDGER} #> ARRAY['tables', {name}, 'columns']"
    # Computed once, and not for each row.
    return f"(SELECT coalesce({known} <> to_jsonb({words.image_columns}), false))"
