"""Statements that find what must be refused."""

from collections.abc import Mapping, Sequence

from seedc.model.project import Deploy
from seedc.model.table import Owner, Table
from seedc.postgres.literal import quote_text
from seedc.script.exact import exact_columns
from seedc.script.layout import lay_out
from seedc.script.ledger import LEDGER, allows
from seedc.script.prepare import array
from seedc.script.words import Words


def judge(tables: Sequence[Words], versions: Mapping[str, str], deploy: Deploy) -> str:
    """Return what finds all that must be refused, when all tables were looked at.

    Args:
        tables: The tables.
        versions: The version of each seed file.
        deploy: How many rows may go at a time.
    """
    return lay_out(
        "judge",
        lists=array([w.table.name for w in tables if w.table.parent is not None]),
        most=deploy.max_removed,
        share=deploy.max_removed_share,
        allows_removals=allows("removals"),
        allows_downgrade=allows("downgrade"),
        ledger=LEDGER,
        allows_divergence=allows("divergence"),
        tables=[
            (words.name, array(files_of(words.table, versions)), words.image_columns)
            for words in tables
        ],
        exact=[*exact_columns(tables)],
        impacts=lay_out("impacts", tables=[*map(_seeded, tables)]),
    )


def files_of(table: Table, versions: Mapping[str, str]) -> list[str]:
    """Return the seed files of a table, or of the one whose lists it holds."""
    stem = table.schema_path.rpartition("/")[2].split(".")[0]
    names = {table.parent.table if table.parent else table.name, stem}
    return sorted(f for f in versions if f.removesuffix(".json").split("/")[0] in names)


def _seeded(words: Words) -> str:
    """Return a table, and how its rows are found, as a row of literals."""
    renamed, removed = words.renames, bool(words.lifecycle.removed)
    texts = [
        words.table.name,
        words.stage,
        words.renamed if renamed else None,
        words.removed if removed else None,
        words.is_found_row("live"),
        words.same("stage", "live"),
        words.matches("live", "renamed", "old") if renamed else None,
        words.matches("live", "removed", "old") if removed else None,
        words.same("stage", "referrer"),
        words.is_found_row("referrer"),
        words.matches("referrer", "renamed", "old") if renamed else None,
        words.key_names("new")[0],
    ]
    literals = ["NULL" if text is None else quote_text(text) for text in texts]
    decided = [c.name for c in words.table.columns if c.owner is Owner.SEED]
    arrays = [
        array(words.primary_key),
        array([*dict.fromkeys([*words.primary_key, *decided])]),
    ]
    live = f"{quote_text(words.full)}::regclass"
    return ", ".join([live, *literals, *arrays])
