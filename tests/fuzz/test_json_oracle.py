"""The reader takes exactly the JSON that Python's own parser takes, as it stands."""

import json
from decimal import Decimal
from typing import NoReturn

from hypothesis import example, given
from hypothesis import strategies as st

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import Batch
from seedc.model.source import Source
from seedc.read.json_parse import parse_document
from seedc.read.seed_file import read_seed
from tests.fuzz.profile import fuzz
from tests.fuzz.strategies import broken, text_of, values

TOO_MUCH = {"number-too-large", "nesting-too-deep"}
"""What is JSON, and more than Postgres or a stack can hold."""

texts = values().map(text_of).flatmap(broken) | st.text(max_size=20)


class _NotJsonError(ValueError):
    """Python's parser takes it and JSON has it not."""


def _refuse(name: str) -> NoReturn:
    raise _NotJsonError(name)


def _oracle(text: str) -> str | None:
    """Return a value in Python's words, in which `1.10` is not `1.1`; None for none."""
    try:
        value = json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, ArithmeticError, RecursionError):
        return None
    return repr(value)


def _read(text: str) -> str | None:
    read = parse_document(Source("x.json", text))
    return None if isinstance(read, Diagnostic) else repr(read.value)


@fuzz(600)
@example("[1.10, 0e0, -0.0, 1E+2]")
@example("\ufeff[]")
@example("[1e-16384]")
@given(texts)
def test_whole_files(text: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """A text is refused by both, or read by both as the same."""
    read = parse_document(Source("x.json", text))
    if isinstance(read, Diagnostic):
        assert read.code in TOO_MUCH or _oracle(text) is None
        assert 1 <= read.place.line <= text.count("\n") + 1
    else:
        assert repr(read.value) == _oracle(text)


@fuzz(600)
@given(st.lists(texts, min_size=1, max_size=3))
def test_records(records: list[str]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """So is a list of records, which comes in another way."""
    text = f'{{"data": [{",".join(records)}]}}'
    found = list(read_seed(Source("seeds/x.json", text)))
    told = [event.code for event in found if isinstance(event, Diagnostic)]
    refused = {code for code in told if code != "duplicate-key"}
    read = [repr(r) for e in found if isinstance(e, Batch) for r in e.records]
    alone = [_read(record) for record in records]
    if None not in alone:
        assert not refused
        assert read == alone
    elif _oracle(text) is None:
        assert refused
        whole = alone[: alone.index(None)]
        # The last one in front of a mistake may be a piece of what was meant.
        assert read[: len(whole)] in (whole, whole[:-1])
