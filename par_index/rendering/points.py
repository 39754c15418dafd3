"""Points in words: what they are made of, and what then limits and rounds them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.exact import RoundingMode, round_exact
from par_index.model.assessment import Score
from par_index.model.measures import Kind
from par_index.model.reasons import Because, Branch, LimitKind, Term
from par_index.nouns import Noun
from par_index.rendering.numbers import Shown
from par_index.rendering.reasons import reason_lines
from par_index.rendering.terms import MONTHS, TIE, replaced, shows_a_figure, worked_out, written
from par_index.rendering.voice import Voice

__all__ = ["Made", "limit_words", "made_of", "name_of_item", "summary_of_items"]

_FINEST = 12


class Made(Noun):
    """What points are made of, and what that comes to before any limit and any rounding.

    A formula is joined to its value by a sign, words are not. Without ``low`` and ``high`` there
    is no value to show.
    """

    words: str
    low: Fraction | None = None
    high: Fraction | None = None
    is_formula: bool = False

    @property
    def value(self) -> Fraction | None:
        return self.low if self.low == self.high else None

    def line(self, voice: Voice) -> str:
        """The words with their value, exact or to the usual places."""
        if self.low is None or self.high is None:
            return self.words
        is_exact = self.low != self.high or voice.shown_points(self.low).is_exact
        return self.joined(voice.span(self.low, self.high), is_exact=is_exact)

    def whole(self, voice: Voice, points: Fraction) -> str | None:
        """The words with the points, where no other figure need stand between."""
        if self.value == points:
            is_exact = voice.shown_points(points).is_exact
            return self.joined(voice.points(points), is_exact=is_exact)
        finer = self._finer(voice, points)
        if finer is None or finer.text != voice.amount(points):
            return None
        return self.joined(f"≈{TIE}{voice.points(points)}", is_exact=False)

    def before_rounding(self, voice: Voice, points: Fraction) -> str | None:
        """The words with the value that the points are the rounding of."""
        finer = self._finer(voice, points)
        return None if finer is None else self.joined(str(finer), is_exact=finer.is_exact)

    def joined(self, amount: str, *, is_exact: bool) -> str:
        """``3 − 2 × 0,4 = 2,2``; an amount that is not exact brings its own sign."""
        sign = f"{TIE}=" if self.is_formula and is_exact else ""
        return f"{self.words}{sign}{TIE}{amount}"

    def _finer(self, voice: Voice, points: Fraction) -> Shown | None:
        """The value with so many decimals that ``points`` are seen to be its rounding."""
        rounding, value = voice.criteria.rounding, self.value
        if value is None or round_exact(value, rounding.places, rounding.mode) != points:
            return None
        for places in range(rounding.places + 1, _FINEST):
            shown = voice.shown_number(value, places)
            near = round_exact(value, places, RoundingMode.HALF_UP)
            if shown.is_exact or round_exact(near, rounding.places, rounding.mode) == points:
                break
        return shown


def made_of(voice: Voice, because: Because, components: Sequence[Score] = ()) -> Made | None:
    """The formula, the giver or the sum that points come from; None where a test decides."""
    if because.formula:
        return _formula(voice, because)
    if because.branch is Branch.GIVEN:
        return _given(voice, because)
    if because.branch is Branch.SUM and components:
        low = sum((one.account.low for one in components), start=Fraction(0))
        high = sum((one.account.high for one in components), start=Fraction(0))
        return Made(voice.say("parts_add_up"), low, high)
    return None


def _formula(voice: Voice, because: Because) -> Made | None:
    """The formula, with a span of days as the number that it is."""
    terms: Sequence[Term] = because.formula
    for reason in because.reasons:
        if reason.low is not None and reason.low == reason.high and _has_days(reason.terms):
            terms = replaced(terms, reason.terms, reason.low)
    if "?" in terms and not any(shows_a_figure(reason.terms) for reason in because.reasons):
        return None
    value = worked_out(terms)
    return Made(written(voice, terms), value, value, is_formula=True)


def _has_days(terms: Sequence[Term]) -> bool:
    return any(isinstance(term, datetime.date) or term == MONTHS for term in terms)


def _given(voice: Voice, because: Because) -> Made | None:
    """Who gave how much; nothing while nobody has."""
    reason = next(one for one in because.reasons if not one.is_gate and not one.is_cap)
    if reason.low is None or reason.low != reason.high:
        return None
    measures = [voice.criteria.measures[one.measure] for one in because.inputs]
    givers = {one.by for one in measures if one.kind is Kind.POINTS}
    # Beside other given points, an item does not tell whose its own are.
    name = f"given_{givers.pop()}" if len(givers) == 1 else "given"
    return Made(voice.say(name), reason.low, reason.low)


def limit_words(voice: Voice, because: Because) -> Iterator[str]:
    """The modifiers that acted, in the order in which they do."""
    tests = [reason for reason in because.reasons if reason.is_cap]
    for limit in because.limits:
        words = voice.say(f"limit_{limit.kind}", points=voice.amount(limit.to))
        if tests and limit.kind is LimitKind.CAP:
            lines = reason_lines(voice, tests, because.inputs, is_alone=False)
            words = voice.say("at", what=words, place=voice.list(lines))
        yield words


def summary_of_items(voice: Voice, because: Because) -> Iterator[str]:
    """Each item with what it gives of what it may give; of a choice, the one that is taken."""
    if not any(one.low == one.high for one in because.items):
        return
    winner = ""
    for number, item in enumerate(because.items, start=1):
        name = name_of_item(voice, because, number)
        winner = name if item.wins else winner
        got = f"{voice.span(item.low, item.high)}/{voice.amount(item.points)}"
        yield voice.say("labelled", label=name, value=got)
    if winner:
        yield voice.say("best_is", item=winner)
    elif because.branch is Branch.BEST:
        yield voice.say("best_of")


def name_of_item(voice: Voice, because: Because, number: int) -> str:
    """An item's title, or its place."""
    title = because.items[number - 1].title
    return voice.text(title) if title else voice.say("item_number", number=str(number))
