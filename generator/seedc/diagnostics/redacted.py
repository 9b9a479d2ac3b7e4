"""Problems as they may be shown: without what looks like a credential."""

from collections.abc import Iterator
from dataclasses import replace

from seedc.model.diagnostic import Diagnostic, Fix, Note
from seedc.text.secrets import is_harmless, redact


def redacted(problem: Diagnostic) -> Diagnostic:
    """Return a problem with asterisks for what no output may show.

    A fix that would put a secret into a file, or speaks of one, is left out.
    """
    if is_harmless("\n".join(_texts(problem))):
        return problem
    return replace(
        problem,
        message=redact(problem.message),
        notes=tuple(_note(note) for note in problem.notes),
        help=None if problem.help is None else redact(problem.help),
        fix=None if problem.fix is None else _fix(problem.fix),
    )


def _texts(problem: Diagnostic) -> Iterator[str]:
    """Yield all texts of a problem that may be shown."""
    yield problem.message
    yield from (note.message for note in problem.notes)
    yield problem.help or ""
    if problem.fix is not None:
        yield problem.fix.message
        yield from (text for e in problem.fix.edits for text in (e.before, e.text))


def _note(note: Note) -> Note:
    return replace(note, message=redact(note.message))


def _fix(fix: Fix) -> Fix | None:
    texts = [text for edit in fix.edits for text in (edit.before, edit.text)]
    if any(redact(text) != text for text in texts):
        return None
    return replace(fix, message=redact(fix.message))
