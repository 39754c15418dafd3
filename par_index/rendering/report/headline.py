"""The headline and the figures under it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from par_index.model.accounts import Account, Basis, Outcome
from par_index.model.assessment import Assessment
from par_index.model.criteria import Status
from par_index.rendering.numbers import rounded_percent
from par_index.rendering.voice import Voice

__all__ = ["figures", "headline", "headline_of_unit"]


def headline(voice: Voice, account: Account) -> str:
    """Points of what could be self-assessed, what stands open, and where the total may end.

    Never points of the whole maximum while something is pending.
    """
    parts = [_scored(voice, account), *_left(voice, account)]
    maximum = voice.amount(account.applicable)
    if account.open:
        spread = voice.span(account.low, account.high)
        parts.append(voice.say("may_be", range=spread, maximum=maximum))
    elif account.self_assessable != account.applicable or account.points != account.low:
        total = voice.amount(account.low)
        parts.append(voice.say("all_of", points=total, maximum=maximum))
    return voice.list(parts)


def _scored(voice: Voice, account: Account) -> str:
    if not account.self_assessable:
        return voice.say("nothing_scored")
    line = voice.say(
        "scored_of",
        points=voice.amount(account.points),
        maximum=voice.amount(account.self_assessable),
    )
    weak = [
        voice.say(name, points=voice.amount(account.by_basis[basis]))
        for basis, name in ((Basis.DECLARED, "by_words"), (Basis.STATED, "by_rates"))
        if account.by_basis[basis]
    ]
    return f"{line} ({', '.join(weak)})" if weak else line


def _left(voice: Voice, account: Account) -> Iterator[str]:
    left = [
        voice.say(name, points=voice.amount(account.by_outcome[outcome]))
        for outcome, name in (
            (Outcome.MISSING, "left_missing"),
            (Outcome.PENDING, "left_pending"),
        )
        if account.by_outcome[outcome]
    ]
    if left:
        yield voice.say("left", parts=", ".join(left))


def headline_of_unit(voice: Voice, assessment: Assessment) -> str:
    status = assessment.criteria.status
    return voice.say(
        "headline_of_unit" if status is Status.OFFICIAL else "headline_of_unit_by",
        status=voice.say(status),
        unit=assessment.submission.unit.name,
        headline=headline(voice, assessment.total),
    )


def figures(voice: Voice, assessment: Assessment) -> Iterator[str]:
    """Supported points and the index."""
    account = assessment.total
    supported = voice.points(account.supported)
    if account.explained:
        explained = voice.amount(account.explained)
        yield voice.say("supported_explained", points=supported, explained=explained)
    else:
        yield voice.say("supported", points=supported)
    yield _index(voice, assessment)


def _index(voice: Voice, assessment: Assessment) -> str:
    """The index, rounded as the set says."""
    rounding = assessment.criteria.rounding

    def percent(value: Fraction) -> Fraction:
        return rounded_percent(value, rounding.index_places, rounding.index_mode)

    if assessment.index_low is None or assessment.index_high is None:
        return voice.say("no_index")
    low, high = percent(assessment.index_low), percent(assessment.index_high)
    return voice.say("index", range=voice.span(low, high))
