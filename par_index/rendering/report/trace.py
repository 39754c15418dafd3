"""Criterion by criterion: outcome, arithmetic, the inputs with their places, the clause."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Score
from par_index.model.reasons import Input, InputState
from par_index.rendering.arithmetic import because_line
from par_index.rendering.report.claims import claim_fact
from par_index.rendering.report.gaps import citation
from par_index.rendering.report.lists import ground_of
from par_index.rendering.report.page import Entry, Fact, Section
from par_index.rendering.voice import Voice

__all__ = ["trace_section"]


def trace_section(voice: Voice, assessment: Assessment) -> Section:
    return Section(
        voice.say("trace"),
        entries=tuple(_entry(voice, leaf) for leaf in assessment.leaves()),
    )


def _entry(voice: Voice, leaf: Score) -> Entry:
    maximum = voice.amount(leaf.criterion.max_points)
    points = ""
    if leaf.outcome is not Outcome.NOT_APPLICABLE:
        points = voice.say("of_points", points=voice.span(leaf.low, leaf.high), maximum=maximum)
    return Entry(leaf.code, voice.text(leaf.criterion.title), points, tuple(_facts(voice, leaf)))


def _facts(voice: Voice, leaf: Score) -> Iterator[Fact]:
    result = voice.say(leaf.outcome)
    basis = f", {voice.say(leaf.basis)}" if leaf.basis else ""
    yield Fact(voice.say("result"), result + basis)
    if leaf.because is not None:
        ground = ground_of(voice, leaf)
        line = because_line(voice, leaf.because, leaf.outcome, leaf.low, leaf.high, ground)
        yield Fact(voice.say("because"), line)
        for one in leaf.because.inputs:
            yield Fact(voice.say("input"), _input(voice, one))
    if leaf.answer is not None and leaf.answer.explanation:
        yield Fact(voice.say("explanation"), leaf.answer.explanation)
    yield from claim_fact(voice, leaf)
    if leaf.criterion.cites is not None:
        yield Fact(voice.say("clause"), citation(voice, leaf.criterion.cites))


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
