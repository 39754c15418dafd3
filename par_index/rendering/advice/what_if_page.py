"""The page of one what-if: what is set, then only what differs."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.advice.what_if import WhatIf
from par_index.rendering.advice.what_if_words import Words, remark_bullets
from par_index.rendering.report.build import particulars
from par_index.rendering.report.page import Page, Section

__all__ = ["one_page"]


def one_page(one: WhatIf, language: str) -> Page:
    """A page for one scenario; sections without content are left out."""
    words = Words(one, language)
    voice, before = words.old, one.before
    return Page(
        title=before.submission.unit.name,
        subtitle=voice.text(before.criteria.title),
        particulars=particulars(voice, before),
        headline=words.headline(),
        figures=tuple(words.figures()),
        sections=tuple(section for section in _sections(words) if not section.is_empty),
        columns=(
            voice.say("column_code"),
            voice.say("column_criterion"),
            words.say("column_points"),
        ),
    )


def _sections(words: Words) -> Iterator[Section]:
    one, voice = words.one, words.old
    title = one.name or words.say("values")
    yield Section(title, bullets=words.settings())
    entries = words.entries()
    yield Section(words.say("criteria", criteria=voice.tally(len(entries))), entries=entries)
    yield from _findings(words)
    yield Section(words.say("remarks"), bullets=remark_bullets([words]))


def _findings(words: Words) -> Iterator[Section]:
    """What there is to review anew, and what no more; its module only where there is any."""
    one = words.one
    if not one.appearing and not one.vanishing:
        return
    from par_index.rendering.report.findings import finding_entries, is_serious

    for name, voice, assessment, findings in (
        ("appearing", words.new, one.after, one.appearing),
        ("vanishing", words.old, one.before, one.vanishing),
    ):
        yield Section(
            words.say(name),
            entries=finding_entries(voice, assessment, findings),
            is_gap=name == "appearing" and is_serious(findings),
            columns=words.finding_columns(),
        )
