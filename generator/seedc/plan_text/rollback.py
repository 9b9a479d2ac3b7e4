"""What a rollback would change, as text for people and as JSON for programs.

enemies: 1 to insert, 2 to update, 95 unchanged
  + insert old_rat

changed since, and left as they are
  enemies: goblin, orc

plan: 1 to insert, 2 to update in 1 table; 95 rows unchanged
target: roguelike in postgresql://db.example/game, after run 42
fingerprint: 4f1c...
undoes run 42: back to run 41
"""

from seedc.diagnostics.paint import BOLD, YELLOW, painter
from seedc.diagnostics.plain_json import plain_json
from seedc.diagnostics.visible import encodable
from seedc.model.json_value import JsonObject
from seedc.model.plan import Outcome
from seedc.model.rollback import Rollback
from seedc.plan_text.as_json import as_json
from seedc.plan_text.as_markdown import as_markdown
from seedc.plan_text.as_text import as_text
from seedc.plan_text.lines import indented, shown
from seedc.plan_text.values import key_text
from seedc.plan_text.words import counted, shortened, tally_done, totals
from seedc.text.secrets import redact

_MOST_KEYS = 20


def rollback_text(found: Rollback, *, color: bool = False) -> str:
    """Return a rollback as text.

    Args:
        found: The rollback.
        color: Whether it goes to a terminal that knows colours.
    """
    paint = painter(color=color)
    text = as_text(found.plan, color=color)
    ending = f"undoes run {found.past}: back to {_state(found.restores)}"
    stays = "\n".join(indented(map(_stays, found.stays.items())))
    title = paint("changed since, and left as they are", YELLOW)
    block = f"{title}\n{stays}\n\n" if stays else ""
    return f"{block}{text}{paint(ending, BOLD)}\n"


def rollback_markdown(found: Rollback) -> str:
    """Return a rollback as Markdown."""
    stays = "".join(f"- {_stays(each)}\n" for each in found.stays.items())
    block = f"\nChanged since, and left as they are:\n\n```text\n{stays}```\n"
    ending = f"\nUndoes run {found.past}: back to {_state(found.restores)}.\n"
    return f"{as_markdown(found.plan)}{block if stays else ''}{ending}"


def rollback_json(found: Rollback) -> str:
    """Return a rollback as a JSON document in ASCII, with all of its rows."""
    head: JsonObject = {
        "format": 1,
        "undoes": found.past,
        "restores": found.restores,
        "stays": {
            encodable(redact(table)): [encodable(redact(key)) for key in keys]
            for table, keys in found.stays.items()
        },
    }
    return f'{plain_json(head)[:-1]},\n"plan": {as_json(found.plan).rstrip()}}}\n'


def rolled_back_text(found: Rollback, outcome: Outcome, *, color: bool = False) -> str:
    """Return what a rollback did."""
    paint = painter(color=color)
    changes = tally_done(totals(outcome.plan))
    tables = counted(len(outcome.plan.tables), "table")
    what = f"{changes} in {tables}" if changes else "no row changes"
    done = f"rolled back run {found.past} as run {outcome.run}: {what}"
    stays = sum(map(len, found.stays.values()))
    left = f", {stays:,} changed since and left" if stays else ""
    return f"{paint(done, BOLD)}{left} ({outcome.seconds:.2f} s)"


def _stays(entry: tuple[str, tuple[str, ...]]) -> str:
    table, keys = entry
    texts = [key_text((key,)) for key in keys[:_MOST_KEYS]]
    return f"{shown(table)}: {shortened(texts, len(keys))}"


def _state(number: int | None) -> str:
    return "the state before the first run" if number is None else f"run {number}"
