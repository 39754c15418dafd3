"""What is to be asked of the references that a text makes, by the text alone."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from par_index.model.evidence import TextLayer, Verdict
from par_index.nouns import Noun
from par_index.review.evidence.first_page import BLANK_NUMBER
from par_index.review.evidence.normal import plain
from par_index.review.evidence.numbers import changed_about
from par_index.review.evidence.references import Reference, references_in

__all__ = ["Defect", "DefectKind", "Mention", "TextFile", "defects_in", "mentions_in"]

_HEAD: Final = 600
"""Characters at the beginning in which a document has its own number and day."""
_BLANK_DAY: Final = re.compile(
    r"\bng\w{1,2}[yỳý][\s.…_]*th\w{1,3}ng\s?[\d.…_]*\s?n\w{1,2}m\b", re.IGNORECASE
)


class TextFile(Noun):
    """One document as text, page by page."""

    name: str
    pages: tuple[str, ...]
    layer: TextLayer = TextLayer.GOOD
    fault: str = ""


class Mention(Noun):
    """A reference, in which file, on which page."""

    file: str
    page: int
    reference: Reference


class DefectKind(StrEnum):
    """What there is to ask."""

    BLANK_NUMBER = "blank_number"
    BLANK_DAY = "blank_day"
    YEAR = "year"
    NO_DAY = "no_day"
    TWO_DATES = "two_dates"
    SWAPPED = "swapped"


class Defect(Noun):
    """One question, with what it is about. ``written`` is how a reference stands in the text."""

    kind: DefectKind
    verdict: Verdict
    written: str
    mentions: tuple[Mention, ...] = ()
    others: tuple[str, ...] = ()
    days: tuple[datetime.date, ...] = ()
    file: str = ""


def mentions_in(files: Sequence[TextFile]) -> tuple[Mention, ...]:
    """Every reference of all files, in order."""
    return tuple(
        Mention(file.name, page, reference)
        for file in files
        for page, text in enumerate(file.pages, start=1)
        for reference in references_in(text)
    )


def defects_in(files: Sequence[TextFile]) -> tuple[Defect, ...]:
    """What the files say that cannot be right, or that two of them say differently."""
    mentions = mentions_in(files)
    found = [*_drafts(files), *_of_one(mentions), *_two_dates(mentions), *_swapped(mentions)]
    return tuple(sorted(found, key=lambda one: one.verdict is not Verdict.WRONG))


def _drafts(files: Sequence[TextFile]) -> Iterator[Defect]:
    """Documents whose own number or day is blank at their head."""
    for file in files:
        head = plain(file.pages[0])[:_HEAD] if file.pages else ""
        for kind, pattern in (
            (DefectKind.BLANK_NUMBER, BLANK_NUMBER),
            (DefectKind.BLANK_DAY, _BLANK_DAY),
        ):
            if match := pattern.search(head):
                rest = re.match(r"\S*", head[match.end() :])
                written = f"{match[0]}{rest[0] if rest else ''}"
                yield Defect(kind, Verdict.LOOK, written, file=file.name)


def _of_one(mentions: Sequence[Mention]) -> Iterator[Defect]:
    """References that contradict themselves, each once."""
    by_written: dict[tuple[DefectKind, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        one = mention.reference
        if one.day and one.date is None:
            by_written[DefectKind.NO_DAY, f"{one.written} {one.day}"].append(mention)
        elif one.date is not None and one.year is not None and one.year != one.date.year:
            by_written[DefectKind.YEAR, f"{one.written} {one.day}"].append(mention)
    for (kind, written), alike in by_written.items():
        day = alike[0].reference.date
        days = (day,) if day is not None else ()
        yield Defect(kind, Verdict.WRONG, written, tuple(alike), days=days)


def _two_dates(mentions: Sequence[Mention]) -> Iterator[Defect]:
    """One number with two dates in one year; numbers begin anew with each year."""
    dated: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        one = mention.reference
        if one.date is not None:
            dated[(*one.key, one.date.year)].append(mention)
    for alike in dated.values():
        days = sorted({one.reference.date for one in alike if one.reference.date is not None})
        if len(days) > 1:
            written = alike[0].reference.written
            yield Defect(
                DefectKind.TWO_DATES, Verdict.WRONG, written, tuple(alike), days=tuple(days)
            )


def _swapped(mentions: Sequence[Mention]) -> Iterator[Defect]:
    """Two numbers of one year and one notation that differ by two digits changed about."""
    by_notation: dict[tuple[int, str], dict[int, Mention]] = defaultdict(dict)
    for mention in mentions:
        number, year, notation = mention.reference.key
        if year is not None:
            by_notation[year, notation].setdefault(number, mention)
    for numbers in by_notation.values():
        for number, mention in sorted(numbers.items()):
            for other in changed_about(number):
                if number < other and (beside := numbers.get(other)) is not None:
                    written, also = mention.reference.written, beside.reference.written
                    yield Defect(
                        DefectKind.SWAPPED, Verdict.LOOK, written, (mention, beside), (also,)
                    )
