"""Headroom in words: what a criterion lacks, what it bears, what cannot come back."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from par_index.advice.headroom import Headroom, HeadroomRow
from par_index.model.accounts import Outcome
from par_index.model.measures import Can
from par_index.model.steps import Change, Deadlock
from par_index.rendering.advice.cases import cases, counted, moved
from par_index.rendering.messages.advice_headroom import say_headroom
from par_index.rendering.report.nodes import points_of
from par_index.rendering.report.page import Fact
from par_index.rendering.steps import asked, steps_line
from par_index.rendering.voice import Voice
from par_index.scoring.spares import Spare

__all__ = ["Words"]

_QUIET = ("safe", "full", "waits", "nothing_more", "out")


class Words:
    """One voice telling of headroom."""

    def __init__(self, headroom: Headroom, voice: Voice) -> None:
        self.headroom = headroom
        self.voice = voice
        self.as_of = headroom.assessment.submission.as_of

    def say(self, name: str, /, **slots: str) -> str:
        return say_headroom(name, self.voice.language, **slots)

    def points(self, row: HeadroomRow) -> str:
        """``0/1 điểm; thiếu 27 hồ sơ``."""
        points = points_of(self.voice, row.score) or self.voice.say(row.score.outcome)
        short = self._short(row)
        return self.say("lacks", points=points, cases=short) if short else points

    def _short(self, row: HeadroomRow) -> str:
        """The fewest cases to more points, where one measure alone makes them."""
        changes = [step.changes[0] for step in row.steps if len(step.changes) == 1]
        counts = [one for one in changes if one.amount]
        least = min(counts, key=lambda one: abs(one.amount), default=None)
        if least is None or len(changes) < len(row.steps):
            return ""
        return self.amount(least)

    def amount(self, change: Change) -> str:
        measure = self.voice.criteria.measures[change.measure]
        if not measure.kind.is_amount:
            return ""
        return counted(self.voice, measure, abs(change.amount))

    def facts(self, row: HeadroomRow, *, with_area: bool = False) -> Iterator[Fact]:
        for name, text in self._told(row):
            yield Fact(self.say(name), text)
        if row.ask:
            yield Fact(self.voice.say("report"), self.ask(row))
        if with_area:
            yield Fact(self.say("fact_area"), self.voice.text(row.area.title))

    def _told(self, row: HeadroomRow) -> Iterator[tuple[str, str]]:
        if text := self.next(row):
            yield self._next_name(row), text
        if text := self.most(row):
            yield ("fact_max" if self._is_full(row) else "fact_most"), text
        if text := self.only_new(row):
            yield "fact_note", text
        if text := self.spare(row):
            yield "fact_spare", text
        if text := self.edge(row):
            yield "fact_edge", text
        if row.last_day is not None:
            yield "fact_day", self.day(row)
        if row.gone > 0:
            yield ("fact_unknown" if row.is_unknown else "fact_gone"), self.gone(row)

    def _next_name(self, row: HeadroomRow) -> str:
        is_last = row.farthest is None and all(
            step.low >= row.score.criterion.max_points for step in row.steps
        )
        return "fact_max" if is_last else "fact_next"

    def _is_full(self, row: HeadroomRow) -> bool:
        return row.farthest is not None and row.farthest.low >= row.score.criterion.max_points

    def next(self, row: HeadroomRow) -> str:
        """The alternatives of the next step; a day is told as the last one."""
        steps = [step for step in row.steps if not all(one.day for one in step.changes)]
        if not steps or row.score.because is None:
            return ""
        return steps_line(self.voice, steps, row.score.low, row.score.because.branch)

    def most(self, row: HeadroomRow) -> str:
        if row.farthest is None or row.score.because is None:
            return ""
        return steps_line(self.voice, (row.farthest,), row.score.low, row.score.because.branch)

    def only_new(self, row: HeadroomRow) -> str:
        """Cases that are there already and can no longer become what is asked for."""
        steps = (*row.steps, *([row.farthest] if row.farthest else []))
        stay: dict[str, None] = {}
        for change in (change for step in steps for change in step.changes):
            before = [low for _, low, _ in change.wholes if low is not None]
            if before and change.before is not None and min(before) > change.before:
                unit = self.voice.criteria.measures[change.measure].counted_in
                stay[self.say("only_new", unit=unit or self.say("a_case"))] = None
        return self.voice.list(stay)

    def spare(self, row: HeadroomRow) -> str:
        """What it can bear, and what one more would leave."""
        return self.voice.say("alternatives").join(
            self._bears(one) for one in row.spares if one.count
        )

    def edge(self, row: HeadroomRow) -> str:
        """What it cannot bear once, and what that would leave."""
        return self.voice.list(self._edge(one) for one in row.spares if not one.count)

    def _bears(self, one: Spare) -> str:
        slots = self._of(one, abs(one.after - one.value))
        text = self.say(one.failure, **slots, moved=moved(self.voice, one.value, one.after))
        return self.say("beyond", spare=text, points=self.voice.points(one.low))

    def _edge(self, one: Spare) -> str:
        slots = self._of(one, one.unit)
        return self.say(f"one_{one.failure}", **slots, points=self.voice.points(one.low))

    def _of(self, one: Spare, amount: Fraction) -> dict[str, str]:
        """So many cases of a measure, for either language to put in its own order."""
        return {
            "cases": cases(self.voice, one.measure, amount),
            "amount": self.voice.number(amount),
            "what": self.voice.say("quoted", text=self.voice.label(one.measure)),
        }

    def day(self, row: HeadroomRow) -> str:
        assert row.last_day is not None, "a last day"
        date, days = self.voice.date(row.last_day), (row.last_day - self.as_of).days
        if days < 0:
            return self.say("day_past", date=date)
        left = self.voice.say("days", count=self.voice.number(days))
        return self.say("day", date=date, days=left)

    def gone(self, row: HeadroomRow) -> str:
        return self.say("why", points=self.voice.points(row.gone), why=self.why(row))

    def why(self, row: HeadroomRow) -> str:
        if row.deadlock is None:
            return self.say("no_step")
        fixed = [self.voice.label(id) for id, can in row.stuck if can is Can.FIXED]
        if row.deadlock is Deadlock.FIXED and fixed:
            return self.say("fixed_labels", labels=self.voice.list(fixed))
        return self.say(row.deadlock)

    def ask(self, row: HeadroomRow) -> str:
        return asked(self.voice, row.ask, self.voice.text(row.title))

    def codes(self, rows: list[HeadroomRow]) -> str:
        return ", ".join(row.code for row in rows)

    def quiet(self, rows: list[HeadroomRow]) -> Iterator[str]:
        """In few words: what is settled, what has all its points by words, what is out."""
        groups: dict[str, list[HeadroomRow]] = {name: [] for name in _QUIET}
        held: dict[str, list[HeadroomRow]] = {}
        for row in rows:
            (held.setdefault(row.under, []) if row.under else groups[self._group(row)]).append(row)
        for name, found in groups.items():
            if found:
                yield self.say(name, codes=self.codes(found))
        for parent, found in held.items():
            yield self.say("under", parent=parent, codes=self.codes(found))

    def _group(self, row: HeadroomRow) -> str:
        if row.score.outcome is Outcome.NOT_APPLICABLE:
            return "out"
        if row.score.outcome is Outcome.PENDING:
            return "waits"
        if row.is_safe:
            return "safe"
        is_full = 0 < row.score.criterion.max_points <= row.score.low
        return "full" if is_full else "nothing_more"
