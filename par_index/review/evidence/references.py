"""References to documents as texts write them: ``614/KH-SKHCN ngày 31/12/2020``."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from par_index.model.document_kinds import COPIES, KINDS, with_d
from par_index.nouns import Noun
from par_index.review.evidence.normal import identifier, plain

__all__ = ["Reference", "dates_in", "kind_in", "read_reference", "references_in"]

_REFERENCE: Final = re.compile(
    r"(?<![\w/])(?P<number>\d{1,5})(?:/(?P<year>(?:19|20)\d\d))?"
    r"(?:/|(?=-[A-ZĐ]))"
    r"(?P<notation>-?[A-ZĐ][A-Za-zĐđ&]{0,7}"
    r"(?:\s?[-–/]\s*[A-ZĐ][A-Za-zĐđ&]*){1,3}|QH\d{1,2})(?!\w)"
)
_DATE: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s?(?:[/.-]|th\w{1,3}ng)\s?(?P<month>\d{1,2})"
    r"\s?(?:[/.-]|n\w{1,2}m)\s?(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_DAY_WORD: Final = re.compile(r"ng\w{1,2}[yỳý]\s?\Z", re.IGNORECASE)
_NEAR: Final = 30
"""How far behind a reference its date may begin, in characters."""


class Reference(Noun):
    """One reference: number, the year in it if there is one, notation, and the date beside it.

    ``at`` is where it begins in the text that was read. ``day`` is as written, ``date`` the day of
    the calendar that it is, None where there is none such.
    """

    number: int
    year: int | None
    notation: str
    written: str
    at: int = 0
    day: str = ""
    date: datetime.date | None = None

    @property
    def key(self) -> tuple[int, int | None, str]:
        """Equal for one document, whoever wrote the reference down."""
        return (self.number, self.year, identifier(self.notation))

    @property
    def is_party(self) -> bool:
        """``52-NQ/TW``: the form of documents of the party."""
        return self.notation.startswith("-")


def references_in(text: str) -> Iterator[Reference]:
    """Every reference in a text, in order; the text is made `plain` first."""
    line = plain(text)
    for match in _REFERENCE.finditer(line):
        found = _reference(match)
        day = _date_after(line, match.end())
        if day is None:
            yield found
        else:
            yield _dated(found, day)


def read_reference(text: str) -> Reference | None:
    """The reference that a text is, and nothing else."""
    match = _REFERENCE.fullmatch(plain(text))
    return None if match is None else _reference(match)


def dates_in(text: str) -> set[datetime.date]:
    """Every day of the calendar that a text writes with day, month and year."""
    found = (_day_of(match) for match in _DATE.finditer(plain(text)))
    return {day for day in found if day is not None}


def kind_in(notation: str) -> str | None:
    """The kind of document that a notation begins with; None for a letter, and for laws."""
    first = re.split(r"[-/]", with_d(notation).lstrip("-"), maxsplit=1)[0].strip()
    if first in KINDS or first in COPIES:
        return first
    return None


def _reference(match: re.Match[str]) -> Reference:
    year = match["year"]
    notation = re.sub(r"\s+", "", match["notation"])
    return Reference(
        int(match["number"]), int(year) if year else None, notation, match[0], match.start()
    )


def _dated(found: Reference, match: re.Match[str]) -> Reference:
    return Reference(
        found.number,
        found.year,
        found.notation,
        found.written,
        found.at,
        match[0],
        _day_of(match),
    )


def _date_after(line: str, end: int) -> re.Match[str] | None:
    """The date close behind, led by the word for day, with no other reference between."""
    match = _DATE.search(line, end, end + _NEAR + len("31 tháng 12 năm 2020"))
    if match is None or match.start() - end > _NEAR:
        return None
    between = line[end : match.start()]
    if _DAY_WORD.search(between) is None or _REFERENCE.search(between):
        return None
    return match


def _day_of(match: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
