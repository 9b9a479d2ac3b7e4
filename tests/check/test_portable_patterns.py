"""Every pattern means the same to all engines that read it."""

from pathlib import Path

import pytest

from tests.check.shown import shown
from tests.check.small import small

CODE = "unportable-pattern"


def test_a_pattern_and_a_key_are_portable(tmp_path: Path) -> None:
    """What all engines read alike may be written anywhere."""
    keys = {"type": "object", "patternProperties": {"^[a-z]+$": {"type": "string"}}}
    text = {"type": "string", "pattern": r"^[^\n]{1,40}\.(?:png|jpe?g)$"}
    assert small(tmp_path, {"a": text, "b": keys}) == []


@pytest.mark.parametrize(
    ("pattern", "message", "hint"),
    [
        (
            r"^\d+$",
            r"`\d` does not mean the same characters to every engine",
            'write "^[0-9]+$"',
        ),
        (
            "^.*$",
            "`.` takes line breaks in some engines and not in others",
            r'write "^[^\\n]*$"',
        ),
        (
            "^a{1,300}$",
            "PostgreSQL repeats nothing over 255 times: `{1,300}`",
            "use `*` or `+`, and `minLength` or `maxLength`",
        ),
    ],
)
def test_a_pattern_is_not(
    tmp_path: Path, pattern: str, message: str, hint: str
) -> None:
    """What would say the same to all is offered."""
    problems = small(tmp_path, {"a": {"type": "string", "pattern": pattern}})
    assert [(p.code, p.message, p.help) for p in problems] == [(CODE, message, hint)]


def test_a_key_is_not(tmp_path: Path) -> None:
    """Patterns of keys are read by the same engines."""
    keys = {"type": "object", "patternProperties": {r"^\w$": {"type": "string"}}}
    problems = small(tmp_path, {"a": keys})
    message = r"`\w` does not mean the same characters to every engine"
    assert shown(tmp_path, problems) == [(CODE, r'"^\\w$"', message)]


def test_records_are_held_against_it_all_the_same(tmp_path: Path) -> None:
    """The problem hides no other."""
    text = {"type": "string", "pattern": r"^\d$"}
    problems = small(tmp_path, {"a": text}, {"id": "x", "a": "y"})
    assert [p.code for p in problems] == [CODE, "pattern-mismatch"]
