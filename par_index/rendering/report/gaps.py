"""What is missing: points lost with the way back, then what to report, then what to wait for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, ReadingScore, Score
from par_index.model.criteria import Remedy
from par_index.model.reasons import Branch, Input, InputState
from par_index.model.steps import Shortfall
from par_index.model.units import lack_of, reasoned, total_of, units_in
from par_index.rendering.arithmetic import known_lines
from par_index.rendering.readings import citation, reading_line, reading_steps
from par_index.rendering.reasons import open_parts
from par_index.rendering.report.claims import Told, claim_fact
from par_index.rendering.report.nodes import line_of, points_of, summed
from par_index.rendering.report.page import Entry, Fact, Section
from par_index.rendering.steps import asked, steps_line
from par_index.rendering.voice import Voice

__all__ = ["gap_sections", "reading_fact"]


def gap_sections(voice: Voice, assessment: Assessment, told: Told) -> Iterator[Section]:
    """Not met, not reported, pending: each in the order of what can be regained."""
    scores = {one.code: one for one in reasoned(assessment.areas)}
    by_outcome: dict[Outcome, list[_Gap]] = {one: [] for one in Outcome}
    for shortfall in assessment.shortfalls:
        score = scores[shortfall.code]
        by_outcome[score.outcome].append(_Gap(voice, assessment, score, shortfall, told))
    not_met, missing = by_outcome[Outcome.SCORED], by_outcome[Outcome.MISSING]
    pending = by_outcome[Outcome.PENDING]
    units = [list(reasoned([unit])) for unit in units_in(assessment.areas)]
    counted = [unit for unit in units if not unit[0].criterion.extra]
    regained = total_of(units, {gap.score.code: gap.shortfall.recoverable for gap in not_met})
    lost = total_of(units, {gap.score.code: gap.shortfall.lost for gap in not_met}, lack_of)
    yield Section(
        voice.say(
            "not_met",
            criteria=voice.tally(len(not_met)),
            points=voice.points(lost),
            regained=voice.amount(regained),
        ),
        _lead(voice, assessment),
        entries=tuple(gap.entry(gap.not_met()) for gap in not_met),
        is_gap=True,
    )
    for name, gaps, lead in (
        ("not_reported", missing, voice.say("not_reported_lead")),
        ("pending", pending, ""),
    ):
        points = total_of(counted, {gap.score.code: gap.shortfall.open for gap in gaps})
        yield Section(
            voice.say(name, criteria=voice.tally(len(gaps)), points=voice.points(points)),
            lead,
            entries=tuple(gap.entry(gap.not_scored()) for gap in gaps),
            is_gap=True,
        )


def _lead(voice: Voice, assessment: Assessment) -> str:
    """The order of the list, and whether it is late for what it asks."""
    ends = assessment.criteria.ends
    lead = voice.say("not_met_lead")
    if assessment.submission.as_of <= ends:
        return lead
    return f"{lead} {voice.say('period_over', date=voice.date(ends))}"


def reading_fact(voice: Voice, reading: ReadingScore) -> Fact:
    """Another reading: its clause, what it would give, and how it would give more."""
    parts = (
        citation(voice, reading.cites),
        reading_line(voice, reading),
        reading_steps(voice, reading),
    )
    return Fact(voice.say("reading"), voice.list(filter(None, parts)))


class _Gap:
    """One criterion below its maximum, in words."""

    def __init__(
        self, voice: Voice, assessment: Assessment, score: Score, shortfall: Shortfall, told: Told
    ) -> None:
        assert score.because is not None, "a shortfall has its reasons"
        self.voice = voice
        self.assessment = assessment
        self.score = score
        self.shortfall = shortfall
        self.told = told
        self.because = score.because
        self.title = voice.text(score.criterion.title)

    def entry(self, facts: Iterator[Fact]) -> Entry:
        return Entry(self.score.code, self.title, self._points(), tuple(facts))

    def not_met(self) -> Iterator[Fact]:
        score = self.score
        yield self._fact("now", line_of(self.voice, self.assessment, score))
        if self.shortfall.ask:
            yield self._fact("report", asked(self.voice, self.shortfall.ask, self.title))
        yield from self._next()
        yield from self._who(score.criterion.remedy)
        yield from (reading_fact(self.voice, one) for one in score.readings)
        yield from claim_fact(self.voice, score, self.told)

    def not_scored(self) -> Iterator[Fact]:
        """What is known, what to report, what to wait for."""
        inputs = self.because.inputs
        if known := known_lines(self.voice, self.because, summed(self.score)):
            yield self._fact("now", self.voice.list(known))
        if self.score.components:
            yield from self._components()
        if not self.score.components or any(one.why for one in inputs):
            yield from self._asked()
        yield from self._written(inputs)
        is_waiting = self.score.outcome is Outcome.PENDING
        if not is_waiting or (self.shortfall.steps and not any(one.due for one in inputs)):
            yield from self._next()
        yield from self._who(self.score.criterion.remedy)
        yield from claim_fact(self.voice, self.score, self.told)

    def _asked(self) -> Iterator[Fact]:
        inputs = self.because.inputs
        if self.score.outcome is Outcome.MISSING:
            yield self._fact("report", asked(self.voice, self.shortfall.ask, self.title))
        waiting = [one for one in inputs if one.why and not one.why.is_missing]
        waits = [*open_parts(self.voice, waiting)]
        if self.score.outcome is Outcome.PENDING:
            waits += self._foreign(inputs)
        if waits:
            yield self._fact("waits", self.voice.list(waits))

    def _components(self) -> Iterator[Fact]:
        """A parent waits for what is open below it, which stands in the lists by itself."""
        open_ = [one.code for one in self.score.leaves() if one.account.open]
        if open_:
            codes = ", ".join(open_)
            yield self._fact("waits", self.voice.say("open_components", codes=codes))

    def _points(self) -> str:
        if self.score.outcome is Outcome.SCORED or self.score.criterion.extra:
            return points_of(self.voice, self.score)
        return self.voice.say("open_points", points=self.voice.points(self.shortfall.open))

    def _next(self) -> Iterator[Fact]:
        """The next step; where it is only a better answer, what the set advises comes first."""
        steps, deadlock = self.shortfall.steps, self.shortfall.deadlock
        if deadlock is not None:
            yield self._fact("way_back", self.voice.say(f"stuck_{deadlock}"))
        if not steps:
            return
        line = self._steps(self.because.branch)
        remedy = self.score.criterion.remedy
        answers = all(one.answer is not None for step in steps for one in step.changes)
        if answers and remedy and remedy.text:
            yield self._fact("next", self.voice.text(remedy.text))
        yield self._fact("met_when" if answers else "next", line)
        if (farthest := self.shortfall.farthest) is not None:
            branch = self.because.branch
            line = steps_line(self.voice, (farthest,), self.score.low, branch)
            yield self._fact("farthest", line)

    def _steps(self, branch: Branch) -> str:
        return steps_line(self.voice, self.shortfall.steps, self.score.low, branch)

    def _who(self, remedy: Remedy | None) -> Iterator[Fact]:
        """Who leads, who supports and by when, as far as the set says."""
        if remedy is None:
            return
        given = (("lead", remedy.lead), ("support", remedy.support), ("due", remedy.due))
        parts = [
            self.voice.say(name, **{name: self.voice.when(text)}) for name, text in given if text
        ]
        if parts:
            yield self._fact("who", self.voice.list(parts))

    def _written(self, inputs: Sequence[Input]) -> Iterator[Fact]:
        """What the unit wrote where a value is wanted, so that nothing it said is lost."""
        quotes = dict.fromkeys(one.quote for one in inputs if one.state is InputState.BLANK)
        telling = [quote for quote in quotes if any(map(str.isalnum, quote))]
        if telling:
            quoted = (self.voice.say("quoted", text=quote) for quote in telling)
            yield self._fact("wrote", self.voice.list(quoted))

    def _foreign(self, inputs: Sequence[Input]) -> Iterator[str]:
        """What the unit wrote though it is not the unit's to give; a finding may have told it."""
        for one in inputs:
            is_told = ("foreign", one.measure) in self.told
            if one.state is InputState.FOREIGN and one.text and not is_told:
                yield self.voice.say("own_value", value=one.text)

    def _fact(self, name: str, text: str) -> Fact:
        return Fact(self.voice.say(name), text)
