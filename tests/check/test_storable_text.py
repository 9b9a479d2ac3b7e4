"""No text holds NUL or half a surrogate pair, which no target can store."""

import json
from pathlib import Path

import pytest

from seedc.check.rules.storable_text import may_hold_unstorable_text, storable_text
from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place, Source
from tests.check.small import in_seeds, small


def _problems(text: str) -> list[Diagnostic]:
    return list(storable_text(json.loads(text), Source("a.json", text), 0))


@pytest.mark.parametrize("text", ["plain", "\\n", "\\u00e4", "\\ud83d\\ude00", "😀"])
def test_a_text_is_stored(text: str) -> None:
    """Any other character is stored, as it is or as an escape."""
    assert _problems(f'{{"a": ["{text}"]}}') == []


@pytest.mark.parametrize(
    ("escape", "what"),
    [
        ("\\u0000", "NUL"),
        ("\\ud800", "half a surrogate pair"),
        ("\\udfff", "half a surrogate pair"),
    ],
)
def test_a_text_cannot_be_stored(escape: str, what: str) -> None:
    """NUL and half a surrogate pair are refused in values and in keys."""
    message = f"the text holds {what}, which Postgres cannot store"
    hint = f"remove the escape `{escape}`"
    place = Place("a.json", 1, 8, 9)
    expected = [Diagnostic("unstorable-text", message, place, help=hint)]
    assert expected == _problems(f'{{"a": ["x{escape}"]}}')
    place = Place("a.json", 1, 2, 9)
    expected = [Diagnostic("unstorable-text", message, place, help=hint)]
    assert expected == _problems(f'{{"x{escape}": 1}}')


def test_only_escapes_need_a_closer_look() -> None:
    """A file without such an escape holds no such text."""
    found = [
        may_hold_unstorable_text(Source("a.json", text))
        for text in ("plain", "\\n", "\\u00e4", "\\u0000", "\\uD83D", "\\udfff")
    ]
    assert found == [False, False, False, True, True, True]


def test_a_record_with_a_text_that_cannot_be_stored(tmp_path: Path) -> None:
    """The law holds for the records of a seed file."""
    expected = Diagnostic(
        "unstorable-text",
        "the text holds NUL, which Postgres cannot store",
        in_seeds(5, 12, 8),
        help="remove the escape `\\u0000`",
    )
    assert [expected] == small(tmp_path, {}, '{"id": "\\u0000"}')
