"""A cheapest path in words: the goal, what can be said of it, each move as an office writes it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from par_index.advice.path.goals import Goal
from par_index.advice.path.path import Path, Verdict
from par_index.advice.path.steps import Gained, Move, Step
from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Standing
from par_index.model.criteria import Criterion, Remedy
from par_index.model.measures import Can, Kind
from par_index.model.units import units_in
from par_index.rendering.advice.plan_values import counted
from par_index.rendering.messages.advice_path import say_path
from par_index.rendering.numbers import rounded_percent
from par_index.rendering.voice import Voice

__all__ = ["Words", "telling"]


class Words:
    """One voice telling of a path."""

    def __init__(self, path: Path, voice: Voice) -> None:
        self.path = path
        self.voice = voice

    def say(self, name: str, /, **slots: str) -> str:
        return say_path(name, self.voice.language, **slots)

    # The goal, and what can be said of it.

    def goal(self) -> str:
        target = self.path.target
        value = ""
        if target.goal is Goal.GRADE and target.grade is not None:
            value = self.voice.text(target.grade.title)
            if target.grade.id == self.path.before.criteria.grades[0].id:
                return self.say("goal_best", value=value)
        elif target.goal is Goal.INDEX:
            value = self.voice.percent(target.value)
        elif target.goal is Goal.POINTS:
            value = self.voice.number(target.value)
        return self.say(f"goal_{target.goal}", value=value)

    def headline(self) -> str:
        path = self.path
        name = str(path.verdict)
        if path.verdict is Verdict.MOST and path.budget is not None:
            name = "most_within"
        if path.verdict is Verdict.MOST and not path.is_whole:
            name = "most_found"
        return self.say(
            name,
            goal=self.goal(),
            effort=self.effort(path.effort),
            least=self.effort(path.least),
            budget=self.effort(path.budget or Fraction(0)),
            steps=self.steps(),
            total=self.voice.points(path.after.shown.low),
        )

    def effort(self, value: Fraction) -> str:
        return self.say("effort", number=self.voice.number(value))

    def steps(self) -> str:
        count = len(self.path.steps)
        return self.say("steps", count=self.voice.number(count)) if count else self.say("nothing")

    def figures(self) -> Iterator[str]:
        path, voice = self.path, self.voice
        yield self._pair(
            "total",
            *(voice.amount(one.shown.low) for one in (path.before, path.after)),
            maximum=voice.amount(path.after.total.applicable),
            gain=voice.change(path.after.shown.low - path.before.shown.low),
        )
        before, after = self._index(path.before), self._index(path.after)
        if before and after:
            yield self._pair("index", before, after)
        before, after = self._grade(path.before), self._grade(path.after)
        if before and after:
            yield self._pair("grade", before, after)
        grade = path.target.grade
        if grade is not None and grade.quota is not None:
            yield self.say("quota", grade=voice.text(grade.title))
        if path.after.shown.high > path.after.shown.low:
            yield self._open()
        if path.unpriced:
            codes = {move.code for step in path.steps for move in step.moves}
            name = "unpriced" if codes == set(path.unpriced) else "unpriced_some"
            yield self.say(name, codes=", ".join(path.unpriced))
        if path.keep:
            yield self.say("kept", codes=", ".join(path.keep))
        if path.forbid:
            yield self.say("forbidden", names=", ".join(path.forbid))
        ends, as_of = path.before.criteria.ends, path.before.submission.as_of
        if path.steps and as_of > ends:
            yield voice.say("period_over", date=voice.date(ends))

    def _pair(self, name: str, before: str, after: str, **slots: str) -> str:
        name = f"{name}_stays" if before == after else name
        return self.say(name, before=before, after=after, **slots)

    def _index(self, one: Assessment) -> str:
        if one.index_low is None:
            return ""
        rounding = one.criteria.rounding
        percent = rounded_percent(one.index_low, rounding.index_places, rounding.index_mode)
        return f"{self.voice.number(percent)}%"

    def _grade(self, one: Assessment) -> str:
        """The lowest grade that it may still end in, which it has for certain."""
        for grade in reversed(one.grades):
            title = self.voice.text(grade.grade.title)
            if grade.standing is Standing.SURE:
                return title
            if grade.standing is Standing.POSSIBLE:
                return self.say("or_better", grade=title)
        return ""

    def _open(self) -> str:
        after = self.path.after
        parts = [
            self.say(name, points=self.voice.points(left))
            for name, outcome in (
                ("open_missing", Outcome.MISSING),
                ("open_pending", Outcome.PENDING),
            )
            if (left := self.left_open(outcome))
        ]
        total = self.voice.points(after.shown.high - after.shown.low)
        return self.say("open", points=total, parts=self.voice.list(parts))

    def left_open(self, outcome: Outcome) -> Fraction:
        """Points between the least and the most of what counts once, with this outcome."""
        units = [one for one in units_in(self.path.after.areas) if one.outcome is outcome]
        return sum((one.high - one.low for one in units), start=Fraction(0))

    # Steps.

    def remedy(self, code: str) -> Remedy:
        return self._criterion(code).remedy or Remedy()

    def title(self, code: str) -> str:
        return self.voice.text(self._criterion(code).title)

    def _criterion(self, code: str) -> Criterion:
        return self.path.before.criteria.by_code[code]

    def points(self, step: Step) -> str:
        gain = self.voice.change(step.points)
        return self.say("step_points", gain=gain, effort=self.effort(step.effort))

    def gained(self, step: Step, *, losing: bool) -> str:
        """Criteria that gain, or lose; a parent only where it does more than add up."""
        return self.voice.list(
            f"{one.code} {self.voice.change(one.points)}"
            for one in telling(step)
            if (one.points < 0) is losing
        )

    def move(self, move: Move) -> str:
        """``Số hồ sơ số hóa: 0/90 (0%) → 27/90 (30%)``."""
        change, label = move.change, self.voice.label(move.change.measure)
        if change.answer is not None:
            return self.say("to_yes", label=label)
        if change.day is not None:
            return self.say("on_day", label=label, day=self.voice.date(change.day))
        text = self.say(
            "from_to", label=label, before=self.value(move, 0), after=self.value(move, 1)
        )
        if not change.wholes:
            return text
        amount = counted(self.voice, change.amount, change.measure)
        return self.say("new", change=text, amount=amount)

    def value(self, move: Move, at: int) -> str:
        """A value before (0) or after (1) the move: a share of its whole, where that is known."""
        change, voice = move.change, self.voice
        if change.answer is not None:
            return self.say("yes" if at else "no")
        if change.day is not None:
            return voice.date(change.day) if at else ""
        measure = voice.criteria.measures[change.measure]
        value = (change.before, change.after)[at]
        assert value is not None, "what moves is known"
        if measure.kind is Kind.PERCENT:
            return voice.percent(value)
        unit = measure.counted_in if at and voice.language == "vi" else ""
        is_share = move.of is not None and measure.can is not Can.FALL
        whole = move.of[at] if move.of is not None and is_share else Fraction(0)
        if not whole:
            return f"{voice.number(value)}\u00a0{unit}" if unit else voice.number(value)
        return self.say(
            "of_whole_unit" if unit else "of_whole",
            part=voice.number(value),
            whole=voice.number(whole),
            unit=unit,
            percent=voice.shown_percent(value / whole).text,
        )

    def due(self, remedy: Remedy) -> str:
        return self.voice.when(remedy.due) if remedy.due else ""


def telling(step: Step) -> list[Gained]:
    """What a step changes, without parents that gain just what their components do."""
    leaves = [one for one in step.gained if not one.after.components]

    def below(parent: Gained) -> Fraction:
        codes = {node.code for node in parent.after.criterion.leaves()}
        return sum((one.points for one in leaves if one.code in codes), start=Fraction(0))

    return [one for one in step.gained if not one.after.components or one.points != below(one)]
