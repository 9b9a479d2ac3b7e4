"""What to do about each refusal; `docs/apply.md` says more of them."""

from collections.abc import Mapping
from types import MappingProxyType

ADVICE: Mapping[str, str] = MappingProxyType(
    {
        "unknown-rows": "compare these rows with the seeds; to write the seeds over"
        " them, adopt them",
        "unlisted-rows": "list them under `removed` of their seed file, put them back,"
        ' or give the table `"removed": "prune"`',
        "foreign-references": "point those rows elsewhere first, or retire the row"
        ' instead: `"removed": "retire"`',
        "rename-blocked": "give that foreign key ON UPDATE CASCADE, or point those rows"
        " elsewhere first",
        "rename-conflict": "delete one of the two rows in the database, or take the"
        " entry out of `renames`",
        "too-many-removed": "see that no seed file is missing; `max_removed` and"
        " `max_removed_share` of [deploy] in seedc.toml set the limits",
        "lower-version": "deploy the newer seeds, or go back with `seedc rollback`",
        "diverged-version": "raise `version` in the seed file: its rows have changed",
        "forked-history": "merge what was deployed into this branch",
        "edited-rows": "undo those changes first, or leave out --strict",
        "lost-references": "bring those rows back first, or undo the changes by hand"
        " that keep a row from coming back",
        "taken-values": "give those rows other values first",
        "other-type": "give the column the type of the schema, or say the other one in"
        " the schema (`x-column.type`)",
        "plan-changed": "make a new plan, and look at it again",
    }
)
"""By code of the refusal."""
