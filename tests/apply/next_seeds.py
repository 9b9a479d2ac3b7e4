"""Random seeds for a database that holds what earlier ones left in it.

What they say is legal: no row goes that somebody holds on to, no value of a unique
column is taken, and every key that is no more has an entry, unless rows may go freely.
"""

from hypothesis import strategies as st

from tests.apply.draft import Draft, key_links
from tests.apply.joined_keys import draw_items, draw_pairs
from tests.apply.row_keys import draw_keys
from tests.apply.row_values import fill, lead
from tests.apply.seeds import Seeds
from tests.apply.world import World


def first() -> Seeds:
    """Return seeds that say nothing."""
    return Seeds({}, {}, "0.0.0")


def next_seeds(draw: st.DrawFn, world: World, old: Seeds, version: str) -> Seeds:
    """Draw the seeds that follow others."""
    draft = Draft(draw, world, old)
    roots = [t for t in world.catalog.tables if t.parent is None]
    plain = [t for t in roots if not key_links(t)]
    for table in plain:
        draw_keys(draft, table)
    for table in roots:
        if table not in plain:
            draw_pairs(draft, table)
    for table in world.catalog.tables:
        if table.parent is not None:
            draw_items(draft, table)
    for table in world.catalog.tables:
        fill(draft, table)
    for table in world.catalog.tables:
        lead(draft, table)
    return Seeds(draft.rows, draft.left, version)
