"""A key of `names` or `types` that names a property stands in quotes.

    names = { "Enemy.max_hp" = "hitPoints" }

Without them TOML reads a table `Enemy` with a key `max_hp`.
"""

from collections.abc import Iterator

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import ProjectDocument
from seedc.model.json_value import JsonObject, JsonValue
from seedc.text.toml_place import key_place


def quoted_members(document: ProjectDocument) -> Iterator[Diagnostic]:
    """Yield the keys that would be one if they stood in quotes."""
    targets = _table(document.values.get("targets"))
    for target in ("python", "typescript"):
        for option in ("names", "types"):
            given = _table(_table(targets.get(target)).get(option))
            for owner, value in given.items():
                for key in _members(_table(value), option):
                    keys = ("targets", target, option, owner, key)
                    yield Diagnostic(
                        "invalid-option",
                        f"`{owner}.{key}` has no quotes, so that it is two keys",
                        key_place(document.source, keys),
                        help=f'write `"{owner}.{key}" = ...`',
                    )


def _members(value: JsonObject, option: str) -> Iterator[str]:
    """Yield the keys of what should be no table, or a type to import."""
    for key, member in value.items():
        if option == "names" or isinstance(member, dict):
            yield key


def _table(value: JsonValue) -> JsonObject:
    return value if isinstance(value, dict) else {}
