"""Pace in words: what is expected, what each rung asks for, what becomes of it by itself."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from par_index.advice.expected import Expected
from par_index.advice.pace import Course, Pace, PaceRow
from par_index.advice.rungs import Rung, RungState
from par_index.advice.trials import Need
from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment
from par_index.model.measures import Can
from par_index.rendering.advice.cases import arithmetic, cases, counted, moved
from par_index.rendering.messages.advice_pace import say_pace
from par_index.rendering.report.nodes import line_of, points_of
from par_index.rendering.report.page import Fact
from par_index.rendering.steps import asked
from par_index.rendering.voice import Voice

__all__ = ["Words"]

_MONTH = 30


class Words:
    """One voice telling of a pace."""

    def __init__(self, pace: Pace, voice: Voice) -> None:
        self.pace = pace
        self.voice = voice

    def say(self, name: str, /, **slots: str) -> str:
        return say_pace(name, self.voice.language, **slots)

    # All together.

    def headline(self) -> str:
        before, after = self.pace.before, self.pace.after
        old, new = self._total(before), self._total(after)
        if old == new:
            return self.say("total_stays", total=old)
        if before.total.applicable == after.total.applicable:
            old = self._range(before)
        return self.say("total_moves", before=old, after=new)

    def _total(self, one: Assessment) -> str:
        maximum = self.voice.amount(one.total.applicable)
        return self.say("total_of", range=self._range(one), maximum=maximum)

    def _range(self, one: Assessment) -> str:
        return self.voice.span(one.shown.low, one.shown.high)

    def figures(self) -> Iterator[str]:
        pace, voice = self.pace, self.voice
        yield from map(self._expected, pace.expected)
        for id, before, after in pace.along:
            label = voice.label(id)
            yield self.say("along", label=label, id=id, moved=moved(voice, before, after))
        courses = [
            self.say(course, codes=", ".join(codes))
            for course in (Course.LOSES, Course.GAINS, Course.OPENS, Course.KEEPS)
            if (codes := [row.code for row in pace.rows if row.course is course])
        ]
        yield self.say("courses", parts=voice.list(courses)) if courses else self.say("nothing")
        if pace.days is not None:
            days = voice.say("days", count=voice.number(pace.days))
            yield self.say("days_left", days=days, date=voice.date(pace.ends))
        elif pace.before.submission.as_of > pace.ends:
            yield voice.say("period_over", date=voice.date(pace.ends))
        if courses:
            yield self.say("alone")

    def _expected(self, one: Expected) -> str:
        measure = self.voice.criteria.measures[one.measure]
        slots = {"label": self.voice.label(one.measure), "id": one.measure}
        if one.before is None or not one.coming:
            name = "expected_new" if one.before is None else "expected_same"
            return self.say(name, **slots, amount=counted(self.voice, measure, one.after))
        slots["moved"] = moved(self.voice, one.before, one.after)
        slots["amount"] = counted(self.voice, measure, abs(one.coming))
        return self.say("expected" if one.coming > 0 else "expected_less", **slots)

    # One criterion.

    def points(self, row: PaceRow) -> str:
        """``1 → 0/1 điểm``; what it has where that stays."""
        old, new = (self._side(row, after=after) for after in (False, True))
        if old == new:
            return new
        is_plain = Outcome.NOT_APPLICABLE not in (row.before.outcome, row.after.outcome)
        if is_plain and not row.before.criterion.extra:
            old = self.voice.span(row.before.low, row.before.high)
        return self.say("moves", before=old, after=new)

    def _side(self, row: PaceRow, *, after: bool) -> str:
        score = row.after if after else row.before
        return points_of(self.voice, score) or self.voice.say(score.outcome)

    def facts(self, row: PaceRow) -> Iterator[Fact]:
        voice = self.voice
        yield Fact(self.say("fact_alone"), line_of(voice, self.pace.after, row.after))
        for rung in row.rungs:
            for text in self.rung(row, rung):
                yield Fact(self.say(f"fact_{rung.state}"), text)
        if row.ask:
            yield Fact(voice.say("report"), asked(voice, row.ask, voice.text(row.title)))

    def rung(self, row: PaceRow, rung: Rung) -> Iterator[str]:
        """What there is to say of a rung; of one that is had already, only where cases come."""
        points = self.voice.points(rung.points)
        match rung.state:
            case RungState.NEEDS:
                yield self.voice.say("alternatives").join(map(self.need, rung.needs))
            case RungState.LOST | RungState.BEYOND:
                yield self._lost(row, rung, points)
            case RungState.OPEN:
                yield self.say("open", points=points)
            case RungState.SAFE:
                coming = self._coming(row)
                if coming:
                    yield self.say("safe_none", points=points, coming=coming)

    def _coming(self, row: PaceRow) -> str:
        """The new cases none of which is needed for what is safe, where some could count."""
        if row.coming is None or row.after.low < row.before.criterion.max_points:
            return ""
        whole, coming = row.coming
        return counted(self.voice, self.voice.criteria.measures[whole], coming)

    def need(self, one: Need) -> str:
        lever, voice = one.lever, self.voice
        more = counted(voice, voice.criteria.measures[lever.measure], abs(one.more))
        slots = {
            "more": more,
            "final": cases(voice, lever.measure, one.final),
            "count": voice.number(one.final),
            "what": voice.say("quoted", text=voice.label(lever.measure)),
        }
        if lever.can is Can.FALL:
            text = self.say("fewer", **slots)
        elif lever.can is Can.RISE:
            text = self.say("any_cases", **slots)
        elif lever.coming is None:
            text = self.say("new_free", **slots)
        else:
            measure = voice.criteria.measures[lever.whole]
            name = "all_new" if one.more == lever.coming else "new_cases"
            text = self.say(name, **slots, coming=counted(voice, measure, lever.coming))
        figures = arithmetic(voice, one.reasons)
        text = self.say("with_arithmetic", need=text, arithmetic=figures) if figures else text
        text = self.say("earns", need=text, points=voice.points(one.low))
        return self._paced(text, one)

    def _paced(self, text: str, one: Need) -> str:
        """How many in 30 days, where so many days are left and one is not enough."""
        days = self.pace.days
        if days is None or days <= _MONTH or not one.more:
            return text
        steps = ceil(abs(one.more) / one.lever.unit * _MONTH / days)
        measure = self.voice.criteria.measures[one.lever.measure]
        amount = counted(self.voice, measure, steps * one.lever.unit)
        return self.say("per_month", need=text, amount=amount) if steps > 1 else text

    def _lost(self, row: PaceRow, rung: Rung, points: str) -> str:
        most = "" if rung.most is None else self._most(rung.most)
        if rung.wanted is not None:
            measure = self.voice.criteria.measures[rung.wanted.lever.measure]
            wanted = counted(self.voice, measure, rung.wanted.final)
            return self.say("lost_wanted", points=points, wanted=wanted, most=most)
        if rung.state is RungState.BEYOND and row.is_unproven:
            return self.say("unproven", points=points)
        if rung.state is RungState.BEYOND and row.unsaid:
            labels = self.voice.list(map(self.voice.label, row.unsaid))
            return self.say("unsaid", points=points, labels=labels)
        if rung.state is RungState.BEYOND:
            return self.say("beyond", points=points)
        return self.say("lost_most" if most else "lost", points=points, most=most)

    def _most(self, one: Need) -> str:
        text = self.say(
            "final",
            final=cases(self.voice, one.lever.measure, one.final),
            count=self.voice.number(one.final),
            what=self.voice.say("quoted", text=self.voice.label(one.lever.measure)),
        )
        figures = arithmetic(self.voice, one.reasons)
        return f"{text} ({figures})" if figures else text
