"""What is required, in a cell of an improvement plan."""

from __future__ import annotations

from fractions import Fraction

from par_index.advice.aims import Aim, Goal
from par_index.advice.plan import PlanRow
from par_index.model.conditions import Bound, Relation
from par_index.model.criteria import Criterion
from par_index.model.measures import Kind
from par_index.model.reasons import Branch, Reason, Truth
from par_index.model.rules import Given
from par_index.model.steps import Change
from par_index.nouns import replace
from par_index.rendering.advice.plan_values import (
    amount_text,
    counted,
    day_of,
    figures_of,
    figures_text,
    none_of,
    percent_text,
    relation_words,
)
from par_index.rendering.messages.advice_plan import say_plan
from par_index.rendering.reasons import reason_lines
from par_index.rendering.voice import Voice

__all__ = ["AimWords"]

_UPPER = (Relation.AT_MOST, Relation.BELOW)
_ONE = Fraction(1)
_TRENDS = {
    Relation.AT_LEAST: ("no_fall", "no_rise"),
    Relation.ABOVE: ("rise", "fall"),
    Relation.AT_MOST: ("no_rise", "no_fall"),
    Relation.BELOW: ("fall", "rise"),
}
"""What no change at all as a bound asks of what should rise, and of what should fall."""


class AimWords:
    """One voice saying what criteria ask for."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    def say(self, name: str, /, **slots: str) -> str:
        return say_plan(name, self.voice.language, **slots)

    def required(self, row: PlanRow) -> str:
        """What all points in reach ask for, and a nearer goal where one is worth naming."""
        goals = dict.fromkeys(self._goal(goal, row) for goal in row.goals)
        text = self.voice.say("alternatives").join(goals)
        if row.first is None or row.first.step is None:
            return text
        first = self._goal(row.first, row)
        gain = self.voice.points(row.first.step.low - row.score.low)
        name = "first_of_several" if len(row.first.aims) > 1 else "first_goal"
        return self.say(name, goal=text, first=first, points=gain)

    def _goal(self, goal: Goal, row: PlanRow) -> str:
        because = row.score.because
        is_composed = because is not None and because.branch in (Branch.SUM, Branch.BEST)
        several = len(goal.aims) > 1 or is_composed or len(row.now.values) > 1
        texts = [self._labelled(aim, several=several) for aim in goal.aims]
        texts = list(dict.fromkeys(filter(None, texts)))
        is_plain = not any(map(_says_what, goal.aims))
        if not texts or (is_plain and _is_penalty(row.score.criterion)):
            return self._points(row.score.criterion)
        return f" {self.voice.say('or')} ".join(texts) if goal.is_any else self.voice.list(texts)

    def _points(self, criterion: Criterion) -> str:
        """Where nothing more is known than the points that are wanted."""
        if _is_penalty(criterion):
            return self.say("no_penalty")
        rule = None if criterion.scoring is None else criterion.scoring.rule
        if isinstance(rule, Given):
            return self._given(rule.measure, rule.points)
        return self.say("full_points", points=self.voice.points(criterion.max_points))

    def _given(self, measure: str, points: Fraction) -> str:
        """What somebody is to give."""
        giver = self.voice.say(f"given_{self.voice.criteria.measures[measure].by}")
        return self.say("given_points", giver=giver, points=self.voice.points(points))

    def _labelled(self, aim: Aim, *, several: bool) -> str:
        """An aim, with what it is about where it does not stand alone."""
        reason = aim.reason
        if reason is None:
            assert aim.change is not None, "an aim is a test or a move"
            label, text = self.voice.label(aim.change.measure), self._move(aim.change)
            return self.voice.say("labelled", label=label, value=text)
        text = self._aim(aim, reason)
        several = several or reason.is_cap
        if not several or not text or reason.code or (reason.measure and not reason.terms):
            return text
        figures = figures_of(reason)
        if aim.title and not _says_what(aim):
            label = self.voice.text(aim.title)
        elif aim.measure and (aim.change is not None or figures.is_alone or figures.is_pair):
            label = self.voice.label(aim.measure)
        else:
            label = self.voice.text(aim.title) if aim.title else ""
        return self.voice.say("labelled", label=label, value=text) if label else text

    def _aim(self, aim: Aim, reason: Reason) -> str:
        if aim.given is not None:
            return self._given(aim.measure, aim.given)
        if aim.is_deduction:
            return self.say("no_deduction")
        if reason.code:
            wanted = replace(reason, truth=Truth.NO if aim.is_negated else Truth.YES)
            return "; ".join(reason_lines(self.voice, [wanted], []))
        if reason.measure and not reason.terms:
            label = self.voice.label(reason.measure)
            quoted, no = self.voice.say("quoted", text=label), self.voice.say("no")
            return self.voice.say("labelled", label=quoted, value=no) if aim.is_negated else label
        if aim.change is not None and aim.change.day is not None and aim.bound is None:
            return self.say("by_day", day=self.voice.date(aim.change.day))
        bound = aim.bound
        if bound is not None and (isinstance(bound.value, str) or day_of(reason, bound)):
            return relation_words(self.voice, reason, bound, aim.measure)
        if not aim.is_proven or figures_of(reason).value is None:
            return self._unproven(aim, reason)
        return self._needing(self._proven(aim, reason), aim, reason)

    def _unproven(self, aim: Aim, reason: Reason) -> str:
        """What the bound says; what it takes in figures is not known yet."""
        text = ""
        if aim.bound is not None:
            text = self._bounded(aim, aim.bound, reason)
        elif aim.against:
            text = self.say("match", label=self.voice.label(aim.against))
        elif aim.is_share and figures_of(reason).terms[1:] != ("/", "?"):
            target = figures_of(reason).target
            name, share = ("all", _ONE) if target is None else ("target", target)
            text = self.say(name, value=self.voice.percent(share))
        if text and reason.truth is Truth.NONE:
            text = self.say("once_any", value=text)
        change = aim.change
        if change is None or change.after is None or change.amount <= 0:
            return text
        is_said = aim.bound is not None and aim.bound.value == change.after
        if text and (is_said or figures_of(reason).is_alone):
            return text
        amount = counted(self.voice, change.after, change.measure)
        if not text:
            return self.say("at_least", value=amount)
        return self.say("need_first", value=text, amount=amount)

    def _bounded(self, aim: Aim, bound: Bound, reason: Reason) -> str:
        """What a bound asks for; where it is a change, against last year."""
        text = relation_words(self.voice, reason, bound, aim.measure)
        if not aim.trend or not isinstance(bound.value, Fraction):
            return text
        if bound.value == 0 and bound.relation in _TRENDS:
            return self.say(_TRENDS[bound.relation][aim.trend < 0])
        if bound.value > 0 and bound.relation in (Relation.AT_LEAST, Relation.ABOVE):
            return self.say("rise_by" if aim.trend > 0 else "fall_by", value=text)
        return text

    def _proven(self, aim: Aim, reason: Reason) -> str:
        """The least figures that meet the test."""
        figures, bound = figures_of(reason), aim.bound
        value = figures.value
        assert value is not None, "a proven aim has a value"
        if figures.is_share and bound is not None and not bound.percent:
            bound = None
        name = "at_most" if _is_downward(bound, aim.change) else "at_least"
        if figures.is_share:
            bounds = [] if bound is None else [bound]
            is_all = value == 1 and name == "at_least" and figures.target is None
            inside = self._inside(value, None if is_all else bound, figures.target)
            text = figures_text(self.voice, reason, bounds, aim.measure, inside=inside)
            return self.say("all" if is_all else name, value=text)
        if figures.is_alone:
            if name == "at_most" and value == 0:
                return none_of(self.voice, aim.measure)
            return self.say(name, value=counted(self.voice, value, aim.measure))
        arithmetic = figures_text(self.voice, reason, [], aim.measure)
        if bound is None or bound.value == value:
            return arithmetic
        wanted = relation_words(self.voice, reason, bound, aim.measure)
        return self.voice.say("labelled", label=wanted, value=arithmetic)

    def _inside(self, value: Fraction, bound: Bound | None, target: Fraction | None) -> str:
        """The share itself, or the bound that it is the least whole figure beyond."""
        if bound is None or bound.value == value or not isinstance(bound.value, Fraction):
            text = percent_text(self.voice, value, [])
            if target is None or target == value:
                return text
            wanted = self.say("target", value=self.voice.percent(target))
            return ", ".join((text, wanted))
        names = {Relation.AT_LEAST: "or_more", Relation.AT_MOST: "or_less"}
        name = names.get(bound.relation, bound.relation)
        return self.say(name, value=self.voice.percent(bound.value))

    def _needing(self, text: str, aim: Aim, reason: Reason) -> str:
        """What it takes: new cases alone count, or the arithmetic does not show what moves."""
        change, figures = aim.change, figures_of(reason)
        if change is None or not change.amount:
            return text
        amount = amount_text(self.voice, change)
        is_plain = figures.is_alone or figures.is_pair
        if not is_plain:
            label = self.voice.label(change.measure)
            name = "need_new" if change.wholes else "need_more"
            name = name if change.amount > 0 else "need_fewer"
            text = self.say(name, value=text, amount=amount)
            return self.say("in_measure", value=text, label=label)
        return self.say("need_new", value=text, amount=amount) if change.wholes else text

    def _move(self, change: Change) -> str:
        """A measure to move, where no test shows it."""
        if change.answer is not None:
            return self.voice.say("yes" if change.answer else "no")
        if change.day is not None:
            return self.say("by_day", day=self.voice.date(change.day))
        amount = amount_text(self.voice, change)
        is_more = change.amount > 0
        if change.after is None:
            name = "take" if not is_more else "add_new" if change.wholes else "add"
            return self.say(name, amount=amount)
        if self.voice.criteria.measures[change.measure].kind in (Kind.PERCENT, Kind.RATE):
            percent = self.voice.percent(change.after)
            text = self.say("at_least" if is_more else "at_most", value=percent)
        elif change.after == 0 and not is_more:
            text = none_of(self.voice, change.measure)
        else:
            after = counted(self.voice, change.after, change.measure)
            text = self.say("at_least" if is_more else "at_most", value=after)
        return self.say("need_new", value=text, amount=amount) if change.wholes else text


def _is_penalty(criterion: Criterion) -> bool:
    return criterion.extra and criterion.max_points <= 0


def _says_what(aim: Aim) -> bool:
    """Whether it is more than that all the points are given, or none taken off."""
    return aim.given is None and not aim.is_deduction


def _is_downward(bound: Bound | None, change: Change | None) -> bool:
    if bound is not None:
        return bound.relation in _UPPER
    return change is not None and change.amount < 0
