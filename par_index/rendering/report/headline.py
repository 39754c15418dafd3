"""The headline and the figures under it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from par_index.model.accounts import Account, Basis, Outcome
from par_index.model.assessment import Assessment, Totals
from par_index.model.criteria import Status
from par_index.rendering.numbers import rounded_percent
from par_index.rendering.report.grades import grades_line
from par_index.rendering.report.nodes import extras_in
from par_index.rendering.voice import Voice

__all__ = ["figures", "headline", "headline_of_unit", "index_range"]


def headline(voice: Voice, assessment: Assessment) -> str:
    """Points of what could be self-assessed, what stands open, and where the total may end.

    Never points of the whole maximum while something is pending.
    """
    account, shown = assessment.total, assessment.shown
    parts = [_scored(voice, account), *_left(voice, account), *_beside(voice, assessment)]
    maximum = voice.amount(account.applicable)
    if shown.low != shown.high:
        parts.append(_may_be(voice, shown, maximum))
    elif not _is_told(assessment):
        total = voice.amount(shown.low)
        parts.append(voice.say("all_of", points=total, maximum=maximum))
    return voice.list(parts)


def _may_be(voice: Voice, shown: Totals, maximum: str) -> str:
    if shown.low >= 0:
        return voice.say("may_be", range=voice.span(shown.low, shown.high), maximum=maximum)
    low, high = voice.amount(shown.low), voice.amount(shown.high)
    return voice.say("may_be_signed", low=low, high=high, maximum=maximum)


def _is_told(assessment: Assessment) -> bool:
    """Whether the fraction in front already is the whole total."""
    account = assessment.total
    is_whole = account.self_assessable == account.applicable and account.points == account.low
    return (
        is_whole and assessment.extras is None and assessment.totals.low == assessment.account.low
    )


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


def _beside(voice: Voice, assessment: Assessment) -> Iterator[str]:
    """Bonus and penalty, where the set has any."""
    extras = assessment.extras
    if extras is not None:
        yield voice.say("extras", points=voice.change(extras.low, extras.high))


def headline_of_unit(voice: Voice, assessment: Assessment) -> str:
    """The headline as the only line: whose it is, and whether something serious was found."""
    status = assessment.criteria.status
    return voice.say(
        "headline_of_unit" if status is Status.OFFICIAL else "headline_of_unit_by",
        status=voice.say(status),
        unit=assessment.submission.unit.name,
        headline=voice.list([headline(voice, assessment), *_serious(voice, assessment)]),
    )


def _serious(voice: Voice, assessment: Assessment) -> Iterator[str]:
    if assessment.findings:  # what shows findings is imported only where there are any
        from par_index.rendering.report.findings import serious_hint

        yield from serious_hint(voice, assessment)


def figures(voice: Voice, assessment: Assessment) -> Iterator[str]:
    """Bonus and penalty one by one, the grand total, supported points, the index, the grade."""
    if assessment.extras is not None:
        yield _each_extra(voice, assessment)
    if limit := _limit(voice, assessment):
        yield limit
    yield _supported(voice, assessment.total)
    yield _index(voice, assessment)
    if grades := grades_line(voice, assessment):
        yield grades


def _supported(voice: Voice, account: Account) -> str:
    """Of the points in the headline's fraction, those that something stands behind.

    Negative points need nothing behind them, so those by explanation may be more than the sum.
    """
    supported = voice.points(account.supported)
    if not account.explained:
        return voice.say("supported", points=supported)
    is_part = account.explained <= account.supported
    name = "supported_explained" if is_part else "supported_beside_explained"
    return voice.say(name, points=supported, explained=voice.amount(account.explained))


def _each_extra(voice: Voice, assessment: Assessment) -> str:
    """Every bonus and every penalty by its title."""
    parts = [
        voice.say(
            "labelled",
            label=voice.text(one.criterion.title),
            value=voice.change(one.low, one.high),
        )
        for one in extras_in(assessment.areas)
        if one.outcome is not Outcome.NOT_APPLICABLE
    ]
    return voice.say("each_extra", extras=voice.list(parts) or voice.amount(Fraction(0)))


def _limit(voice: Voice, assessment: Assessment) -> str:
    """What the set's own cap or floor makes of the sum."""
    account, extras, totals = assessment.account, assessment.extras, assessment.totals
    low, high = account.low, account.high
    if extras is not None:
        low, high = low + extras.low, high + extras.high
    if (low, high) == (totals.low, totals.high):
        return ""
    name = "limit_cap" if high > totals.high else "limit_floor"
    end = totals.high if high > totals.high else totals.low
    return voice.say(
        "limited",
        points=voice.points(low, high),
        limit=voice.say(name, points=voice.amount(end)),
    )


def _index(voice: Voice, assessment: Assessment) -> str:
    shown = index_range(voice, assessment)
    return voice.say("index", range=shown) if shown else voice.say("no_index")


def index_range(voice: Voice, assessment: Assessment) -> str:
    """The index in percent, rounded as the set says; empty where nothing applies."""
    rounding = assessment.criteria.rounding

    def percent(value: Fraction) -> Fraction:
        return rounded_percent(value, rounding.index_places, rounding.index_mode)

    if assessment.index_low is None or assessment.index_high is None:
        return ""
    return voice.span(percent(assessment.index_low), percent(assessment.index_high))
