"""Every reference leads to a row: foreign keys, and references inside JSON.

Whatever refers to the same missing row is one problem. References into a table
that could not be read whole, or to a record that has problems of its own, are not
reported: they may be right.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import PurePosixPath

from seedc.check.known_keys import KnownKeys, Target, Values, name_of, shown
from seedc.check.mended_references import MendedReferences
from seedc.check.missing_rows import Reference, missing_rows
from seedc.check.refused import Refused
from seedc.check.used_values import used_values
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic, Fix, Note
from seedc.model.json_value import JsonValue
from seedc.model.rows import Data, Sources
from seedc.model.source import Place
from seedc.text.json_place import record_value
from seedc.text.near import nearest_few, one_of

_MOST_NOTES = 20
_MOST_HINTS = 50


def existing_targets(
    catalog: Catalog, data: Data, sources: Sources
) -> Iterator[Diagnostic]:
    """Yield a problem for each missing row that something refers to."""
    keys = KnownKeys(catalog, data, sources, Refused(catalog, sources))
    mending = MendedReferences(catalog, data, sources)
    used = cache(partial(used_values, keys))
    homes = cache(partial(_homes, keys))
    for count, (missing, references) in enumerate(missing_rows(keys).items()):
        targets, values = missing
        found = (_place(reference, sources) for reference in references)
        places = sorted(found, key=lambda p: (p.path, p.line, p.column))
        if not targets:
            yield _aimless(values, places)
            continue
        name = name_of(values) if count < _MOST_HINTS else None
        known = keys.names(targets) if name is not None else frozenset[str]()
        yield Diagnostic(
            "dangling-reference",
            f"{_named(targets, catalog)} has no {shown(values)}{_more(places)}",
            places[0],
            notes=_notes(places),
            help=_help(nearest_few(name or "", known), homes(targets)),
            fix=_fix(mending, references, values, known, partial(used, targets)),
        )


def _aimless(values: Values, places: Sequence[Place]) -> Diagnostic:
    return Diagnostic(
        "dangling-reference",
        f"nothing says which table {shown(values)} refers to{_more(places)}",
        places[0],
        notes=_notes(places),
        help="its `by` property has a value without a target; use null",
    )


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


def _fix(
    mending: MendedReferences,
    references: Sequence[Reference],
    values: Values,
    known: frozenset[str],
    used: Callable[[], frozenset[JsonValue]],
) -> Fix | None:
    rows = [(each.table, each.row) for each in references if each.row is not None]
    # Of a key of several columns nobody knows which one is wrong.
    if len(values) > 1 or len(rows) < len(references):
        return None
    return mending.fix(rows, values[0], known, used)
