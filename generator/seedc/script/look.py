"""Statements that find what happens to the rows of a table."""

from collections.abc import Iterator, Sequence

from seedc.model.reference import ForeignKey
from seedc.postgres.literal import quote_name, quote_text
from seedc.script.layout import lay_out
from seedc.script.ledger import allows, has_other_columns
from seedc.script.moves import moved_values
from seedc.script.phrases import as_key_text, image_of, quoted
from seedc.script.prepare import key_literals
from seedc.script.words import Words

ADOPT = "adopt"


def look(words: Words, parent: Words | None, targets: Sequence[Words]) -> str:
    """Return what finds out what happens to the rows of a table.

    Args:
        words: The table.
        parent: The table that it is a list of.
        targets: The tables of `words.follows`.
    """
    parts = [
        lay_out(
            "look",
            w=words,
            parent=parent,
            adopt=allows(ADOPT),
            differs=differs(words),
            is_live=words.is_live("stage"),
            present_key=words.present_key_text("stage"),
            renamed=_renamed(words, targets) if words.renames else "",
            known_keys=", ".join(words.keys_of_text("key")),
            fate=_fate(words, parent),
            has_other_columns=has_other_columns(words),
            removed_fate=_removed_fate(words),
            rename_or_follow=_rename_or_follow(words),
            retired_image=_retired_image(words),
            **(_parent_words(words, parent) if parent else {}),
        ),
        *moved_values(words),
    ]
    return "\n\n".join(parts)


def differs(words: Words) -> str:
    """Return the condition that a live row is not what the file says."""
    condition = words.differs("stage", "live")
    if words.retired_at:
        return f"{condition}\n    OR live.{words.retired_at} IS NOT NULL"
    return condition


def _rename_or_follow(words: Words) -> str:
    """Return whether a key must be changed, or changes by itself with another."""
    if not words.cascading:
        return "'rename'"
    own = words.changes_itself("renamed")
    return f"CASE WHEN {own} THEN 'rename' ELSE 'follow' END"


def _retired_image(words: Words) -> str:
    """Return the image that a row in no file has under its new key."""
    keys = [f"renamed.{key}" for key in words.key_names("new")]
    return image_of([*keys, *(f"live.{name}" for name in words.owned)], 4)


def _removed_fate(words: Words) -> str:
    return quote_text(words.table.removal.replace("prune", "delete"))


def _fate(words: Words, parent: Words | None) -> str:
    """Return what becomes of a known row that is neither in a file nor removed."""
    removal = words.table.removal
    if parent is None:
        return "'delete'" if removal == "prune" else "'unlisted'"
    with_parent = {"retire": "NULL", "keep": "'keep'"}
    return with_parent.get(removal, "'delete'")


def _renamed(words: Words, targets: Sequence[Words]) -> str:
    follows = [*zip(words.follows, targets, strict=True)]
    return lay_out(
        "renamed",
        w=words,
        adopt=allows(ADOPT),
        renames=[
            key_literals(words, entry.from_key, entry.to_key)
            for entry in words.lifecycle.renames
        ],
        joins=[*_joins(follows)],
        new_keys=words_of_new_keys(words, follows),
        moved=" OR ".join(
            f"renamed{i}.{quote_name('old_' + target.table.primary_key[0])} IS NOT NULL"
            for i, (_, target) in enumerate(follows)
        ),
    )


def _joins(follows: Sequence[tuple[ForeignKey, Words]]) -> Iterator[str]:
    for i, (key, target) in enumerate(follows):
        pairs = zip(quoted(key.columns), target.key_names("old"), strict=True)
        same = " AND ".join(f"renamed{i}.{old} = live.{own}" for own, old in pairs)
        alias = f"renamed{i}"
        yield f"LEFT JOIN {target.renamed} AS {alias} ON {alias}.applies AND {same}"


def words_of_new_keys(words: Words, follows: Sequence[tuple[ForeignKey, Words]]) -> str:
    """Return the key that a live row gets as what it refers to gets another."""
    found = []
    for name in words.table.primary_key:
        news = [
            f"renamed{i}.{target.key_names('new')[key.columns.index(name)]}"
            for i, (key, target) in enumerate(follows)
            if name in key.columns
        ]
        own = f"live.{quote_name(name)}"
        found.append(f"coalesce({', '.join([*news, own])})" if news else own)
    return ", ".join(found)


def _parent_words(words: Words, parent: Words) -> dict[str, object]:
    assert words.table.parent is not None  # noqa: S101, as it has one
    links = quoted(words.table.parent.columns)
    return {
        "known_moved": _moved_parent("known", links, parent),
        "live_moved": _moved_parent("live", links, parent),
        "known_parent": _parent_of("known", links, parent),
        "live_parent": _parent_of("live", links, parent),
        "parent_key": as_key_text([f"live.{link}" for link in links]),
    }


def _moved_parent(alias: str, links: Sequence[str], parent: Words) -> str:
    pairs = zip(parent.key_names("old"), links, strict=True)
    return " AND ".join(f"moved.{old} = {alias}.{link}" for old, link in pairs)


def _parent_of(alias: str, links: Sequence[str], parent: Words) -> str:
    own = [f"{alias}.{link}" for link in links]
    if parent.renames:
        news = parent.key_names("new")
        own = [f"coalesce(moved.{n}, {o})" for n, o in zip(news, own, strict=True)]
    pairs = zip(parent.keys, own, strict=True)
    return " AND ".join(f"parent.{key} = {value}" for key, value in pairs)
