"""Why a plan must not be applied."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import floor

from seedc.apply.sqlite.decide import Leaving, TableDecision
from seedc.apply.sqlite.found import Found
from seedc.apply.sqlite.state import State
from seedc.apply.sqlite.values import Key, Seeds, as_text
from seedc.model.plan import Allowance, Impact, Options, Refusal
from seedc.model.table import Table
from seedc.text.version import precedence

_MOST_KEYS = 10


def refusals(
    seeds: Seeds,
    found: Found,
    then: State,
    decisions: Mapping[str, TableDecision],
    leaving: tuple[Leaving, Mapping[str, Sequence[Key]]],
) -> Iterator[Refusal]:
    """Yield all refusals but those for foreign rows, the overridden ones among them."""
    going, unlisted = leaving
    yield from _lower_versions(seeds, found)
    for table in seeds.catalog.tables:
        name = table.name
        yield from _rows(name, decisions[name], unlisted.get(name, ()))
        yield from _blocked(name, found.tables[name].blocked)
        yield from _diverged(table, found, then)
        if table.parent is None:
            yield from _too_many(seeds, found, name, going)


def objections(impacts: Iterable[Impact]) -> Iterator[Refusal]:
    """Yield the refusals for rows that refer to others, and do not follow them."""
    for impact in impacts:
        if impact.refused:
            goes = impact.action == "delete"
            message = (
                f"{impact.rows} row{'s' * (impact.rows > 1)} of {impact.referrer} refer"
                f" to rows that {'go' if goes else 'get another key'} by"
                f" {impact.constraint} (on {'delete' if goes else 'update'}:"
                f" {impact.rule})"
            )
            code = "foreign-references" if goes else "rename-blocked"
            yield Refusal(code, impact.table, message, (), impact.rows)


def remaining(refused: Iterable[Refusal], options: Options) -> tuple[Refusal, ...]:
    """Return the refusals that the caller does not override."""
    return tuple(r for r in refused if r.allow is None or r.allow not in options.allow)


def versions_of(table: Table, versions: Mapping[str, str]) -> dict[str, str]:
    """Return the versions of the seed files that a table's rows come from."""
    stem = table.schema_path.rpartition("/")[2].split(".")[0]
    names = {table.parent.table if table.parent else table.name, stem}
    return {
        path: version
        for path, version in versions.items()
        if path.partition("/")[0].removesuffix(".json") in names
    }


def _rows(
    name: str, decision: TableDecision, unlisted: Sequence[Key]
) -> Iterator[Refusal]:
    if keys := decision.unknown:
        message = (
            "these rows are live, were not written by the seeds, and differ from them"
        )
        yield _refusal("unknown-rows", name, message, keys, "adopt")
    if unlisted:
        message = "these rows left the seed file and are not listed under `removed`"
        yield _refusal("unlisted-rows", name, message, unlisted)


def _blocked(name: str, keys: Sequence[Key]) -> Iterator[Refusal]:
    if keys:
        message = "these rows were renamed, but a row with the new key is live too"
        yield _refusal("rename-conflict", name, message, keys)


def _refusal(
    code: str,
    table: str,
    message: str,
    keys: Sequence[Key],
    allow: Allowance | None = None,
) -> Refusal:
    shown = sorted(map(_key_text, keys))[:_MOST_KEYS]
    return Refusal(code, table, message, tuple(shown), len(keys), allow)


def _key_text(key: Key) -> str:
    parts = as_text(key)
    return parts[0] if len(parts) == 1 else f"({', '.join(parts)})"


def _too_many(
    seeds: Seeds, found: Found, name: str, going: Leaving
) -> Iterator[Refusal]:
    count = sum(action in {"delete", "retire"} for action in going[name].values())
    known, deploy = len(found.tables[name].known), seeds.deploy
    most = min(deploy.max_removed, max(1, floor(deploy.max_removed_share * known)))
    if count > most:
        message = (
            f"{count} of {known} seeded rows would be removed, and at most {most} may"
            " be at a time"
        )
        yield Refusal("too-many-removed", name, message, (), count, "removals")


def _lower_versions(seeds: Seeds, found: Found) -> Iterator[Refusal]:
    before = {f: v for state in found.state.values() for f, v in state.versions.items()}
    for file, now in sorted(before.items()):
        then = seeds.versions.get(file)
        if then is not None and precedence(then) < precedence(now):
            message = f"{file} has version {then}, and {now} was applied before"
            yield Refusal("lower-version", None, message, allow="downgrade")


def _diverged(table: Table, found: Found, then: State) -> Iterator[Refusal]:
    """Yield that content differs under the same versions; that of other columns may."""
    now, new = found.state.get(table.name), then[table.name]
    if now is None or now.columns != new.columns or now.versions != new.versions:
        return
    if now.hash != new.hash:
        message = "its rows differ from what was applied under the same version"
        yield Refusal("diverged-version", table.name, message, allow="divergence")
