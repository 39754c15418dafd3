"""Headroom as a page: area by area, what each criterion lacks and what it bears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.advice.headroom import Headroom, HeadroomRow, Order, rows_in_order
from par_index.rendering.advice.headroom_words import Words
from par_index.rendering.report.build import particulars
from par_index.rendering.report.page import Entry, Page, Section
from par_index.rendering.voice import Voice

__all__ = ["page_of"]


def page_of(headroom: Headroom, voice: Voice, order: Order) -> Page:
    """An entry for each criterion with something to tell; the others in few words."""
    words = Words(headroom, voice)
    assessment = headroom.assessment
    return Page(
        assessment.submission.unit.name,
        voice.text(assessment.criteria.title),
        particulars(voice, assessment),
        _headline(headroom, words),
        tuple(_figures(headroom, words)),
        tuple(_sections(headroom, words, order)),
        tuple(voice.say(f"column_{name}") for name in ("code", "criterion", "points")),  # type: ignore[arg-type]
    )


def _headline(headroom: Headroom, words: Words) -> str:
    voice = words.voice
    parts: list[tuple[str, Fraction]] = [
        ("regain", headroom.regain),
        ("open", headroom.open),
        ("gone", headroom.gone),
        ("unknown", headroom.unknown),
    ]
    told = [words.say(name, points=voice.points(value)) for name, value in parts if value > 0]
    text = voice.list(told) if told else words.say("nothing")
    return text[:1].upper() + text[1:]


def _figures(headroom: Headroom, words: Words) -> Iterator[str]:
    voice = words.voice
    edges = sum(any(not one.count for one in row.spares) for row in headroom.rows)
    if edges:
        yield words.say("edges", criteria=voice.tally(edges))
    ends, as_of = headroom.assessment.criteria.ends, words.as_of
    if as_of > ends:
        yield voice.say("period_over", date=voice.date(ends))
    elif as_of < ends:
        days = voice.say("days", count=voice.number((ends - as_of).days))
        yield words.say("days_left", days=days, date=voice.date(ends))
    yield words.say("alone")


def _sections(headroom: Headroom, words: Words, order: Order) -> Iterator[Section]:
    if order is Order.NEAREST:
        rows = rows_in_order(headroom.rows, order)
        yield _section(words, words.say("nearest"), rows, with_area=True)
        return
    for area in headroom.areas:
        yield _section(words, words.voice.text(area.area.title), area.rows, with_area=False)


def _section(words: Words, title: str, rows: Sequence[HeadroomRow], *, with_area: bool) -> Section:
    told = [row for row in rows if any(words.facts(row))]
    quiet = [row for row in rows if row not in told]
    entries = tuple(
        Entry(
            row.code,
            words.voice.text(row.title),
            words.points(row),
            tuple(words.facts(row, with_area=with_area)),
        )
        for row in told
    )
    return Section(title, bullets=tuple(words.quiet(quiet)), entries=entries)
