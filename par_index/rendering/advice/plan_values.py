"""Values and bounds as an office writes them: ``42/56 (75%)``, ``tối thiểu 02 đơn vị``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction

from par_index.model.conditions import Bound, Relation
from par_index.model.measures import Kind
from par_index.model.reasons import Percent, Reason, Term
from par_index.model.steps import Change
from par_index.nouns import Noun, replace
from par_index.rendering.messages.advice_plan import say_plan
from par_index.rendering.reasons import shown_bound, shown_value
from par_index.rendering.terms import TIE, is_difference, is_share, written
from par_index.rendering.voice import Voice

__all__ = [
    "Figures",
    "amount_text",
    "counted",
    "day_of",
    "figures_of",
    "figures_text",
    "none_of",
    "percent_text",
    "relation_words",
]

_RELATIONS = {
    Relation.AT_LEAST: "at_least",
    Relation.ABOVE: "above",
    Relation.AT_MOST: "at_most",
    Relation.BELOW: "below",
    Relation.IS: "is",
}
_OF_DAYS = {
    Relation.BEFORE: "before_day",
    Relation.ON_OR_BEFORE: "by_day",
    Relation.IS: "is_day",
    Relation.AT_LEAST: "from_day",
    Relation.ABOVE: "after_day",
    Relation.AT_MOST: "by_day",
    Relation.BELOW: "before_day",
}
_ONE_DIGIT = 10


class Figures(Noun):
    """A value taken apart: its arithmetic without the target that it is a share of.

    ``value`` is None where it is not known, or no one number.
    """

    terms: tuple[Term, ...]
    value: Fraction | None
    target: Fraction | None = None

    @property
    def is_alone(self) -> bool:
        """Whether it is one number, with nothing worked out."""
        return len(self.terms) == 1

    @property
    def is_pair(self) -> bool:
        """Whether it is one number of another: 27/90."""
        return len(self.terms) == 3 and self.terms[1] == "/"

    @property
    def is_share(self) -> bool:
        return is_share(self.terms) and not is_difference(self.terms)


def figures_of(reason: Reason) -> Figures:
    """The value of a test; of ``(134/168)/80%`` it is 134/168, with 80% as its target."""
    value = reason.low if reason.low == reason.high else None
    *first, sign, last = reason.terms if len(reason.terms) > 2 else ("", "", "")
    if sign != "/" or not isinstance(last, Percent) or not _is_whole(first):
        return Figures(reason.terms, value)
    inner = tuple(first[1:-1]) if first[0] == "(" else tuple(first)
    return Figures(inner, None if value is None else value * last.value, last.value)


def _is_whole(terms: Sequence[Term]) -> bool:
    """Whether terms are one number, or stand in one bracket."""
    if len(terms) == 1:
        return True
    depth = [0]
    for term in terms:
        depth.append(depth[-1] + (term == "(") - (term == ")"))
    return terms[0] == "(" and terms[-1] == ")" and all(depth[1:-1])


def counted(voice: Voice, value: Fraction, measure: str) -> str:
    """A number with what it counts; offices write whole numbers below ten with a zero before."""
    text = voice.number(value)
    if voice.language == "en":
        return text
    one = voice.criteria.measures.get(measure)
    if one is None or not one.counted_in:
        return text
    is_digit = value.denominator == 1 and 0 < value < _ONE_DIGIT and one.kind is Kind.COUNT
    return f"{'0' if is_digit else ''}{text}{TIE}{one.counted_in}"


def amount_text(voice: Voice, change: Change) -> str:
    """By how much a measure moves."""
    if voice.criteria.measures[change.measure].kind in (Kind.PERCENT, Kind.RATE):
        return voice.percentage_points(voice.number(abs(change.amount) * 100))
    return counted(voice, abs(change.amount), change.measure)


def figures_text(
    voice: Voice, reason: Reason, bounds: Sequence[Bound], measure: str, *, inside: str = ""
) -> str:
    """What stands: ``42/56 (75%)``, ``02 đơn vị``, ``69 − 68 = 1``.

    ``inside`` is what to say in the brackets instead.
    """
    one = figures_of(reason)
    terms = written(voice, one.terms)
    if one.terms[1:] == ("/", "?") and isinstance(one.terms[0], Fraction):
        return counted(voice, one.terms[0], measure)
    if one.value is None:
        return terms
    if one.is_share:
        percent = inside or percent_text(voice, one.value, bounds)
        if one.is_alone:
            return percent
        counts = f"{terms}{_unit(voice, measure)}" if one.is_pair else terms
        return say_plan("share", voice.language, counts=counts, percent=percent)
    if one.is_alone:
        return counted(voice, one.value, measure)
    shown = shown_value(voice, reason)
    return terms if shown is None else f"{terms}{TIE}={TIE}{shown.text}"


def _unit(voice: Voice, measure: str) -> str:
    """What the parts of a share are, where the unit's file counts them."""
    if voice.language == "en" or measure not in voice.told:
        return ""
    counted_in = voice.criteria.measures[measure].counted_in
    return f"{TIE}{counted_in}" if counted_in else ""


def percent_text(voice: Voice, value: Fraction, bounds: Sequence[Bound]) -> str:
    numbers = [one.value for one in bounds if isinstance(one.value, Fraction)]
    return voice.shown_percent(value, *numbers).text


def relation_words(voice: Voice, reason: Reason, bound: Bound, measure: str) -> str:
    """What a bound asks for: ``tối thiểu 90%``, ``trước 30/12/2021``, ``đảm bảo 100%``."""
    if (day := day_of(reason, bound)) is not None:
        return say_plan(_OF_DAYS[bound.relation], voice.language, day=voice.date(day))
    if isinstance(bound.value, str):
        title = voice.criteria.measures[reason.measure].title_of(bound.value)
        return voice.text(title)
    name = _RELATIONS[bound.relation]
    if bound.percent or any(isinstance(term, datetime.date) for term in reason.terms):
        is_all = bound == Bound(Relation.AT_LEAST, Fraction(1), percent=True)
        name = "all" if is_all and not is_difference(reason.terms) else name
        unknown = replace(reason, low=None, high=None)
        return say_plan(name, voice.language, value=shown_bound(voice, unknown, bound))
    if len(reason.terms) == 1 and _is_none(voice, bound, measure):
        return none_of(voice, measure)
    return say_plan(name, voice.language, value=counted(voice, bound.value, measure))


def _is_none(voice: Voice, bound: Bound, measure: str) -> bool:
    """Whether a bound on a number leaves nothing of it."""
    if bound.relation is Relation.AT_MOST:
        return bound.value == 0
    one = voice.criteria.measures.get(measure)
    is_count = one is not None and one.kind is Kind.COUNT
    return is_count and bound.relation is Relation.BELOW and bound.value == 1


def none_of(voice: Voice, measure: str) -> str:
    """Not one of what is counted."""
    one = voice.criteria.measures.get(measure)
    if voice.language == "vi" and (one is None or not one.counted_in):
        return voice.number(0)
    return say_plan("none_of", voice.language, unit=one.counted_in if one else "")


def day_of(reason: Reason, bound: Bound) -> datetime.date | None:
    """The day that a test is about: its bound, or one that so many days are counted from."""
    if bound.day:
        return bound.date
    if not isinstance(bound.value, Fraction):
        return None
    with suppress(OverflowError):
        match reason.terms:
            case (datetime.date() as day, "-", *_) if (
                reason.low is not None and reason.low == reason.high
            ):
                return day - datetime.timedelta(days=int(reason.low - bound.value))
            case (_, "-", datetime.date() as day):
                return day + datetime.timedelta(days=int(bound.value))
    return None
