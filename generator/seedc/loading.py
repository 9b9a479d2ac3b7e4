"""Stream the records of each table through read, check and lower.

A batch of records lives only until its rows are made, so that a table needs the
memory of its rows and of its text, and not that of its parsed JSON.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast, final

from seedc.check.batch import Checked, RecordLaws, check_batch, record_laws
from seedc.check.rules.fitting_keys import fitting_keys
from seedc.check.rules.no_secrets import (
    may_hold_secret,
    no_secrets,
    no_secrets_in_records,
)
from seedc.check.rules.storable_text import may_hold_unstorable_text
from seedc.check.rules.valid_envelope import valid_envelope
from seedc.check.shared import Found, told_once
from seedc.lower.lifecycle import lower_entries, lower_lifecycle
from seedc.lower.rows import lower_records
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import Batch, Envelope, Records, SeedFile
from seedc.model.json_value import JsonObject
from seedc.model.lifecycle import Entry
from seedc.model.rows import Data, Loaded, Sources, TableRows
from seedc.model.source import Source
from seedc.model.table import Table
from seedc.read.seed_file import read_seed
from seedc.read.text_file import read_text


@final
@dataclass(slots=True)
class _Table:
    """What is known of one table so far.

    Attributes:
        laws: What its records are held against.
        files: Its files, each with the number of its first record.
        offsets: Where each record starts.
        refused: The records that have problems, by number.
        entries: What its files say of rows that are no more.
        versions: The version of each file, by path.
        complete: Whether all its records could be read.
        told: Whether all its entries could be.
    """

    laws: RecordLaws
    files: list[tuple[int, Source]] = field(default_factory=list)
    offsets: "array[int]" = field(default_factory=lambda: array("Q"))
    refused: dict[int, JsonObject] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    complete: bool = True
    told: bool = True


@final
@dataclass(frozen=True, slots=True)
class Loading:
    """All rows, where they came from, and what is wrong with their records.

    Attributes:
        data: The rows.
        sources: Where they came from.
        problems: What is wrong with their files and records.
        versions: The version of each seed file, by its path.
    """

    data: Data
    sources: Sources
    problems: tuple[Diagnostic, ...]
    versions: Mapping[str, str]


def load(
    root: Path, catalog: Catalog, seeds: Mapping[str, Sequence[SeedFile]]
) -> Loading:
    """Read the rows of all tables.

    Args:
        root: The project's root.
        catalog: The tables.
        seeds: The seed files of each table.

    Raises:
        OSError: A file cannot be read.
    """
    data = {table.name: TableRows() for table in catalog.tables}
    sources: dict[str, Loaded] = {}
    problems: list[Diagnostic] = []
    versions: dict[str, str] = {}
    for table in catalog.tables:
        if table.parent is None:
            children = _children(catalog, table)
            state = _Table(record_laws(table, children))
            found: list[Found] = []
            for seed in seeds.get(table.name, ()):
                found += _file(root, seed, state, data)
            problems += told_once(found, len(state.offsets))
            versions |= state.versions
            sources[table.name] = _loaded(state, read=table.name in seeds)
    return Loading(data, sources, tuple(problems), versions)


def _children(catalog: Catalog, table: Table) -> tuple[Table, ...]:
    return tuple(t for t in catalog.tables if t.parent and t.parent.table == table.name)


def _loaded(state: _Table, *, read: bool) -> Loaded:
    # What one says may be explained by another, which nobody knows.
    entries = tuple(state.entries) if state.told else ()
    return Loaded(
        Records(state.files, state.offsets),
        state.refused,
        state.complete and read,
        entries,
        lower_lifecycle(entries),
    )


def _file(root: Path, seed: SeedFile, state: _Table, data: Data) -> Iterator[Found]:
    source = read_text(root, seed.path)
    if isinstance(source, Diagnostic):
        state.complete = state.told = False
        yield Found(source)
        return
    state.files.append((len(state.offsets), source))
    odd_text = may_hold_unstorable_text(source)
    suspect = may_hold_secret(source.text)
    enveloped = False
    for event in read_seed(source):
        match event:
            case Batch():
                yield from _batch(event, source, state, data, odd_text=odd_text)
                if suspect:
                    yield from map(Found, no_secrets_in_records(event, source))
            case Envelope():
                enveloped = True
                yield from map(Found, _envelope(event, state))
                if suspect:
                    found = no_secrets(dict(event.members), source, event.start)
                    yield from map(Found, found)
                state.complete &= event.has_data
            case Diagnostic():
                yield Found(event)
    state.complete &= enveloped
    state.told &= enveloped


def _envelope(envelope: Envelope, state: _Table) -> Iterator[Diagnostic]:
    table = state.laws.table
    found = [*valid_envelope(envelope, table)] or [*fitting_keys(envelope, table)]
    yield from found
    state.told &= not found
    if not found:
        state.entries.extend(lower_entries(table, envelope))
        state.versions[envelope.source.path] = str(envelope.members["version"])


def _good_records(batch: Batch, checked: Checked) -> list[JsonObject]:
    # Records that passed are objects.
    records = cast("list[JsonObject]", batch.records)
    if len(checked.good) == len(records):
        return records
    return [records[i] for i in checked.good]


def _batch(
    batch: Batch, source: Source, state: _Table, data: Data, *, odd_text: bool
) -> tuple[Found, ...]:
    laws, first = state.laws, len(state.offsets)
    checked = check_batch(laws, batch, source, odd_text=odd_text)
    state.offsets.extend(batch.offsets)
    good = _good_records(batch, checked)
    numbers = [first + i for i in checked.good]
    lower_records(laws.table, laws.children, good, numbers, data)
    if len(good) < len(batch.records):
        taken = set(checked.good)
        for i, record in enumerate(batch.records):
            if i not in taken and isinstance(record, dict):
                state.refused[first + i] = record
            elif i not in taken:  # whatever row it was meant to be
                state.complete = False
    return checked.problems
