"""Laws of reading seed files as a stream."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import Batch, Envelope
from seedc.model.json_value import JsonValue
from seedc.model.source import Source
from seedc.read.seed_file import BATCH, SeedEvent, read_seed
from seedc.read.text_file import read_text
from tests.support.projects import seed

VALID = seed({"id": "a", "n": 1.5}, {"id": "ü", "list": [1, None, True]}, '{"id": "c"}')


def events(text: str) -> list[SeedEvent]:
    """Return all that a seed file yields."""
    return list(read_seed(Source("seeds/items.json", text)))


def records(found: list[SeedEvent]) -> list[JsonValue]:
    """Return the records of all batches."""
    return [r for event in found if isinstance(event, Batch) for r in event.records]


def problems(found: list[SeedEvent]) -> list[Diagnostic]:
    """Return the problems."""
    return [event for event in found if isinstance(event, Diagnostic)]


def one_value(text: str) -> JsonValue:
    """Return the value `n` of a file's one record."""
    (record,) = records(events(seed(f'{{"n": {text}}}')))
    assert isinstance(record, dict)
    return record["n"]


@pytest.mark.parametrize("count", [0, 1, BATCH - 1, BATCH, BATCH + 1, 2 * BATCH])
def test_batches(count: int) -> None:
    """Records come in order in full batches and a rest, the envelope behind them."""
    *batches, last = events(seed(*({"id": i} for i in range(count))))
    sizes = [len(b.records) for b in batches if isinstance(b, Batch)]
    full, rest = divmod(count, BATCH)
    assert [BATCH] * full + [rest] * bool(rest) == sizes
    assert [{"id": i} for i in range(count)] == records([*batches])
    assert isinstance(last, Envelope)


def test_offsets() -> None:
    """Each record starts at its offset."""
    text = '{"data": [ {"a": 1},\n\t[2] , 3,"x"  ]}'
    (batch, _) = events(text)
    assert isinstance(batch, Batch)
    decoder = json.JSONDecoder()
    found = [decoder.raw_decode(text, at)[0] for at in batch.offsets]
    assert [{"a": 1}, [2], 3, "x"] == found == batch.records


def test_envelope_around_the_data() -> None:
    """What stands before and behind the data is the envelope, which comes last."""
    text = ' {"version": "1.0.0", "data": [{}], "updated_at": "now"} '
    source = Source("seeds/items.json", text)
    members: dict[str, JsonValue] = {"version": "1.0.0", "updated_at": "now"}
    found = list(read_seed(source))
    assert Envelope(source, 1, members, has_data=True) == found[-1]
    assert records(found) == [{}]


@pytest.mark.parametrize("data", ["{}", "null", '"x"', "1"])
def test_data_that_is_no_array(data: str) -> None:
    """Data that is no array is none, and is kept as it is for the message."""
    (envelope,) = events(f'{{"data": {data}}}')
    assert isinstance(envelope, Envelope)
    assert (False, {"data"}) == (envelope.has_data, set(envelope.members))


@pytest.mark.parametrize("text", ["[]", '"x"', "1", " [{}]"])
def test_no_envelope(text: str) -> None:
    """A file that is no object is one problem, at its first character."""
    (problem,) = problems(events(text))
    column = len(text) - len(text.lstrip()) + 1
    assert ("wrong-envelope", 1, column) == (
        problem.code,
        problem.place.line,
        problem.place.column,
    )


@pytest.mark.parametrize("text", ["1.10", "0.1", "1E+2", "-0.0", "1." + "3" * 300])
def test_decimals(text: str) -> None:
    """Numbers with a fraction or an exponent keep every digit."""
    value = one_value(text)
    assert isinstance(value, Decimal)
    assert text == str(value)


@pytest.mark.parametrize("number", [0, -1, 2**53 + 1, 10**400, -(10**4000)])
def test_integers(number: int) -> None:
    """Integers of any size stay exact."""
    value = one_value(str(number))
    assert (number, int) == (value, type(value))


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("1" + "0" * 4300, "the number has more than 4300 digits"),
        ("1e999999", "the number has too large an exponent"),
        ("1." + "1" * 17000, "the number has too many digits"),
    ],
)
def test_numbers_too_large(number: str, message: str) -> None:
    """A number that Postgres cannot hold is one problem, where it stands."""
    text = f'{{"data": [{{}}, {{"n": {number}}}]}}'
    found = events(text)
    (problem,) = problems(found)
    assert ("number-too-large", message, text.index(number) + 1) == (
        problem.code,
        problem.message,
        problem.place.column,
    )
    assert records(found) == [{}]


