"""Reading dates: day/month/year or year-month-day, and nothing else."""

from __future__ import annotations

import datetime

import pytest

from par_index.reading.dates import Day, read_date
from par_index.reading.numbers import Refusal

REFUSED = [
    ("31/02/2021", "E236"),
    ("2021-13-01", "E236"),
    ("2021-02-29", "E236"),
    ("32/13/2021", "E236"),
    ("0/5/2021", "E236"),
    ("04/13/2021", "E237"),
    ("12.30.2021", "E238"),
    ("30-12-2021", "E238"),
    ("30/12/21", "E238"),
    ("cuối năm 2021", "E238"),
    ("2021-12-30 00:00:00", "E238"),
    ("２０２１-12-30", "E238"),
    ("", "E238"),
    ("1944-12-31", "E239"),
    ("01/01/0000", "E239"),
]


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_what_is_no_date_is_refused(text: str, code: str) -> None:
    refusal = read_date(text)
    assert isinstance(refusal, Refusal)
    assert refusal.code == code


TAKEN = [
    ("2021-12-30", datetime.date(2021, 12, 30)),
    ("30/12/2021", datetime.date(2021, 12, 30)),
    (" 30/12/2021 ", datetime.date(2021, 12, 30)),
    ("29/2/2020", datetime.date(2020, 2, 29)),
    ("1945-01-01", datetime.date(1945, 1, 1)),
]


@pytest.mark.parametrize(("text", "date"), TAKEN)
def test_a_date_is_taken(text: str, date: datetime.date) -> None:
    assert read_date(text) == Day(date)


@pytest.mark.parametrize("text", ["03/04/2021", "3/4/2021"])
def test_a_date_that_could_be_turned_around_is_read_day_first_and_noted(text: str) -> None:
    assert read_date(text) == Day(datetime.date(2021, 4, 3), "N201")


def test_a_date_that_is_the_same_turned_around_needs_no_note() -> None:
    assert read_date("5/5/2021") == Day(datetime.date(2021, 5, 5))


def test_a_date_in_the_other_order_is_shown_turned_around() -> None:
    refusal = read_date("4/13/2021")
    assert refusal == Refusal("E237", {"found": "4/13/2021", "expected": "13/04/2021"})
