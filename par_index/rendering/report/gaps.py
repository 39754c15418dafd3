"""What is missing: points lost with the way back, then what to report, then what to wait for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, ReadingScore, Score
from par_index.model.criteria import Citation, Remedy
from par_index.model.reasons import Branch, Input, InputState
from par_index.model.steps import Shortfall
from par_index.rendering.arithmetic import because_line, known_lines, open_parts
from par_index.rendering.report.claims import claim_fact
from par_index.rendering.report.page import Entry, Fact, Section
from par_index.rendering.steps import asked, steps_line
from par_index.rendering.voice import Voice

__all__ = ["citation", "gap_sections"]


def gap_sections(voice: Voice, assessment: Assessment) -> Iterator[Section]:
    """Not met, not reported, pending: each in the order of what can be regained."""
    by_outcome: dict[Outcome, list[_Gap]] = {one: [] for one in Outcome}
    for shortfall in assessment.shortfalls:
        leaf = assessment.by_code[shortfall.code]
        by_outcome[leaf.outcome].append(_Gap(voice, leaf, shortfall))
    not_met, missing = by_outcome[Outcome.SCORED], by_outcome[Outcome.MISSING]
    pending = by_outcome[Outcome.PENDING]
    regained = voice.amount(_total(gap.shortfall.recoverable for gap in not_met))
    lost = voice.points(_total(gap.shortfall.lost for gap in not_met))
    yield Section(
        voice.say("not_met", criteria=voice.tally(len(not_met)), points=lost, regained=regained),
        voice.say("not_met_lead"),
        entries=tuple(gap.entry(gap.not_met()) for gap in not_met),
        is_gap=True,
    )
    yield Section(
        _open_title(voice, "not_reported", missing),
        voice.say("not_reported_lead"),
        entries=tuple(gap.entry(gap.not_reported()) for gap in missing),
        is_gap=True,
    )
    yield Section(
        _open_title(voice, "pending", pending),
        entries=tuple(gap.entry(gap.pending()) for gap in pending),
        is_gap=True,
    )


def _open_title(voice: Voice, name: str, gaps: Sequence[_Gap]) -> str:
    points = voice.points(_total(gap.shortfall.open for gap in gaps))
    return voice.say(name, criteria=voice.tally(len(gaps)), points=points)


def _total(points: Iterator[Fraction]) -> Fraction:
    return sum(points, Fraction(0))


def citation(voice: Voice, cites: Citation) -> str:
    """A clause and a phrase of it."""
    quote = voice.say("quoted", text=cites.quote) if cites.quote else ""
    return " ".join(filter(None, (cites.clause, quote)))


class _Gap:
    """One criterion below its maximum, in words."""

    def __init__(self, voice: Voice, leaf: Score, shortfall: Shortfall) -> None:
        assert leaf.because is not None, "a leaf has its reasons"
        self.voice = voice
        self.leaf = leaf
        self.shortfall = shortfall
        self.because = leaf.because
        self.title = voice.text(leaf.criterion.title)

    def entry(self, facts: Iterator[Fact]) -> Entry:
        return Entry(self.leaf.code, self.title, self._points(), tuple(facts))

    def not_met(self) -> Iterator[Fact]:
        leaf = self.leaf
        line = because_line(self.voice, self.because, leaf.outcome, leaf.low, leaf.high)
        yield self._fact("now", line)
        if self.shortfall.ask:
            yield self._fact("report", asked(self.voice, self.shortfall.ask, self.title))
        yield from self._next()
        yield from self._who(leaf.criterion.remedy)
        yield from (self._reading(one) for one in leaf.readings)
        yield from claim_fact(self.voice, leaf)

    def not_reported(self) -> Iterator[Fact]:
        inputs = self.because.inputs
        if known := known_lines(self.voice, self.because):
            yield self._fact("now", self.voice.list(known))
        yield self._fact("report", asked(self.voice, self.shortfall.ask, self.title))
        yield from self._written(inputs)
        waiting = [one for one in inputs if one.why and not one.why.is_missing]
        if waiting:
            yield self._fact("waits", self.voice.list(open_parts(self.voice, waiting)))
        yield from self._next()
        yield from self._who(self.leaf.criterion.remedy)
        yield from claim_fact(self.voice, self.leaf)

    def pending(self) -> Iterator[Fact]:
        inputs = self.because.inputs
        waits = self.voice.list((*open_parts(self.voice, inputs), *self._foreign(inputs)))
        yield self._fact("waits", waits)
        yield from self._written(inputs)
        if self.shortfall.steps and not any(one.due for one in inputs):
            yield from self._next()
        yield from self._who(self.leaf.criterion.remedy)
        yield from claim_fact(self.voice, self.leaf)

    def _points(self) -> str:
        leaf = self.leaf
        if leaf.outcome is Outcome.SCORED:
            maximum = self.voice.amount(leaf.account.applicable)
            return self.voice.say("of_points", points=self.voice.amount(leaf.low), maximum=maximum)
        return self.voice.say("open_points", points=self.voice.points(self.shortfall.open))

    def _next(self) -> Iterator[Fact]:
        """The next step; where it is only a better answer, what the set advises comes first."""
        steps, deadlock = self.shortfall.steps, self.shortfall.deadlock
        if deadlock is not None:
            yield self._fact("way_back", self.voice.say(f"stuck_{deadlock}"))
        if not steps:
            return
        line = self._steps(self.because.branch)
        remedy = self.leaf.criterion.remedy
        answers = all(one.answer is not None for step in steps for one in step.changes)
        if answers and remedy and remedy.text:
            yield self._fact("next", self.voice.text(remedy.text))
        yield self._fact("met_when" if answers else "next", line)
        if (farthest := self.shortfall.farthest) is not None:
            branch = self.because.branch
            line = steps_line(self.voice, (farthest,), self.leaf.low, branch)
            yield self._fact("farthest", line)

    def _steps(self, branch: Branch) -> str:
        return steps_line(self.voice, self.shortfall.steps, self.leaf.low, branch)

    def _who(self, remedy: Remedy | None) -> Iterator[Fact]:
        """Who leads, who supports and by when, as far as the set says."""
        if remedy is None:
            return
        given = (("lead", remedy.lead), ("support", remedy.support), ("due", remedy.due))
        parts = [
            self.voice.say(name, **{name: self.voice.text(text)}) for name, text in given if text
        ]
        if parts:
            yield self._fact("who", self.voice.list(parts))

    def _reading(self, reading: ReadingScore) -> Fact:
        because = reading.because
        line = because_line(self.voice, because, reading.outcome, reading.low, reading.high)
        parts = [citation(self.voice, reading.cites), line]
        if reading.steps:
            parts.append(steps_line(self.voice, reading.steps, reading.low, because.branch))
        return self._fact("reading", self.voice.list(filter(None, parts)))

    def _written(self, inputs: Sequence[Input]) -> Iterator[Fact]:
        """What the unit wrote where a value is wanted, so that nothing it said is lost."""
        quotes = dict.fromkeys(one.quote for one in inputs if one.state is InputState.BLANK)
        telling = [quote for quote in quotes if any(map(str.isalnum, quote))]
        if telling:
            quoted = (self.voice.say("quoted", text=quote) for quote in telling)
            yield self._fact("wrote", self.voice.list(quoted))

    def _foreign(self, inputs: Sequence[Input]) -> Iterator[str]:
        """What the unit wrote though it is not the unit's to give."""
        for one in inputs:
            if one.state is InputState.FOREIGN and one.text:
                yield self.voice.say("own_value", value=one.text)

    def _fact(self, name: str, text: str) -> Fact:
        return Fact(self.voice.say(name), text)
