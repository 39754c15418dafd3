"""Criterion by criterion: outcome, arithmetic, the inputs with their places, the clause."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.model.assessment import Assessment, Score
from par_index.model.reasons import Input, InputState
from par_index.model.units import reasoned
from par_index.rendering.arithmetic import item_lines
from par_index.rendering.readings import citation
from par_index.rendering.report.claims import claim_fact
from par_index.rendering.report.gaps import reading_fact
from par_index.rendering.report.nodes import line_of, points_of
from par_index.rendering.report.page import Entry, Fact, Section
from par_index.rendering.voice import Voice

__all__ = ["trace_section"]


def trace_section(voice: Voice, assessment: Assessment) -> Section:
    """Every leaf, and every parent that does more than add up, before what is below it."""
    return Section(
        voice.say("trace"),
        entries=tuple(
            Entry(
                one.code,
                voice.text(one.criterion.title),
                points_of(voice, one),
                tuple(_facts(voice, assessment, one)),
            )
            for one in reasoned(assessment.areas)
        ),
    )


def _facts(voice: Voice, assessment: Assessment, score: Score) -> Iterator[Fact]:
    result = voice.say(score.outcome)
    basis = f", {voice.say(score.basis)}" if score.basis else ""
    yield Fact(voice.say("result"), result + basis)
    if score.because is not None:
        yield Fact(voice.say("because"), line_of(voice, assessment, score))
        for line in item_lines(voice, score.because):
            yield Fact(voice.say("item"), line)
    if score.because is not None and not score.components:
        for one in score.because.inputs:
            yield Fact(voice.say("input"), _input(voice, one))
    yield from (reading_fact(voice, one) for one in score.readings)
    if score.answer is not None and score.answer.explanation:
        yield Fact(voice.say("explanation"), score.answer.explanation)
    yield from claim_fact(voice, score)
    if score.criterion.cites is not None:
        yield Fact(voice.say("clause"), citation(voice, score.criterion.cites))


def _input(voice: Voice, one: Input) -> str:
    """A measure as written, the words around it, and where it stands."""
    label = voice.label(one.measure)
    if one.state is InputState.INFERRED:
        line = voice.say("inferred", label=label)
    elif one.text:
        line = voice.say("reported_as", label=label, value=one.text)
    else:
        line = voice.say("blank", label=label)
    quote = one.said or one.quote
    if quote and quote != one.text:
        line = voice.say("in_words", what=line, quote=quote)
    return voice.say("at", what=line, place=str(one.span)) if one.span else line
