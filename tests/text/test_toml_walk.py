"""Laws of finding keys in TOML."""

import random
import tomllib

import pytest

from seedc.model.source import Place, Source
from seedc.text.toml_place import key_place, key_spans
from seedc.text.toml_walk import toml_keys

TEXT = '''\
# [project]
[project]  # name = "no"
name = "x]" # seeds = 1
"se eds" = \'\'\'
[targets]
out = "no"
\'\'\'

[ targets . 'post.gres' ]
schema = """a\\"""
b = 1"""""
list = [ "]", { a = 1 }, # ]
  [1, 2], ]
inline = { one = 1, "t\\u0077o" = { three = [{}], four = {} } }
[[many]]
at = 2026-01-13 09:30:00
a.b . c = +1.5e3\r
[severity]
"wrong-type" = "error"
last = true'''

KEYS = [
    ("project",),
    ("project", "name"),
    ("project", "se eds"),
    ("targets",),
    ("targets", "post.gres"),
    ("targets", "post.gres", "schema"),
    ("targets", "post.gres", "list"),
    ("targets", "post.gres", "inline"),
    ("targets", "post.gres", "inline", "one"),
    ("targets", "post.gres", "inline", "two"),
    ("targets", "post.gres", "inline", "two", "three"),
    ("targets", "post.gres", "inline", "two", "four"),
    ("many",),
    ("many", "at"),
    ("many", "a"),
    ("many", "a", "b"),
    ("many", "a", "b", "c"),
    ("severity",),
    ("severity", "wrong-type"),
    ("severity", "last"),
]


def test_keys() -> None:
    """Every key is found, in order; nothing in strings, comments and arrays is."""
    tomllib.loads(TEXT)
    assert [key.keys for key in toml_keys(TEXT)] == KEYS


def test_spans() -> None:
    """A span holds the key as it is written, quotes and all."""
    written = [TEXT[key.span.start : key.span.end] for key in toml_keys(TEXT)]
    assert written[2] == '"se eds"'
    assert written[4] == "'post.gres'"
    assert written[9] == '"t\\u0077o"'
    assert written[-2:] == ['"wrong-type"', "last"]


@pytest.mark.parametrize("text", ["", "# only a comment", "\n\n", "a=1", "a = {}\r\n"])
def test_small(text: str) -> None:
    """A file of next to nothing has the keys that it has."""
    assert [key.keys[0] for key in toml_keys(text)] == [*tomllib.loads(text)]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("project", "name"), Place("t", 3, 1, 4)),
        (("project", "out"), Place("t", 2, 2, 7)),
        (("targets", "post.gres", "inline", "two"), Place("t", 14, 21, 10)),
        (("elsewhere",), Place("t", 1, 1)),
        ((), Place("t", 1, 1)),
    ],
)
def test_place(keys: tuple[str, ...], place: Place) -> None:
    """A key is where it stands; one that is missing, where its table is."""
    assert key_place(Source("t", TEXT), keys) == place


def test_several_places() -> None:
    """A table stands wherever a header or a pair names it."""
    source = Source("t", "[a.b]\nc = 1\n[a]\nd.e = 1\nd.f = 2\n")
    assert [len(key_spans(source, keys)) for keys in (("a",), ("a", "d"))] == [2, 2]
    assert key_spans(source, ("b",)) == ()


def test_whatever_parses_is_walked() -> None:
    """In any text that is TOML, the keys are those that the parser finds."""
    dice = random.Random(7)  # noqa: S311, the same texts in every run
    parsed = 0
    for _ in range(4000):
        text = TEXT
        for _ in range(dice.randint(1, 3)):
            at, length = dice.randrange(len(text)), dice.choice([0, 1, 1, 2, 12])
            new = "".join(dice.choices("\"'{}[]=,.#\n a1_\\", k=dice.choice([0, 1, 3])))
            text = text[:at] + new + text[at + length :]
        try:
            values = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            continue
        parsed += 1
        found = {key.keys for key in toml_keys(text)}
        assert (text, _keys(values) - found) == (text, set())
    assert parsed > 400


def _keys(value: object, path: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """Return the ways to all keys, but for those below arrays."""
    if not isinstance(value, dict):
        return set()
    inner = (_keys(member, (*path, key)) for key, member in value.items())
    return {path} - {()} | set().union(*inner) | {(*path, key) for key in value}
