"""Bonus and penalty: points beside the tree, on lines of their own."""

from __future__ import annotations

from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment
from par_index.model.units import reasoned
from par_index.rendering.report.nodes import extras_in, line_of, points_of
from par_index.rendering.report.page import Entry, Fact, Section
from par_index.rendering.voice import Voice

__all__ = ["extras_section"]


def extras_section(voice: Voice, assessment: Assessment) -> Section:
    """Every extra criterion with what it adds or takes, and why."""
    extras = assessment.extras
    beside = [
        one
        for one in reasoned(extras_in(assessment.areas))
        if one.outcome is not Outcome.NOT_APPLICABLE
    ]
    return Section(
        ""
        if extras is None
        else voice.say("extras_title", points=voice.change(extras.low, extras.high)),
        voice.say("extras_lead"),
        entries=tuple(
            Entry(
                one.code,
                voice.text(one.criterion.title),
                points_of(voice, one),
                (Fact(voice.say("now"), line_of(voice, assessment, one)),),
            )
            for one in beside
        ),
    )
