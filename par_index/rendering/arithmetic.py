"""Reasons as one line that a person would write: ``0/90 = 0% < 30% → 0 điểm``."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby, pairwise

from par_index.model.accounts import Outcome
from par_index.model.reasons import Because, Branch, Input, Reason, Term, Truth, Why
from par_index.model.rules import Bound, Relation
from par_index.rendering.numbers import Shown, show_number, show_percent
from par_index.rendering.voice import Voice

__all__ = ["because_line", "known_lines", "open_parts", "reason_lines", "value_line"]

_TIE = "\u00a0"
"""A space at which no line breaks."""

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
_MONTHS = "months"
_OPERATORS = {"+": f"{_TIE}+ ", "-": f"{_TIE}− ", "*": f"{_TIE}×{_TIE}"}


def because_line(
    voice: Voice,
    because: Because,
    outcome: Outcome,
    low: Fraction,
    high: Fraction,
    ground: str = "",
) -> str:
    """Why a score is what it is, up to its points. ``ground`` is a listed ground in words."""
    line = "; ".join(_grounds_of(voice, because, ground))
    if outcome is Outcome.NOT_APPLICABLE:
        return voice.say("not_applicable_because", reason=line)
    return voice.say("earns", change=line, points=voice.points(low, high))


def _grounds_of(voice: Voice, because: Because, ground: str) -> Iterator[str]:
    gates = [reason for reason in because.reasons if reason.is_gate]
    tests = [reason for reason in because.reasons if not reason.is_gate]
    match because.branch:
        case Branch.GROUND:
            yield ground
        case Branch.GATE:
            test = "; ".join(reason_lines(voice, gates, because.inputs))
            if len(because.inputs) == 1:
                label = voice.label(because.inputs[0].measure)
                test = voice.say("labelled", label=label, value=test)
            yield voice.say("gate", test=test or voice.say("own_condition"))
        case Branch.CONDITION:
            yield from reason_lines(voice, tests, because.inputs) or [voice.say("own_condition")]
        case Branch.OPEN:
            yield from known_lines(voice, because)
            yield from open_parts(voice, because.inputs)
        case Branch.STEP | Branch.OTHERWISE:
            yield from reason_lines(voice, _telling_steps(tests), because.inputs)
        case _:
            failing = [reason for reason in tests if reason.truth is Truth.NO]
            is_missed = because.branch is Branch.NOT_MET and failing
            yield from reason_lines(voice, failing if is_missed else tests, because.inputs)


def _telling_steps(tests: Sequence[Reason]) -> Sequence[Reason]:
    """Of the steps that were tried, the nearest missed and the one met; the last if none was."""
    return tests[-2:] if tests and tests[-1].truth is Truth.YES else tests[-1:]


def known_lines(voice: Voice, because: Because) -> list[str]:
    """What is known of a score that is open: tests that are decided, or that show a figure."""
    telling = [
        reason
        for reason in because.reasons
        if reason.truth is not Truth.OPEN or _shows_a_figure(reason)
    ]
    return reason_lines(voice, telling, because.inputs)


def _shows_a_figure(reason: Reason) -> bool:
    """Whether a value stands among the terms; the months of a due date are none."""
    followed = pairwise((*reason.terms, ""))
    return any(isinstance(term, Fraction) and after != _MONTHS for term, after in followed)


def open_parts(voice: Voice, inputs: Sequence[Input]) -> Iterator[str]:
    """What leaves a score open, one part for each kind of cause."""
    for why in Why:
        found = [one for one in inputs if one.why is why]
        if found:
            yield voice.say(f"open_{why}", labels="; ".join(_open(voice, one) for one in found))


def _open(voice: Voice, one: Input) -> str:
    label = voice.label(one.measure)
    return voice.say("due_day", label=label, date=voice.date(one.due)) if one.due else label


def reason_lines(voice: Voice, reasons: Sequence[Reason], inputs: Sequence[Input]) -> list[str]:
    """Each reason in words; several bounds on one value share a line."""
    by_id = {one.measure: one for one in inputs}
    is_alone = len(inputs) <= 1
    lines = []
    for _, same in groupby(reasons, key=lambda reason: (reason.terms, reason.measure, reason.code)):
        group = list(same)
        first = group[0]
        if first.measure:
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
    names = {
        Truth.YES: "criterion_full",
        Truth.NO: "criterion_not_full",
        Truth.OPEN: "criterion_full_open",
        Truth.NONE: "criterion_out",
    }
    return voice.say(names[reason.truth], code=reason.code)


def _comparison(voice: Voice, group: Sequence[Reason]) -> str:
    first = group[0]
    bound = first.bound
    if first.truth is Truth.NONE or bound is None:
        return voice.say("nothing_to_count", terms=_terms(voice, first))
    if bound.day:
        return _day(voice, first, bound)
    if isinstance(bound.value, str):
        return _choice(voice, group[-1], bound.value)
    undecided = [reason for reason in group if _truth(reason) is Truth.OPEN]
    shown = undecided[:1] or group
    line = _TIE.join((value_line(voice, first), ", ".join(_sign(voice, one) for one in shown)))
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
    chosen = voice.say("quoted", text=_terms(voice, reason))
    if reason.truth is Truth.YES:
        return chosen
    return f"{chosen}{_TIE}≠{_TIE}{voice.say('quoted', text=option)}"


def _sign(voice: Voice, reason: Reason) -> str:
    bound = reason.bound
    assert bound is not None
    holds, fails = _SIGNS[bound.relation]
    sign = fails if _truth(reason) is Truth.NO else holds
    return f"{sign}{_TIE}{_bound(voice, reason, bound)}"


def _day(voice: Voice, reason: Reason, bound: Bound) -> str:
    """A day against its due date, in words."""
    due = voice.date(bound.date)
    value = voice.say("no_day_yet") if reason.terms == ("?",) else _terms(voice, reason)
    name = _DAY_WORDS.get((bound.relation, reason.truth is Truth.YES))
    if name is None:
        return f"{value}{_TIE}{_SIGNS[bound.relation][reason.truth is Truth.NO]}{_TIE}{due}"
    if reason.truth is Truth.OPEN or reason.terms == ("?",):
        return f"{value}, {voice.say(_DAY_NEEDED[bound.relation], bound=due)}"
    return voice.say(name, value=value, bound=due)


def value_line(voice: Voice, reason: Reason) -> str:
    """The left side of a test: ``27/90 = 30%``, or just the value where nothing is computed."""
    shown = _value(voice, reason)
    if shown is None or (len(reason.terms) == 1 and not isinstance(reason.terms[0], Fraction)):
        return _terms(voice, reason)
    if len(reason.terms) == 1:
        return shown.text
    return f"{_terms(voice, reason)}{_TIE}{shown.sign}{_TIE}{shown.text}"


def _value(voice: Voice, reason: Reason) -> Shown | None:
    value, bound = reason.low, reason.bound
    if value is None or value != reason.high or bound is None or isinstance(bound.value, str):
        return None
    if bound.percent:
        return show_percent(value, voice.language, bound.value)
    if _counts_days(reason):
        return Shown(voice.say("days", count=voice.number(value)), True)
    if len(reason.terms) == 1:
        return Shown(voice.number(value), True)
    return show_number(value, voice.language)


def _bound(voice: Voice, reason: Reason, bound: Bound) -> str:
    assert isinstance(bound.value, Fraction)
    if bound.percent:
        percent = voice.number(bound.value * 100)
        return voice.number(bound.value) if "/" in percent else f"{percent}%"
    if _counts_days(reason):
        return voice.say("days", count=voice.number(bound.value))
    return voice.number(bound.value)


def _counts_days(reason: Reason) -> bool:
    """Whether the value is a number of days: days stand in the terms, but not in the bound."""
    return any(isinstance(term, datetime.date) or term == _MONTHS for term in reason.terms)


def _terms(voice: Voice, reason: Reason) -> str:
    return "".join(_term(voice, term) for term in reason.terms)


def _term(voice: Voice, term: Term) -> str:
    match term:
        case Fraction():
            return voice.number(term)
        case datetime.date():
            return voice.date(term)
        case str() if term == _MONTHS:
            return f"{_TIE}{voice.say('months')}"
        case _:
            return _OPERATORS.get(term, term)
