"""What there is now, in a cell of an improvement plan."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from par_index.advice.plan import PlanRow
from par_index.advice.standing import Value
from par_index.model.reasons import Branch, LimitKind, Truth, Why
from par_index.rendering.advice.plan_values import day_of, figures_text
from par_index.rendering.messages.advice_plan import say_plan
from par_index.rendering.reasons import reason_lines
from par_index.rendering.report.nodes import points_of, summed
from par_index.rendering.terms import written
from par_index.rendering.voice import Voice

__all__ = ["StandingWords"]

_PAIR = 3
"""Terms of one number over another; what has more is of several measures."""


class StandingWords:
    """One voice saying how criteria stand."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    def say(self, name: str, /, **slots: str) -> str:
        return say_plan(name, self.voice.language, **slots)

    def now(self, row: PlanRow) -> str:
        """The value, the unit's own words, or why there is neither."""
        now = row.now
        several = len(now.values) > 1
        parts = [self._labelled(one, several=several) for one in now.values]
        parts += self._of_parent(row)
        parts += self._limits(row)
        parts += [_cleaned(words) for words in now.words]
        if now.ground is not None:
            parts.append(self.voice.text(now.ground))
        if now.is_blank and not now.words:
            parts.append(self.say("no_data"))
        if not now.words or now.waits != (Why.NOT_DUE,):
            parts += [self.say(why) for why in now.waits]
        for _, text in now.foreign:
            parts.append(self.voice.say("own_value", value=text))
        return self.voice.list(dict.fromkeys(parts)) or points_of(self.voice, row.score)

    def _labelled(self, value: Value, *, several: bool) -> str:
        """A value, with what it is of where it does not stand alone."""
        text, reason = self._value(value), value.reason
        if value.title is not None:
            return self.voice.say("labelled", label=self.voice.text(value.title), value=text)
        id = reason.measure or value.measure
        is_told = not id or reason.truth is Truth.NONE or (value.said and reason.measure)
        # That a bad thing is so says nothing without its name.
        is_yes = reason.truth is Truth.YES and not reason.terms
        if is_told or not (several or is_yes) or len(reason.terms) > _PAIR:
            return text
        return self.voice.say("labelled", label=self.voice.label(id), value=text)

    def _value(self, value: Value) -> str:
        reason = value.reason
        if value.said:
            return _cleaned(value.said)
        if reason.code:
            return "; ".join(reason_lines(self.voice, [reason], []))
        if reason.truth is Truth.NONE:
            return self.voice.say("nothing_to_count", terms=written(self.voice, reason.terms))
        if reason.measure and not reason.terms:
            return self.voice.say("yes") if reason.truth is Truth.YES else self.say("not_yet")
        if reason.measure:
            chosen = self.voice.criteria.measures[reason.measure].title_of(str(reason.terms[0]))
            return self.voice.text(chosen)
        if value.is_given and reason.low is not None and reason.low == reason.high:
            return self.voice.points(reason.low)
        if value.bounds and day_of(reason, value.bounds[0]) is not None:
            day = written(self.voice, reason.terms[:1])
            return self.voice.say("no_day_yet") if day == "?" else day
        return figures_text(self.voice, reason, value.bounds, value.measure)

    def _of_parent(self, row: PlanRow) -> Iterator[str]:
        """What the components of a parent come to, and what then limits it."""
        because = row.score.because
        if not row.score.components or because is None or because.branch is Branch.GATE:
            return
        low = sum((one.low for one in summed(row.score)), start=Fraction(0))
        high = sum((one.high for one in summed(row.score)), start=Fraction(0))
        yield self.say("parts", points=self.voice.span(low, high))

    def _limits(self, row: PlanRow) -> Iterator[str]:
        """What keeps the points down, with what makes it do so."""
        because = row.score.because
        for limit in because.limits if because else ():
            text = self.voice.say(f"limit_{limit.kind}", points=self.voice.amount(limit.to))
            causes = [self._labelled(one, several=True) for one in row.now.caps]
            if causes and limit.kind is LimitKind.CAP:
                text = self.voice.say("at", what=text, place=self.voice.list(causes))
            if limit.kind is not LimitKind.FLOOR:
                yield text


def _cleaned(text: str) -> str:
    """What somebody wrote, as the content of a cell."""
    return " ".join(text.split()).rstrip(" ;,.")
