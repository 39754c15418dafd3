"""A diff in words: sides, parts, criteria, data."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.advice.diff import DataChange, Diff, Ends, Parts, Row, RowKind
from par_index.advice.diff_carrying import Carried, Left, LeftReason
from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Score
from par_index.model.submission import Datum
from par_index.rendering.messages.advice_diff import say_diff
from par_index.rendering.messages.advice_what_if import say_what_if
from par_index.rendering.report.grades import grades_line
from par_index.rendering.report.headline import index_range
from par_index.rendering.report.nodes import line_of, points_of
from par_index.rendering.report.page import Entry, Fact
from par_index.rendering.typed import typed
from par_index.rendering.voice import Voice

__all__ = ["Words"]

_SPLIT = (RowKind.BOTH, RowKind.GROUP)
"""What has a part of both; of the others everything is the doing of the rules."""


class Words:
    """Says one diff in one language, each side in a voice that knows its own set and data."""

    def __init__(self, one: Diff, language: str) -> None:
        self.one = one
        self.language = language
        self.old = Voice.of(one.before, language)
        self.new = Voice.of(one.after, language)

    def say(self, name: str, /, **slots: str) -> str:
        return say_diff(name, self.language, **slots)

    # The sides.

    def subtitle(self) -> str:
        before, after = (one.submission.unit.name for one in (self.one.before, self.one.after))
        return after if before == after else self.say("two_units", before=before, after=after)

    def particulars(self) -> Iterator[str]:
        """Which set, and each side's day and file; a set of its own where there are two."""
        one = self.one
        if not one.is_of_two:
            yield self.new.text(one.after.criteria.title)
            yield self.new.say(one.after.criteria.status)
        for name, voice, side in (
            ("side_before", self.old, one.before),
            ("side_after", self.new, one.after),
        ):
            yield self.say(name, what=", ".join(self._side(voice, side)))

    def _side(self, voice: Voice, side: Assessment) -> Iterator[str]:
        submission = side.submission
        if self.one.before.submission.unit.name != self.one.after.submission.unit.name:
            yield submission.unit.name
        if self.one.is_of_two:
            yield voice.text(side.criteria.title)
            yield voice.say(side.criteria.status)
        yield voice.say("as_of", date=voice.date(submission.as_of))
        yield voice.say("file", name=submission.source.name)

    # All together.

    def headline(self) -> str:
        one = self.one
        before, after = self._total(self.old, one.before), self._total(self.new, one.after)
        if one.is_empty:
            return self.say("nothing", total=after)
        if before == after:
            return self.say("total_same", total=after)
        if one.before.total.applicable == one.after.total.applicable:
            before = self.old.span(one.before.shown.low, one.before.shown.high)
        moves = self.say("total", before=before, after=after)
        shown = one.before.shown, one.after.shown
        gain = self.gain((shown[1].low - shown[0].low, shown[1].high - shown[0].high))
        return self.old.list(filter(None, (moves, gain)))

    def _total(self, voice: Voice, side: Assessment) -> str:
        span = voice.span(side.shown.low, side.shown.high)
        maximum = voice.amount(side.total.applicable)
        return say_what_if("total_of", self.language, range=span, maximum=maximum)

    def figures(self) -> Iterator[str]:
        one = self.one
        if one.is_of_two and not one.total.is_nothing:
            yield self.say("of_total", parts=self.parts(one.total))
        before, after = (index_range(self.new, side) for side in (one.before, one.after))
        if before != after and before and after:
            yield self.say("index", before=before, after=after)
        if one.is_of_two and one.index is not None and not one.index.is_nothing:
            yield self.say("of_index", parts=self._index_parts(one.index))
        if one.grades:
            yield self.say("grades_before", grades=self._grades(self.old, one.before))
            yield self.say("grades_after", grades=self._grades(self.new, one.after))

    def _grades(self, voice: Voice, side: Assessment) -> str:
        """What the report says of the ladder: by itself a lower grade left behind reads as lost."""
        line = grades_line(voice, side).removeprefix(voice.say("grades", grades=""))
        return line or self.say("no_grades")

    # Parts.

    def parts(self, parts: Parts) -> str:
        """``do quy định +1; do số liệu −0,5``."""
        rules = self.say("by_rules", gain=self.gain(parts.rules) or self.say("none"))
        data = self.say("by_data", gain=self.gain(parts.data) or self.say("none"))
        return self.say("parts", rules=rules, data=data)

    def _index_parts(self, parts: Parts) -> str:
        def shown(ends: Ends) -> str:
            gain = self.gain((ends[0] * 100, ends[1] * 100)) or self.say("none")
            return self.say("index_change", gain=gain)

        rules = self.say("by_rules", gain=shown(parts.rules))
        return self.say("parts", rules=rules, data=self.say("by_data", gain=shown(parts.data)))

    def gain(self, ends: Ends) -> str:
        """What both ends gain: one number where they gain the same; empty for nothing."""
        low, high = ends
        if low == high:
            return self.new.change(low) if low else ""
        return ", ".join(
            say_what_if(name, self.language, points=self.new.change(points))
            for name, points in (("certain", low), ("at_most", high))
            if points
        )

    def pair(self, ends: Ends) -> str:
        """A cell of a table: ``+1``, or ``+1; +3``."""
        low, high = ends
        if low == high:
            return self.new.change(low)
        return self.say("pair", low=self.new.change(low), high=self.new.change(high))

    def span(self, voice: Voice, score: Score | None) -> str:
        if score is None or score.outcome is Outcome.NOT_APPLICABLE:
            return "–"
        low, high = score.low, score.high
        return voice.change(low, high) if score.criterion.extra else voice.span(low, high)

    # Criteria.

    def entry(self, row: Row) -> Entry:
        old, new = row.before, row.after
        code = row.score.code
        if old is not None and new is not None and old.code != new.code:
            code = self.say("renamed", old=old.code, new=new.code)
        voice = self.old if new is None else self.new
        title = voice.text(row.score.criterion.title)
        return Entry(code, title, self._moved(row), tuple(self._facts(row)))

    def _moved(self, row: Row) -> str:
        points = [
            points_of(voice, score) or voice.say(score.outcome)
            for voice, score in ((self.old, row.before), (self.new, row.after))
            if score is not None
        ]
        gain = self.gain(row.parts.change)
        if row.kind is not RowKind.BOTH:
            return self.new.list(filter(None, (points[0], gain)))
        old, new = points
        if old == new:
            assert row.before is not None and row.after is not None
            outcomes = self.old.say(row.before.outcome), self.new.say(row.after.outcome)
            if outcomes[0] == outcomes[1]:
                return new
            moves = say_what_if("moves", self.language, before=outcomes[0], after=outcomes[1])
            return self.new.list([new, moves])
        moves = say_what_if("moves", self.language, before=self._short(row) or old, after=new)
        return self.new.list(filter(None, (moves, gain)))

    def _short(self, row: Row) -> str:
        """The points before without their maximum, where that is said after them."""
        before, after = row.before, row.after
        assert before is not None and after is not None
        is_out = Outcome.NOT_APPLICABLE in (before.outcome, after.outcome)
        extra = before.criterion.extra or after.criterion.extra
        if is_out or extra or before.criterion.max_points != after.criterion.max_points:
            return ""
        return self.old.span(before.low, before.high)

    def _facts(self, row: Row) -> Iterator[Fact]:
        one = self.one
        if row.before is not None and row.before.because is not None:
            yield Fact(self.say("was"), line_of(self.old, one.before, row.before))
        if one.is_of_two and row.kind in _SPLIT:
            middle = self.new.points(*row.parts.middle)
            yield Fact(self.say("between"), middle)
        if row.after is not None and row.after.because is not None:
            yield Fact(self.say("is"), line_of(self.new, one.after, row.after))
        if one.is_of_two and row.kind in _SPLIT and not row.parts.is_nothing:
            yield Fact(self.say("fact_parts"), self.parts(row.parts))

    # Data.

    def data(self, one: DataChange) -> str:
        voice = self.new if one.measure in self.one.after.criteria.measures else self.old
        measure = self.say("measure", label=voice.label(one.measure), id=one.measure)
        if one.old and one.old != one.measure:
            label = voice.label(one.measure)
            measure = self.say("measure_renamed", label=label, old=one.old, id=one.measure)
        if one.is_last_year:
            measure = self.say("measure_last_year", measure=measure)
        before = self._value(self.old, one.old, one.before)
        after = self._value(self.new, one.measure, one.after)
        return self.say("moved", measure=measure, before=before, after=after)

    def _value(self, voice: Voice, id: str, datum: Datum | None) -> str:
        if datum is None or not datum.is_reported:
            return self.say("not_reported")
        return self.say("not_yet") if datum.not_yet else typed(voice, id, datum)

    def left(self, one: Left) -> str:
        reason = self.say(f"reason_{one.reason}")
        if one.reason is LeftReason.GROUND:
            return self.say("left_ground", code=one.id, reason=reason)
        measure = self.say("measure", label=self.old.label(one.id), id=one.id)
        if one.is_last_year:
            measure = self.say("measure_last_year", measure=measure)
        value = self._value(self.old, one.id, one.datum)
        return self.say("left_line", measure=measure, value=value, reason=reason)

    def notes(self) -> Iterator[str]:
        """How the old data were read under the new set."""
        one = self.one
        if one.carried is None:
            return
        yield from self._days(one.carried)
        before, after = (side.criteria.max_points for side in (one.before, one.after))
        if before != after:
            maxima = self.new.amount(before), self.new.amount(after)
            yield self.say("note_maximum", before=maxima[0], after=maxima[1])
        if one.alike:
            pairs = ", ".join(self.say("renamed", old=old, new=new) for old, new in one.alike)
            yield self.say("note_alike", pairs=pairs)

    def _days(self, carried: Carried) -> Iterator[str]:
        """What became of days, where the two sets are not of one period."""
        date = self.new.date(carried.submission.as_of)
        years = self.one.mapping.shift_years
        before, after = (side.criteria for side in (self.one.before, self.one.after))
        if years:
            yield self.say("note_shifted", years=self.new.number(years), date=date)
        elif (before.starts, before.ends) != (after.starts, after.ends):
            yield self.say("note_as_is", date=date)
            if carried.dated:
                labels = self.new.list(self.old.label(id) for id in carried.dated)
                yield self.say("note_dated", labels=labels)
