"""A what-if in words: what is set, what it moves, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.advice.what_if import Difference, Setting, WhatIf
from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Score, Standing
from par_index.model.submission import Datum
from par_index.problems import Owner
from par_index.rendering.messages.advice_what_if import say_what_if
from par_index.rendering.report.headline import headline, index_range
from par_index.rendering.report.lists import remark_line
from par_index.rendering.report.nodes import line_of, points_of
from par_index.rendering.report.page import Entry, Fact
from par_index.rendering.typed import typed
from par_index.rendering.voice import Voice

__all__ = ["Words", "remark_bullets"]

_NOT_QUOTED = "W204"


class Words:
    """Says one what-if in one language, each side in a voice that knows its own data."""

    def __init__(self, one: WhatIf, language: str) -> None:
        self.one = one
        self.language = language
        self.old = Voice.of(one.before, language)
        self.new = Voice.of(one.after, language)

    def say(self, name: str, /, **slots: str) -> str:
        return say_what_if(name, self.language, **slots)

    # All together.

    def headline(self) -> str:
        """The total before and after; that nothing changes, where nothing does."""
        one = self.one
        before, after = self.total(one.before), self.total(one.after)
        if before == after:
            moved = one.differences or one.grades or one.appearing or one.vanishing
            return self.say("total_stays" if moved else "nothing", total=before)
        if one.before.total.applicable == one.after.total.applicable:
            before = self._range(one.before)
        moves = self.say("total_moves", before=before, after=after)
        return self.old.list(filter(None, (moves, self.total_gain())))

    def total(self, assessment: Assessment) -> str:
        """Where the total may end, bonus and penalty included, of what applies."""
        maximum = self.old.amount(assessment.total.applicable)
        return self.say("total_of", range=self._range(assessment), maximum=maximum)

    def _range(self, assessment: Assessment) -> str:
        return self.old.span(assessment.shown.low, assessment.shown.high)

    def total_gain(self) -> str:
        before, after = self.one.before.shown, self.one.after.shown
        return self.gain(after.low - before.low, after.high - before.high)

    def figures(self) -> Iterator[str]:
        """Only what differs: the headlines, the supported points, the index, the grades."""
        before, after = self.one.before, self.one.after
        lines = headline(self.old, before), headline(self.new, after)
        if lines[0] != lines[1]:
            yield self.say("before", what=lines[0])
            yield self.say("after", what=lines[1])
        if before.total.supported != after.total.supported:
            yield self.say(
                "supported",
                before=self.old.amount(before.total.supported),
                after=self.old.points(after.total.supported),
            )
        old, new = (self._index(side) for side in (before, after))
        if old != new:
            yield self.say("index", before=old, after=new)
        if self.one.grades:
            yield self.say("grades", grades=self.old.list(self._grades()))

    def _index(self, assessment: Assessment) -> str:
        shown = index_range(self.old, assessment)
        return f"{shown}%" if shown else self.say("no_index")

    def _grades(self) -> Iterator[str]:
        for one in self.one.grades:
            before, after = (self._standing(side) for side in (one.before, one.after))
            grade = self.old.text(one.grade.title)
            yield self.say("grade", grade=grade, before=before, after=after)

    def _standing(self, standing: Standing | None) -> str:
        return self.say("unknown" if standing is None else standing.value)

    # What is set.

    def settings(self) -> tuple[str, ...]:
        return tuple(map(self._setting, self.one.settings))

    def _setting(self, one: Setting) -> str:
        label = self.old.label(one.measure)
        if one.is_last_year:
            label = self.old.say("last_year", label=label)
        measure = self.say("measure", label=label, id=_id(one))
        after = self._value(self.new, one.measure, one.after)
        if not one.changes:
            return self.say("set_already", measure=measure, after=after)
        before = self._value(self.old, one.measure, one.before)
        return self.say("set", measure=measure, before=before, after=after)

    def _value(self, voice: Voice, id: str, datum: Datum | None) -> str:
        if datum is None or not datum.is_reported:
            return self.say("not_reported")
        return self.say("not_yet") if datum.not_yet else typed(voice, id, datum)

    def remarks(self) -> Iterator[str]:
        """What there is to remark on, apart from words that stay beside another value."""
        file = self.one.before.submission.source
        for problem in self.one.remarks:
            if problem.code != _NOT_QUOTED or problem.owner is not Owner.SCENARIO:
                yield remark_line(self.new, problem, file)

    def outdated(self) -> Iterator[str]:
        """The values to try beside which the file has words of the old ones."""
        quotes = {
            one.params["quote"]
            for one in self.one.remarks
            if one.code == _NOT_QUOTED and one.owner is Owner.SCENARIO
        }
        for one in self.one.settings:
            new = one.after if one.changes else None
            if new is not None and new.is_reported and (new.said or new.quote in quotes):
                yield _id(one)

    # What is found.

    def finding_columns(self) -> tuple[str, str, str] | None:
        """The names of a finding's parts; their module only where there are any."""
        if not self.one.appearing and not self.one.vanishing:
            return None
        from par_index.rendering.messages.findings import say

        severity, finding, places = (
            say(f"column_{name}", self.language) for name in ("severity", "finding", "places")
        )
        return severity, finding, places

    # What moves.

    def entries(self) -> tuple[Entry, ...]:
        """Criteria that differ, and parents that do more than add up."""
        return tuple(map(self._entry, self.reasoned()))

    def reasoned(self) -> Iterator[Difference]:
        """Differences with reasons of their own; those of plain sums follow from them."""
        return (one for one in self.one.differences if one.after.because is not None)

    def _entry(self, one: Difference) -> Entry:
        facts = (
            Fact(self.say("was"), line_of(self.old, self.one.before, one.before)),
            Fact(self.say("is"), line_of(self.new, self.one.after, one.after)),
        )
        title = self.old.text(one.after.criterion.title)
        return Entry(one.code, title, self._moved(one), facts)

    def _moved(self, one: Difference) -> str:
        """``0 → 1/1 điểm; +1``; where the points stay, what else can be said of them."""
        before, after = one.before, one.after
        gain = self.gain(one.low, one.high)
        old, new = self._points(before), self._points(after)
        if old == new:
            outcomes = self.old.say(before.outcome), self.old.say(after.outcome)
            return self.old.list([new, self.say("moves", before=outcomes[0], after=outcomes[1])])
        if Outcome.NOT_APPLICABLE not in (before.outcome, after.outcome) and not (
            after.criterion.extra
        ):
            old = self.old.span(before.low, before.high)
        parts = [self.say("moves", before=old, after=new), gain]
        return self.old.list(filter(None, parts))

    def _points(self, score: Score) -> str:
        return points_of(self.old, score) or self.old.say(score.outcome)

    def gain(self, low: Fraction, high: Fraction) -> str:
        """What both ends gain: one number where they gain the same; empty for nothing."""
        if low == high:
            return self.old.change(low) if low else ""
        ends = (("certain", low), ("at_most", high))
        return ", ".join(
            self.say(name, points=self.old.change(points)) for name, points in ends if points
        )


def remark_bullets(several: Sequence[Words]) -> tuple[str, ...]:
    """The remarks of all scenarios, each once; words that are out of date in one line."""
    lines = dict.fromkeys(line for words in several for line in words.remarks())
    ids = dict.fromkeys(id for words in several for id in words.outdated())
    if ids:
        lines[several[0].say("outdated", ids=", ".join(ids))] = None
    return tuple(lines)


def _id(one: Setting) -> str:
    """As it is written on the command line."""
    return f"last_year.{one.measure}" if one.is_last_year else one.measure
