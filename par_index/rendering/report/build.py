"""The report of an assessment: what a clerk asks first stands first."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.model.assessment import Assessment
from par_index.rendering.report.claims import Told, claims_section
from par_index.rendering.report.extras import extras_section
from par_index.rendering.report.gaps import gap_sections
from par_index.rendering.report.headline import figures, headline
from par_index.rendering.report.lists import area_section, list_sections, remark_section
from par_index.rendering.report.page import Page, Section
from par_index.rendering.report.trace import trace_section
from par_index.rendering.voice import Voice

__all__ = ["build_page", "particulars"]


def build_page(
    voice: Voice, assessment: Assessment, *, with_trace: bool, with_facts: bool = False
) -> Page:
    """Everything the report says, in order; sections without content are left out.

    ``with_facts`` adds those that findings rest on, for whoever writes rules.
    """
    return Page(
        title=assessment.submission.unit.name,
        subtitle=voice.text(assessment.criteria.title),
        particulars=particulars(voice, assessment),
        headline=headline(voice, assessment),
        figures=(*figures(voice, assessment), *_finding_figures(voice, assessment)),
        sections=tuple(
            section
            for section in _sections(
                voice, assessment, with_trace=with_trace, with_facts=with_facts
            )
            if not section.is_empty
        ),
        columns=(
            voice.say("column_code"),
            voice.say("column_criterion"),
            voice.say("column_points"),
        ),
    )


def particulars(voice: Voice, assessment: Assessment) -> tuple[str, ...]:
    """What the points rest on: the status of the set, its period, the day, the file."""
    criteria, submission = assessment.criteria, assessment.submission
    starts, ends = voice.date(criteria.starts), voice.date(criteria.ends)
    return (
        voice.say(criteria.status),
        voice.say("period", starts=starts, ends=ends),
        voice.say("as_of", date=voice.date(submission.as_of)),
        voice.say("file", name=submission.source.name),
    )


def _sections(
    voice: Voice, assessment: Assessment, *, with_trace: bool, with_facts: bool
) -> Iterator[Section]:
    notes = tuple(voice.text(note) for note in assessment.criteria.notes)
    told = _told(assessment)
    yield Section(voice.say("about_set"), bullets=notes)
    yield from gap_sections(voice, assessment, told)
    if assessment.findings:
        from par_index.rendering.report.findings import findings_section

        yield findings_section(voice, assessment)
    yield area_section(voice, assessment)
    yield extras_section(voice, assessment)
    yield from list_sections(voice, assessment, told)
    yield claims_section(voice, list(assessment.leaves()), told)
    yield remark_section(voice, assessment)
    if with_trace:
        yield trace_section(voice, assessment)
    if with_facts and assessment.findings:
        from par_index.rendering.report.findings import finding_trace

        yield finding_trace(voice, assessment)


# What shows findings is imported only where there are any.


def _finding_figures(voice: Voice, assessment: Assessment) -> Iterator[str]:
    if assessment.findings:
        from par_index.rendering.report.findings import finding_figures

        yield from finding_figures(voice, assessment)


def _told(assessment: Assessment) -> Told:
    """What findings tell, so that no other section has to."""
    if not assessment.findings:
        return frozenset()
    from par_index.rendering.report.findings import told_in

    return told_in(assessment)
