"""Every reference leads to a row: foreign keys, and references inside JSON.

Whatever refers to the same missing row is one problem. References into a table
that could not be read whole, or to a record that has problems of its own, are not
reported: they may be right.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import PurePosixPath

from seedc.check.departures import departures
from seedc.check.known_keys import KnownKeys, Target, Values, name_of, shown
from seedc.check.mended_references import MendedReferences
from seedc.check.missing_rows import Reference, missing_rows
from seedc.check.used_values import used_values
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic, Fix, Note
from seedc.model.json_value import JsonValue
from seedc.model.rows import Sources
from seedc.model.source import Place
from seedc.text.json_place import record_value
from seedc.text.near import nearest_few, one_of
from seedc.text.only_near import only_near

_MOST_NOTES = 20
_MOST_HINTS = 50


def existing_targets(keys: KnownKeys) -> Iterator[Diagnostic]:
    """Yield a problem for each missing row that something refers to.

    Args:
        keys: The keys that rows have.
    """
    mending = MendedReferences(keys.catalog, keys.data, keys.sources)
    used = cache(partial(used_values, keys))
    homes = cache(partial(_homes, keys))
    missing = missing_rows(keys)
    gone = departures(keys) if missing else {}
    for count, ((targets, values), references) in enumerate(missing.items()):
        problem = _problem(keys, targets, values, references)
        left = next((gone[t, values] for t in targets if (t, values) in gone), None)
        if left is not None:
            fix = _fix(mending, references, values, left.meant(keys.names(targets)))
            notes = (left.note(), *problem.notes)
            yield replace(problem, notes=notes, help=left.help(), fix=fix)
        elif targets:
            name = name_of(values) if count < _MOST_HINTS else None
            known = keys.names(targets) if name is not None else frozenset[str]()
            hint = _help(nearest_few(name or "", known), homes(targets))
            meant = _meant(values, known, len(references), partial(used, targets))
            fix = _fix(mending, references, values, meant)
            yield replace(problem, help=hint, fix=fix)
        else:
            yield problem


def _problem(
    keys: KnownKeys,
    targets: Sequence[Target],
    values: Values,
    references: Sequence[Reference],
) -> Diagnostic:
    found = (_place(reference, keys.sources) for reference in references)
    places = sorted(found, key=lambda p: (p.path, p.line, p.column))
    if targets:
        message, hint = f"{_named(targets, keys.catalog)} has no {shown(values)}", None
    else:
        message = f"nothing says which table {shown(values)} refers to"
        hint = "its `by` property has a value without a target; use null"
    message += _more(places)
    notes = _notes(places)
    return Diagnostic("dangling-reference", message, places[0], notes, hint)


def _place(reference: Reference, sources: Sources) -> Place:
    table = reference.table
    root = table.parent.table if table.parent else table.name
    records = sources[root].records
    return record_value(records, reference.number, reference.pointer)


def _notes(places: Sequence[Place]) -> tuple[Note, ...]:
    return tuple(Note("and here", place) for place in places[1 : _MOST_NOTES + 1])


def _more(places: Sequence[Place]) -> str:
    more = len(places) - 1 - _MOST_NOTES
    return f" (and in {more} more places)" if more > 0 else ""


def _named(targets: Sequence[Target], catalog: Catalog) -> str:
    return " or ".join(f"`{_name(target, catalog)}`" for target in targets)


def _name(target: Target, catalog: Catalog) -> str:
    if len(target.columns) > 1:
        return f"{target.table} ({', '.join(target.columns)})"
    (name,) = target.columns
    return f"{target.table}.{catalog.table(target.table).column(name).key or name}"


def _homes(keys: KnownKeys, targets: Sequence[Target]) -> list[str]:
    """Return where the rows of some tables are written."""
    homes = (_home(target.table, keys) for target in targets)
    return list(dict.fromkeys(homes))


def _home(name: str, keys: KnownKeys) -> str:
    parent = keys.catalog.table(name).parent
    if parent is not None:
        return f"`{parent.key}` in {_home(parent.table, keys)}"
    paths = [PurePosixPath(s.path) for _, s in keys.sources[name].records.files]
    return f"{paths[0].parent}/" if len(paths) > 1 else str(paths[0])


def _help(near: Sequence[str], homes: Sequence[str]) -> str:
    where = " or ".join(homes)
    if not near:
        return f"define it in {where}"
    return f"did you mean {one_of(near)}? if not, define it in {where}"


def _meant(
    values: Values,
    known: frozenset[str],
    uses: int,
    used: Callable[[], frozenset[JsonValue]],
) -> str | None:
    """Return the only value that can have been meant, if there is one."""
    # Of a key of several columns nobody knows which one is wrong.
    if len(values) > 1 or not isinstance(values[0], str):
        return None
    meant = only_near(values[0], known)
    # Who refers to no other row has rather misspelt that row, and not each use.
    return None if meant is None or (uses > 1 and meant not in used()) else meant


def _fix(
    mending: MendedReferences,
    references: Sequence[Reference],
    values: Values,
    meant: str | None,
) -> Fix | None:
    rows = [(each.table, each.row) for each in references if each.row is not None]
    if meant is None or len(rows) < len(references):
        return None
    return mending.fix(rows, str(values[0]), meant)
