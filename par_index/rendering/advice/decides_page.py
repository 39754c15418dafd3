"""The page of what decides: grades, data that decide several things, every open item."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.advice.decides import Decides
from par_index.rendering.advice.decides_words import Words
from par_index.rendering.report.build import particulars
from par_index.rendering.report.page import Entry, Page, Section

__all__ = ["decides_page"]


def decides_page(one: Decides, language: str) -> Page:
    """Sections without content are left out."""
    words = Words(one, language)
    voice = words.voice
    return Page(
        title=words.say("title"),
        subtitle=one.assessment.submission.unit.name,
        particulars=(
            voice.text(one.assessment.criteria.title),
            *particulars(voice, one.assessment),
        ),
        headline=words.headline(),
        figures=tuple(words.figures()),
        sections=tuple(section for section in _sections(words) if not section.is_empty),
        columns=(
            voice.say("column_code"),
            voice.say("column_criterion"),
            voice.say("column_points"),
        ),
    )


def _sections(words: Words) -> Iterator[Section]:
    one, voice = words.one, words.voice
    grades = tuple(
        Entry(voice.text(need.grade.title), words.need(need), "", tuple(words.grade_facts(need)))
        for need in one.grades
    )
    columns = (words.say("column_grade"), words.say("column_need"), words.say("column_open"))
    yield Section(words.say("grades"), entries=grades, columns=columns)
    bullets = tuple(words.data(each) for each in one.data if each.is_shared)
    yield Section(words.say("data"), words.say("data_lead"), bullets=bullets)
    items = tuple(
        Entry(
            each.code,
            words.title(each.open),
            words.points(each.open),
            tuple(words.item_facts(each)),
        )
        for each in one.items
    )
    yield Section(words.say("items"), words.say("items_lead"), entries=items)
