"""Make the fixes of problems in JSON files: which span changes, and to what."""

from seedc.model.diagnostic import Edit, Fix
from seedc.model.json_value import Pointer
from seedc.model.source import Source
from seedc.text.excerpt import excerpt
from seedc.text.json_text import json_text
from seedc.text.json_walk import Span, members, value_span


def edit(source: Source, start: int, end: int, text: str) -> Edit:
    """Return the edit that puts a text in place of a span."""
    return Edit(source.path, start, end, text, before=source.text[start:end])


def delete(source: Source, span: Span, message: str) -> Fix:
    """Return the fix that takes a span out."""
    return Fix(message, (edit(source, span.start, span.end, ""),))


def delete_item(source: Source, start: int, pointer: Pointer, message: str) -> Fix:
    """Return the fix that takes an item out of an array, with one of its commas.

    Args:
        source: The file.
        start: Offset of the value that the pointer starts from.
        pointer: Way from there to the item.
        message: What the fix does.
    """
    way, at = pointer[:-1], int(pointer[-1])
    own = value_span(source.text, start, pointer)
    if at > 0:
        before = value_span(source.text, start, (*way, at - 1))
        return delete(source, Span(before.end, own.end), message)
    # Where there is no other item, the array itself is found, which starts before.
    after = value_span(source.text, start, (*way, 1))
    return delete(source, Span(own.start, max(own.end, after.start)), message)


def rename_key(source: Source, start: int, pointer: Pointer, name: str) -> Fix | None:
    """Return the fix that gives a key another name.

    Args:
        source: The file.
        start: Offset of the value that the pointer starts from.
        pointer: Way from there to the value of the key.
        name: The name that is meant.

    Returns:
        The fix; None where the key stands twice or the name is there already, as
        then one of them has to go.
    """
    within = pointer[:-1]
    # Where a value ends is a long way to go, and here of no interest.
    parent = value_span(source.text, start, within).start if within else start
    there = list(members(source.text, parent))
    spans = [member.key_span for member in there if member.key == pointer[-1]]
    if len(spans) != 1 or any(member.key == name for member in there):
        return None
    change = edit(source, spans[0].start, spans[0].end, json_text(name))
    return Fix(f"rename `{pointer[-1]}` to `{name}`", (change,))


def replace_value(source: Source, start: int, pointer: Pointer, text: str) -> Edit:
    """Return the edit that puts a text in place of the value at a pointer."""
    span = value_span(source.text, start, pointer)
    return edit(source, span.start, span.end, json_text(text))


def replacement(found: str, meant: str, edits: tuple[Edit, ...]) -> Fix:
    """Return the fix that puts one text in place of another, wherever it stands."""
    return Fix(f"replace {excerpt(found)} by {excerpt(meant)}", edits)
