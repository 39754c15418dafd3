"""Reasons in words: each test with its value and its bounds, ``33/90 ≈ 36,67% ≥ 30%``."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby

from par_index.model.conditions import (
    Bound,
    CriterionApplies,
    CriterionAtLeast,
    Relation,
)
from par_index.model.reasons import Input, Reason, Truth, Why
from par_index.rendering.numbers import Shown
from par_index.rendering.terms import MONTHS, TIE, is_difference, is_share, shows_a_figure, written
from par_index.rendering.voice import Voice

__all__ = [
    "open_parts",
    "reason_lines",
    "shown_bound",
    "shown_value",
    "telling",
    "value_line",
]

_SIGNS = {
    Relation.AT_LEAST: ("≥", "<"),
    Relation.ABOVE: (">", "≤"),
    Relation.AT_MOST: ("≤", ">"),
    Relation.BELOW: ("<", "≥"),
    Relation.IS: ("=", "≠"),
}
"""The sign of a test that holds, and of one that does not."""

_DAY_WORDS = {
    (Relation.BEFORE, True): "before",
    (Relation.BEFORE, False): "not_before",
    (Relation.ON_OR_BEFORE, True): "by",
    (Relation.ON_OR_BEFORE, False): "after",
}
_DAY_NEEDED = {Relation.BEFORE: "day_before", Relation.ON_OR_BEFORE: "day_by"}


def telling(reasons: Sequence[Reason]) -> list[Reason]:
    """Of the reasons for something open, those that are decided, or that show a figure.

    One number that is held against nothing tells nothing.
    """
    return [
        one
        for one in reasons
        if (one.truth is not Truth.OPEN or shows_a_figure(one.terms))
        and (one.bound is not None or len(one.terms) != 1)
    ]


def open_parts(voice: Voice, inputs: Sequence[Input]) -> Iterator[str]:
    """What leaves a score open, one part for each kind of cause."""
    for why in Why:
        found = [one for one in inputs if one.why is why]
        if found:
            yield voice.say(f"open_{why}", labels="; ".join(_open(voice, one) for one in found))


def _open(voice: Voice, one: Input) -> str:
    label = voice.label(one.measure)
    return voice.say("due_day", label=label, date=voice.date(one.due)) if one.due else label


def reason_lines(
    voice: Voice,
    reasons: Sequence[Reason],
    inputs: Sequence[Input],
    *,
    is_alone: bool | None = None,
) -> list[str]:
    """Each reason in words; several bounds on one value share a line.

    An answer that is alone needs no label; so it is when only one input was read.
    """
    by_id = {one.measure: one for one in inputs}
    is_alone = len(inputs) <= 1 if is_alone is None else is_alone
    # A value that is held against a bound need not stand alone as well.
    bounded = {one.terms for one in reasons if one.bound is not None}
    told = [one for one in reasons if one.bound is not None or one.terms not in bounded]
    lines = []
    for _, same in groupby(told, key=lambda one: (one.terms, one.measure, one.question)):
        group = list(same)
        first = group[0]
        if first.measure and first.bound is None:
            lines.append(_answer(voice, first, by_id, is_alone=is_alone))
        elif first.code:
            lines.append(_criterion(voice, first))
        else:
            lines.append(_comparison(voice, group))
    return lines


def _answer(voice: Voice, reason: Reason, inputs: Mapping[str, Input], *, is_alone: bool) -> str:
    answers = {Truth.YES: voice.say("yes"), Truth.NO: voice.say("no")}
    answer = answers.get(reason.truth, voice.say("not_answered"))
    given = inputs.get(reason.measure)
    if given is not None and given.said:
        answer = voice.say("said", said=given.said, answer=answer)
    if is_alone:
        return answer
    return voice.say("labelled", label=voice.label(reason.measure), value=answer)


def _criterion(voice: Voice, reason: Reason) -> str:
    """What was asked of another criterion, and what came of it."""
    truth, code = reason.truth, reason.code
    match reason.question:
        case CriterionApplies(_, applies):
            if truth is Truth.OPEN:
                return voice.say("criterion_in_open", code=code)
            is_in = (truth is Truth.YES) is applies
            return voice.say("criterion_in" if is_in else "criterion_out", code=code)
        case CriterionAtLeast(_, points, percent):
            if truth is not Truth.NONE:
                least = _share_of(voice, points) if percent else voice.points(points)
                return voice.say(f"criterion_reaches_{truth}", code=code, points=least)
        case _:
            if truth is not Truth.NONE:
                return voice.say(f"criterion_full_{truth}", code=code)
    return voice.say("criterion_out", code=code)


def _share_of(voice: Voice, share: Fraction) -> str:
    return voice.say("share_of_points", share=voice.percent(share))


def _comparison(voice: Voice, group: Sequence[Reason]) -> str:
    first = group[0]
    bound = first.bound
    if first.truth is Truth.NONE:
        return voice.say("nothing_to_count", terms=written(voice, first.terms))
    if bound is None:
        line = value_line(voice, first)
        return voice.say("not_known", test=line) if first.truth is Truth.OPEN else line
    if bound.day:
        return _day(voice, first, bound)
    if isinstance(bound.value, str):
        return _choice(voice, group[-1], bound.value)
    undecided = [reason for reason in group if _truth(reason) is Truth.OPEN]
    shown = undecided[:1] or group
    values = value_line(voice, first, group)
    line = TIE.join((values, ", ".join(_sign(voice, one) for one in shown)))
    return voice.say("not_known", test=line) if undecided else line


def _truth(reason: Reason) -> Truth:
    """Whether the value meets the bound, even where it may also be no value at all (0/?)."""
    bound, value = reason.bound, reason.low
    if reason.truth is not Truth.OPEN or value is None or value != reason.high or bound is None:
        return reason.truth
    assert isinstance(bound.value, Fraction)
    if value == bound.value:
        meets = not bound.relation.is_strict
    else:
        meets = (value < bound.value) == bound.relation.is_upper
    return Truth.YES if meets and bound.relation is not Relation.IS else Truth.NO


def _choice(voice: Voice, reason: Reason, option: str) -> str:
    """The option chosen; another one that was asked for stands beside it."""
    if reason.truth is Truth.OPEN:
        return voice.say("not_answered")
    chosen = voice.option(reason.measure, str(reason.terms[0]))
    if reason.truth is Truth.YES:
        return chosen
    return f"{chosen}{TIE}≠{TIE}{voice.option(reason.measure, option)}"


def _sign(voice: Voice, reason: Reason) -> str:
    bound = reason.bound
    assert bound is not None
    holds, fails = _SIGNS[bound.relation]
    sign = fails if _truth(reason) is Truth.NO else holds
    return f"{sign}{TIE}{shown_bound(voice, reason, bound)}"


def _day(voice: Voice, reason: Reason, bound: Bound) -> str:
    """A day against its due date, in words."""
    due = voice.date(bound.date)
    value = voice.say("no_day_yet") if reason.terms == ("?",) else written(voice, reason.terms)
    name = _DAY_WORDS.get((bound.relation, reason.truth is Truth.YES))
    if name is None:
        return f"{value}{TIE}{_SIGNS[bound.relation][reason.truth is Truth.NO]}{TIE}{due}"
    if reason.truth is Truth.OPEN or reason.terms == ("?",):
        return f"{value}, {voice.say(_DAY_NEEDED[bound.relation], bound=due)}"
    return voice.say(name, value=value, bound=due)


def value_line(voice: Voice, reason: Reason, beside: Sequence[Reason] = ()) -> str:
    """The left side of a test: ``27/90 = 30%``, or just the value where nothing is computed.

    ``beside`` are the tests that share the line: the value is told apart from all their bounds.
    """
    terms = written(voice, reason.terms)
    shown = shown_value(voice, reason, beside)
    if shown is None or (len(reason.terms) == 1 and not isinstance(reason.terms[0], Fraction)):
        return terms
    return shown.text if len(reason.terms) == 1 else f"{terms}{TIE}{shown.sign}{TIE}{shown.text}"


def shown_value(voice: Voice, reason: Reason, beside: Sequence[Reason] = ()) -> Shown | None:
    """The one value of a test, in the manner of its bound; None while there is no one value."""
    value, bound = reason.low, reason.bound
    if value is None or value != reason.high or (bound and isinstance(bound.value, str)):
        return None
    if bound.percent if bound else is_share(reason.terms):
        bounds = [one.bound.value for one in (reason, *beside) if one.bound is not None]
        shown = voice.shown_percent(value, *(one for one in bounds if isinstance(one, Fraction)))
        if not is_difference(reason.terms):
            return shown
        points = voice.percentage_points(shown.text.removesuffix("%"))
        return Shown(points, shown.is_exact)
    if _counts_days(reason):
        return Shown(voice.say("days", count=voice.number(value)), True)
    if len(reason.terms) == 1:
        return Shown(voice.number(value), True)
    return voice.shown_number(value)


def shown_bound(voice: Voice, reason: Reason, bound: Bound) -> str:
    """The bound in the unit of the value; a bare number where that has just been named."""
    assert isinstance(bound.value, Fraction)
    if bound.percent and is_difference(reason.terms):
        count = voice.number(bound.value * 100)
        is_named = shown_value(voice, reason) is not None
        return count if is_named else voice.percentage_points(count)
    if bound.percent:
        return voice.percent(bound.value)
    if _counts_days(reason):
        return voice.say("days", count=voice.number(bound.value))
    return voice.number(bound.value)


def _counts_days(reason: Reason) -> bool:
    """Whether the value is a number of days: days stand in the terms, but not in the bound."""
    return any(isinstance(term, datetime.date) or term == MONTHS for term in reason.terms)