BROKEN = [
    ('{"id": 2,}', "}"),
    ('{"id" 2}', "2"),
    ("{'id': 2}", "'"),
    ("nul", "nul"),
    ("NaN", "NaN"),
    ('{"id": True}', "True"),
    ('{"id": 02}', "2}"),
    ('{"id": "a\nb"}', "\nb"),
]


@pytest.mark.parametrize(("record", "there"), BROKEN)
def test_broken_record(record: str, there: str) -> None:
    """Broken JSON is one problem at its place, and what stands before it is kept."""
    good: list[JsonValue] = [{"id": i} for i in range(BATCH + 5)]
    first = ", ".join(map(json.dumps, good))
    text = f'{{"data": [{first},\n{record}, {{"id": 3}}]}}'
    found = events(text)
    (problem,) = problems(found)
    assert ("invalid-json", 2, record.index(there) + 1) == (
        problem.code,
        problem.place.line,
        problem.place.column,
    )
    assert good == records(found)
    assert not any(isinstance(event, Envelope) for event in found)


@pytest.mark.parametrize("cut", range(1, len(VALID.rstrip())))
def test_cut_off(cut: int) -> None:
    """A file that is cut off anywhere is one problem, and keeps whole records."""
    found = events(VALID.rstrip()[:cut])
    assert [p.code for p in problems(found)] == ["invalid-json"]
    kept = records(found)
    assert records(events(VALID))[: len(kept)] == kept


def test_a_record_without_its_brace() -> None:
    """A key that lost its `{` is no record: the colon behind it is the one problem."""
    found = events(seed('"id": "a" }'))
    assert records(found) == []
    assert [p.code for p in problems(found)] == ["invalid-json"]


def test_duplicate_keys() -> None:
    """A key that stands twice is a problem at the second; the last one wins."""
    found = events('{"data": [{"a": 1, "a": 2}, {"b": 1}]}')
    (problem,) = problems(found)
    assert (
        problem.code,
        problem.place.column,
        problem.notes[0].place.column,
    ) == ("duplicate-key", 20, 12)
    assert records(found) == [{"a": 2}, {"b": 1}]


def test_data_twice() -> None:
    """Of data that stands twice the first counts."""
    found = events('{"data": [1], "data": [2]}')
    assert [p.code for p in problems(found)] == ["duplicate-key"]
    assert records(found) == [1]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_text(tmp_path: Path, encoding: str) -> None:
    """UTF-16 is told as such, with a byte order mark or without."""
    (tmp_path / "a.json").write_bytes(VALID.encode(encoding))
    found = read_text(tmp_path, "a.json")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place.line) == ("invalid-encoding", 1)
    assert found.message.endswith("UTF-16 text")


def test_rest_behind_the_envelope() -> None:
    """What stands behind the envelope is a problem, and all else was read."""
    found = events('{"data": [1]} x')
    (problem,) = problems(found)
    assert problem.message == "expected the end of the file, found `x`"
    assert records(found) == [1]
    assert isinstance(found[-1], Envelope)


EDITS = st.lists(
    st.tuples(
        st.integers(0, len(VALID.encode())),
        st.integers(0, 4),
        st.binary(max_size=3)
        | st.sampled_from([b'"', b"\\", b"{", b"]", b",", b"1e9", b"NaN", b"\xff"]),
    ),
    min_size=1,
    max_size=4,
)


@given(edits=EDITS)
def test_no_bytes_raise(  # type: ignore[misc]  # hypothesis erases its type
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, int, bytes]]
) -> None:
    """Whatever is done to the bytes of a file, reading it yields and never raises."""
    content = VALID.encode()
    for at, length, new in edits:
        content = content[:at] + new + content[at + length :]
    root: Path = tmp_path_factory.getbasetemp()
    (root / "mutated.json").write_bytes(content)
    source = read_text(root, "mutated.json")
    if isinstance(source, Diagnostic):
        return
    found = list(read_seed(source))
    assert problems(found) or isinstance(found[-1], Envelope)
