"""All engines in play read the patterns of the portable subset alike."""

import json
import re
import subprocess
from collections.abc import Sequence
from itertools import islice
from random import Random
from typing import Annotated

import jsonschema_rs
import psycopg
import pytest
from pydantic import Field, TypeAdapter, ValidationError

from seedc.dialect.pattern import is_portable
from seedc.sandbox.server import Server
from tests.support.node import find_node
from tests.support.postgres import fresh_database

ATOMS = (
    *("a", "b", "-", "_", " ", "/", "#", ",", '"', "'", "=", "<", "!", "é", "ß", "剣"),
    *(
        "😀",
        "\\.",
        "\\$",
        "\\^",
        "\\\\",
        "\\*",
        "\\+",
        "\\?",
        "\\(",
        "\\)",
        "\\[",
        "\\]",
    ),
    *(
        "\\{",
        "\\}",
        "\\|",
        "\\/",
        "\\t",
        "\\n",
        "\\r",
        "\\f",
        "\\v",
        "\\u0041",
        "\\u00e9",
    ),
    *(
        "[a-c]",
        "[^a-c]",
        "[-a]",
        "[a-]",
        "[^-]",
        "[a^]",
        "[\\]\\[]",
        "[\\\\]",
        "[\\-b]",
    ),
    *("[\\n\\t]", "[^\\n]", "[\\u0061-\\u0063]", "[à-ÿ]", "[😀-😂]", "[.$*+?(){}|]"),
    *("[&]", "[a=:]", "[A-Za-z0-9_]", "[^\\u0041]", "[\\f\\v\\r]", "[~|]", "[,;]"),
)
REPEATS = (
    "*",
    "+",
    "?",
    "{0}",
    "{1}",
    "{2}",
    "{0,2}",
    "{1,}",
    "{2,3}",
    "*?",
    "+?",
    "??",
)
ALPHABET = "aabbcA-_ /#,\"'=<!éßà剣😀😁.$^\\*+?()[]{}|\t\n\r\f\v0&:;~\u2028\u0085"
PATTERNS, TEXTS, MOST_ATOMS = 600, 25, 4


def _pattern(random: Random, depth: int = 0) -> str:
    alternatives = random.choice((1, 1, 1, 2, 3))
    return "|".join(_alternative(random, depth) for _ in range(alternatives))


def _alternative(random: Random, depth: int) -> str:
    count = random.randint(1, MOST_ATOMS)
    return "".join(_term(random, depth) for _ in range(count))


def _term(random: Random, depth: int) -> str:
    kind = random.random()
    if kind < 0.12:
        return random.choice("^$")
    if kind < 0.3 and depth < 3:
        opening = random.choice(("(", "(?:"))
        atom = f"{opening}{_pattern(random, depth + 1)})"
    else:
        atom = random.choice(ATOMS)
    return atom + (random.choice(REPEATS) if random.random() < 0.35 else "")


def _texts(random: Random) -> list[str]:
    lengths = [random.randint(0, 5) for _ in range(TEXTS)]
    return ["".join(random.choices(ALPHABET, k=k)) for k in lengths]


Cases = list[tuple[str, list[str]]]
Answers = list[list[bool]]


@pytest.fixture(scope="module")
def cases() -> Cases:
    """Make patterns of the subset, each with texts to look for it in."""
    random = Random(20260113)  # noqa: S311, the same cases in every run
    made = (_pattern(random) for _ in range(2 * PATTERNS))
    # Groups of nothing but `^` and `$` may have been repeated.
    patterns = list(islice(filter(is_portable, made), PATTERNS))
    assert len(patterns) == PATTERNS
    return [(pattern, _texts(random)) for pattern in patterns]


@pytest.fixture(scope="module")
def expected(cases: Cases) -> Answers:
    """Return what the validator of the records says."""
    found = []
    for pattern, texts in cases:
        validator = jsonschema_rs.Draft202012Validator({"pattern": pattern})
        found.append([validator.is_valid(text) for text in texts])
    return found


def _differences(cases: Cases, expected: Answers, found: Answers) -> list[object]:
    return [
        (pattern, text, ours, theirs)
        for (pattern, texts), one, other in zip(cases, expected, found, strict=True)
        for text, ours, theirs in zip(texts, one, other, strict=True)
        if ours != theirs
    ]


def test_patterns_and_texts_meet_often_and_not_always(expected: Answers) -> None:
    """The cases tell engines apart."""
    answers = [answer for row in expected for answer in row]
    assert 0.1 < sum(answers) / len(answers) < 0.9


def test_pydantic(cases: Cases, expected: Answers) -> None:
    """Generated records take what seedc takes."""
    found = [_pydantic(pattern, texts) for pattern, texts in cases]
    assert _differences(cases, expected, found) == []


def _pydantic(pattern: str, texts: Sequence[str]) -> list[bool]:
    adapter = TypeAdapter(Annotated[str, Field(pattern=pattern)])
    return [_takes(adapter, text) for text in texts]


def _takes(adapter: TypeAdapter[str], text: str) -> bool:
    try:
        adapter.validate_python(text)
    except ValidationError:
        return False
    return True


def test_python(cases: Cases, expected: Answers) -> None:
    r"""Python's own engine agrees, but for `$`, which it writes `\Z`."""
    found = [
        [re.search(_for_python(pattern), text) is not None for text in texts]
        for pattern, texts in cases
    ]
    assert _differences(cases, expected, found) == []


def _for_python(pattern: str) -> str:
    pieces = re.findall(r"\\.|\[(?:\\.|[^\]\\])*\]|.", pattern, re.DOTALL)
    return "".join(r"\Z" if piece == "$" else piece for piece in pieces)


SCRIPT = """
const cases = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const answers = cases.map(([p, texts]) => texts.map((t) => new RegExp(p, 'u').test(t)));
process.stdout.write(JSON.stringify(answers));
"""


def test_javascript(cases: Cases, expected: Answers) -> None:
    """Editors and TypeScript agree."""
    done = subprocess.run(
        [str(find_node() / "node"), "-e", SCRIPT],
        input=json.dumps(cases),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert _differences(cases, expected, json.loads(done.stdout)) == []


def _in_postgres(server: Server, cases: Cases) -> Answers:
    with fresh_database(server) as conninfo, psycopg.connect(conninfo) as connection:
        return [
            connection.execute(
                "SELECT array_agg(t ~ %s ORDER BY i)"
                " FROM unnest(%s::text[]) WITH ORDINALITY AS u (t, i)",
                (pattern, texts),
            ).fetchall()[0][0]
            for pattern, texts in cases
        ]


@pytest.mark.postgres
def test_the_newest_postgres(
    cases: Cases, expected: Answers, embedded_server: Server
) -> None:
    """CHECK constraints take what seedc takes, on the embedded server."""
    found = _in_postgres(embedded_server, cases)
    assert _differences(cases, expected, found) == []


@pytest.mark.postgres
def test_the_oldest_postgres(
    cases: Cases, expected: Answers, installed_server: Server
) -> None:
    """CHECK constraints take what seedc takes, on the server of the machine."""
    found = _in_postgres(installed_server, cases)
    assert _differences(cases, expected, found) == []
