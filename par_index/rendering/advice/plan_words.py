"""The cells of an improvement plan in words."""

from __future__ import annotations

from par_index.advice.plan import PlanRow, RowKind
from par_index.model.measures import Kind
from par_index.model.text import Text
from par_index.rendering.advice.plan_aims import AimWords
from par_index.rendering.advice.plan_standing import StandingWords
from par_index.rendering.messages.advice_plan import say_plan
from par_index.rendering.steps import asked
from par_index.rendering.voice import Voice

__all__ = ["Words"]


class Words:
    """One voice speaking of the rows of a plan."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.now = StandingWords(voice).now
        self.required = AimWords(voice).required

    def say(self, name: str, /, **slots: str) -> str:
        return say_plan(name, self.voice.language, **slots)

    def task(self, row: PlanRow) -> str:
        """What the set advises, or what the criterion asks for; both where rows share advice.

        Where nothing can be done, advice is idle.
        """
        title = self.voice.text(row.title)
        if row.task is None or row.kind is RowKind.GONE:
            return title
        task = self.voice.text(row.task)
        return self.say("task_of", title=title, task=task) if row.is_shared else task

    def task_to_report(self, row: PlanRow) -> str:
        """The task with the figures that have to be reported; an answer stands in its own cell."""
        task = self.task(row)
        figures = [id for id in row.ask if self.voice.criteria.measures[id].kind is not Kind.YES_NO]
        if figures:
            return self.say("task_report", task=task, labels=asked(self.voice, figures))
        return self.say("task_result", task=task) if row.ask else task

    def due(self, row: PlanRow) -> str:
        """When the set wants it, and the last day that still earns."""
        due = self.voice.when(row.due) if row.due else ""
        if row.due_day is None:
            return due
        day = self.voice.date(row.due_day)
        if not due:
            return self.say("until", day=day)
        return due if due == day else self.say("due_until", due=due, day=day)

    def gain(self, row: PlanRow) -> str:
        """The points that may be regained, or have been lost for good, as a bare number."""
        if row.kind is RowKind.GONE:
            return self.voice.amount(row.shortfall.lost)
        return self.voice.span(row.gain.certain, row.gain.possible)

    def why_gone(self, row: PlanRow) -> str:
        """Why nothing can be regained, as the report says it."""
        return "" if row.deadlock is None else self.voice.say(f"stuck_{row.deadlock}")

    def text(self, text: Text | None) -> str:
        """A name as the set gives it, nothing where it gives none."""
        return self.voice.text(text) if text else ""
