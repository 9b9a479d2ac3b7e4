"""Find what git leaves in a file whose two versions it could not merge."""

import re
from collections.abc import Sequence

from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.source import Source
from seedc.text.position import place_at
from seedc.text.sql_token import tokens

# As git writes them: `man git-merge`, "How conflicts are presented".
_MARKER = re.compile(r"\n(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)")
_LENGTH = 7


def merge_conflict(source: Source) -> Diagnostic | None:
    """Describe the merge conflict in a file that could not be parsed, if it has one.

    In a file that can be parsed, such a line may be part of a text.
    """
    return _described(source, _markers(source.text))


def merge_conflict_in_sql(source: Source) -> Diagnostic | None:
    """Describe the merge conflict in an SQL file, if it has one.

    Lines of comments and texts that look like markers are none.
    """
    if not (found := _markers(source.text)):
        return None
    starts = {at for at, _ in tokens(source.text)}
    return _described(source, [at for at in found if at in starts])


def _markers(text: str) -> list[int]:
    # The line break in front makes up for the one that a marker begins with here.
    return [match.start() for match in _MARKER.finditer(f"\n{text}")]


def _described(source: Source, found: Sequence[int]) -> Diagnostic | None:
    if not found:
        return None
    first, last = (place_at(source, at, at + _LENGTH) for at in (found[0], found[-1]))
    return Diagnostic(
        "merge-conflict",
        "the file holds a merge conflict that nobody resolved",
        first,
        notes=() if first == last else (Note("the last marker is here", last),),
        help="keep one side and remove the markers",
    )
