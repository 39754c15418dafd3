"""Pace as a page: what is expected, what comes of it, then each criterion that hangs on it."""

from __future__ import annotations

from par_index.advice.pace import Pace
from par_index.rendering.advice.pace_words import Words
from par_index.rendering.report.build import particulars
from par_index.rendering.report.page import Entry, Page, Section
from par_index.rendering.voice import Voice

__all__ = ["page_of"]


def page_of(pace: Pace, voice: Voice) -> Page:
    """A section for each area that has something to tell."""
    words = Words(pace, voice)
    return Page(
        pace.before.submission.unit.name,
        voice.text(pace.before.criteria.title),
        particulars(voice, pace.before),
        words.headline(),
        tuple(words.figures()),
        tuple(
            Section(
                voice.text(area.area.title),
                entries=tuple(
                    Entry(
                        row.code, voice.text(row.title), words.points(row), tuple(words.facts(row))
                    )
                    for row in area.rows
                ),
            )
            for area in pace.areas
        ),
        (voice.say("column_code"), voice.say("column_criterion"), voice.say("column_points")),
    )
