"""Nodes of the tree as a report shows them: what is beside, what is lessened, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Score
from par_index.model.reasons import Branch
from par_index.model.submission import Submission
from par_index.rendering.arithmetic import because_line
from par_index.rendering.voice import Voice

__all__ = [
    "extras_in",
    "ground_of",
    "is_lessened",
    "line_of",
    "points_of",
    "summed",
]


def extras_in(scores: Iterable[Score]) -> Iterator[Score]:
    """Extra nodes below no other extra node."""
    for score in scores:
        if score.criterion.extra:
            yield score
        else:
            yield from extras_in(score.components)


def summed(score: Score) -> tuple[Score, ...]:
    """The components that a parent adds up: an extra one stands beside."""
    extra = score.criterion.extra
    return tuple(one for one in score.components if extra or not one.criterion.extra)


def is_lessened(score: Score) -> bool:
    """Whether the modifiers of a parent changed what its components add up to."""
    because = score.because
    if because is None or not score.components or score.outcome is Outcome.NOT_APPLICABLE:
        return False
    return bool(because.limits) or because.branch is Branch.GATE


def points_of(voice: Voice, score: Score) -> str:
    """Points of the maximum that applies, or points on top; nothing where it does not apply."""
    if score.outcome is Outcome.NOT_APPLICABLE:
        return ""
    if score.criterion.extra:
        return voice.say("points", points=voice.change(score.low, score.high))
    span, maximum = voice.span(score.low, score.high), voice.amount(score.criterion.max_points)
    return voice.say("of_points", points=span, maximum=maximum)


def line_of(voice: Voice, assessment: Assessment, score: Score) -> str:
    """Why a node's score is what it is."""
    assert score.because is not None, "a node with reasons of its own"
    return because_line(
        voice,
        score.because,
        score.outcome,
        score.low,
        score.high,
        ground=ground_of(voice, assessment.submission, score),
        components=summed(score),
    )


def ground_of(voice: Voice, submission: Submission, score: Score) -> str:
    """The listed ground that an answer names, to it or to a node above, and the explanation."""
    for code, policy in score.criterion.excuses:
        answer = submission.answers.get(code)
        if answer is None or not answer.ground:
            continue
        listed = {one.id: voice.text(one.text) for one in policy.grounds}
        parts = [listed.get(answer.ground, answer.ground)]
        if answer.explanation and answer.explanation != parts[0]:
            parts.append(voice.say("quoted", text=answer.explanation))
        return voice.list(parts)
    return ""
