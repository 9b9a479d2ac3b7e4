"""Laws of the one form of dates and times."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.text.moment import iso_date, plain_timestamp, utc_time, utc_timestamp

MINUTES = st.integers(-23 * 60, 23 * 60)
MOMENTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-13T09:30:00Z", "2026-01-13 09:30:00"),
        ("2026-01-13t09:30:00z", "2026-01-13 09:30:00"),
        ("2026-01-13 09:30:00Z", "2026-01-13 09:30:00"),
        ("2026-01-13T09:30:00+02:00", "2026-01-13 07:30:00"),
        ("2026-01-13T23:30:00-01:00", "2026-01-14 00:30:00"),
        ("2026-01-13T09:30:00.5Z", "2026-01-13 09:30:00.500000"),
        ("2026-01-13T09:30:00.000Z", "2026-01-13 09:30:00"),
        ("2026-01-13T09:30:00.123456000Z", "2026-01-13 09:30:00.123456"),
        ("2026-01-13T09:30:00.1234567Z", None),
        ("2026-01-13T09:30:00", None),
        ("2016-12-31T23:59:60Z", None),
        ("0001-01-01T00:00:00+01:00", None),
        ("9999-12-31T23:59:59-01:00", None),
        ("0000-01-01T00:00:00Z", None),
        ("2026-02-30T00:00:00Z", None),
        ("", None),
    ],
)
def test_utc_timestamp(text: str, expected: str | None) -> None:
    """A moment is text in UTC to the microsecond, or has no form."""
    assert expected == utc_timestamp(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-13T09:30:00", "2026-01-13 09:30:00"),
        ("2026-01-13T09:30:00Z", "2026-01-13 09:30:00"),
        ("2026-01-13T09:30:00+02:00", "2026-01-13 07:30:00"),
        ("yesterday", None),
    ],
)
def test_plain_timestamp(text: str, expected: str | None) -> None:
    """A date-time without a zone is in UTC."""
    assert expected == plain_timestamp(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09:30:00Z", "09:30:00"),
        ("09:30:00z", "09:30:00"),
        ("09:30:00+00:00", "09:30:00"),
        ("09:30:00.25Z", "09:30:00.250000"),
        ("09:30:00+01:00", None),
        ("09:30:00-01:00", None),
        ("09:30:00", None),
        ("25:00:00Z", None),
    ],
)
def test_utc_time(text: str, expected: str | None) -> None:
    """A time of day is in UTC, or has no form."""
    assert expected == utc_time(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-13", "2026-01-13"),
        ("2024-02-29", "2024-02-29"),
        ("2026-02-29", None),
        ("0000-01-01", None),
        ("tomorrow", None),
    ],
)
def test_iso_date(text: str, expected: str | None) -> None:
    """A day of the years 1 to 9999 is its own form."""
    assert expected == iso_date(text)


@given(MOMENTS, MINUTES)
def test_the_zone_does_not_matter(moment: datetime, minutes: int) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """However a moment is written, its form is the same."""
    utc = moment.replace(tzinfo=UTC)
    moved = utc.astimezone(timezone(timedelta(minutes=minutes)))
    assert moment.isoformat(sep=" ") == utc_timestamp(moved.isoformat())


@given(MOMENTS)
def test_the_form_is_stable(moment: datetime) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """The form of a form is itself."""
    form = plain_timestamp(moment.isoformat())
    assert form is not None
    assert form == plain_timestamp(form)


@given(st.text("0123456789-:.TZ+ ", max_size=30))
def test_no_text_raises(text: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Whatever the text, there is a form or none."""
    for form in (utc_timestamp, plain_timestamp, utc_time, iso_date):
        assert isinstance(form(text), str | None)
