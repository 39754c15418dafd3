"""What decides in words: why items are open, where the total ends, what grades take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from par_index.advice.decides import Data, Decides, EndOf, GradeNeed, Item
from par_index.advice.decides_board import ItemKind, OpenItem, Wait
from par_index.advice.decides_search import Smallest
from par_index.advice.pinning import End
from par_index.exact import round_exact
from par_index.model.accounts import Basis
from par_index.model.criteria import RoundingPlace
from par_index.model.reasons import Input, InputState
from par_index.rendering.messages.advice_decides import say_decides
from par_index.rendering.reasons import open_parts, reason_lines
from par_index.rendering.report.grades import grades_line
from par_index.rendering.report.headline import index_range
from par_index.rendering.report.page import Fact
from par_index.rendering.steps import asked, named
from par_index.rendering.voice import Voice

__all__ = ["Words", "codes_of"]

_WITH_TITLES = 3
"""So many items are named by their titles as well; every one has its own entry."""


class Words:
    """Says one answer in one language."""

    def __init__(self, one: Decides, language: str) -> None:
        self.one = one
        self.language = language
        self.voice = Voice.of(one.assessment, language)

    def say(self, name: str, /, **slots: str) -> str:
        return say_decides(name, self.language, **slots)

    # Above everything.

    def headline(self) -> str:
        assessment = self.one.assessment
        shown, maximum = assessment.shown, self.voice.amount(assessment.total.applicable)
        span = self.voice.span(shown.low, shown.high)
        if not self.one.is_open:
            return self.say("headline_none", range=span, maximum=maximum)
        count = len({one.code for one in self.one.items})
        counted = self.voice.tally(count)
        return self.say("headline", criteria=counted, range=span, maximum=maximum)

    def figures(self) -> Iterator[str]:
        assessment = self.one.assessment
        if index := index_range(self.voice, assessment):
            yield self.say("index", range=index)
        if grades := grades_line(self.voice, assessment):
            yield grades

    # Items.

    def title(self, item: OpenItem) -> str:
        title = self.voice.text(item.score.criterion.title)
        if item.kind is ItemKind.CRITERION:
            return title
        return self.say(item.kind.value, title=title)

    def points(self, item: OpenItem) -> str:
        """What is open of it: ``0–1 điểm``; with a sign where it comes on top or off."""
        if item.kind is not ItemKind.CRITERION:
            return self.say("tests")
        score = item.score
        if score.criterion.extra:
            return self.voice.say("points", points=self.voice.change(score.low, score.high))
        return self.voice.points(score.low, score.high)

    def item_facts(self, item: Item) -> Iterator[Fact]:
        yield from self.wait_facts(item.open.waits, item.open)
        yield Fact(self.say("fact_total"), self.total(item))

    def wait_facts(self, waits: Sequence[Wait], item: OpenItem | None = None) -> Iterator[Fact]:
        """What to report, as the report asks for it, and what to wait for."""
        missing = [one.measure for one in waits if one.why.is_missing]
        rest = [_input(one) for one in waits if not one.why.is_missing]
        if missing:
            title = "" if item is None else self.voice.text(item.score.criterion.title)
            yield Fact(self.voice.say("report"), asked(self.voice, missing, title))
        if rest:
            yield Fact(self.voice.say("waits"), self.voice.list(open_parts(self.voice, rest)))

    def why(self, waits: Sequence[Wait]) -> str:
        """The same on one line."""
        return self.voice.list(open_parts(self.voice, list(map(_input, waits))))

    def total(self, item: Item) -> str:
        if not item.is_telling:
            only, score = item.ends[0], item.open.score
            name = "only_whether" if score.low == score.high else "no_effect"
            return self.say(name, range=self.range(only.low, only.high))
        ends = (self._end(item, one) for one in item.ends)
        return self.voice.list([*ends, self.closes(item)])

    def _end(self, item: Item, one: EndOf) -> str:
        span = self.range(one.low, one.high)
        if one.points is None:
            return self.say(f"tests_{one.end}", range=span)
        extra = item.open.score.criterion.extra
        points = self.voice.change(one.points) if extra else self.voice.amount(one.points)
        return self.say(f"end_{one.end}", range=span, points=points)

    def closes(self, item: Item) -> str:
        least, most = item.closes
        if least == most:
            return self.say("closes", points=self.voice.points(most))
        if least < 0:
            return self.say("wider", most=self.voice.points(most))
        low, high = self.voice.amount(least), self.voice.points(most)
        return self.say("closes_up_to", least=low, most=high)

    def range(self, low: Fraction, high: Fraction) -> str:
        """Where a total may end, rounded where the set rounds totals."""
        return self.voice.span(self.rounded(low), self.rounded(high))

    def rounded(self, points: Fraction) -> Fraction:
        rounding = self.one.assessment.criteria.rounding
        if rounding.at is RoundingPlace.LEAF:
            return points
        return round_exact(points, rounding.places, rounding.mode)

    # Data.

    def data(self, one: Data) -> str:
        """``Báo cáo 1 số liệu … thì chốt được 3 tiêu chí: …``."""
        what, voice = self._have(one.waits), self.voice
        settled = [item.code for item in one.settles]
        others = [item.code for item in one.items if item.code not in settled]
        criteria, codes = voice.tally(len(settled)), ", ".join(settled)
        if settled and others:
            line = self.say(
                "data_settles_some",
                what=what,
                criteria=criteria,
                codes=codes,
                others=", ".join(others),
            )
        elif settled:
            line = self.say("data_settles", what=what, criteria=criteria, codes=codes)
        else:
            criteria, codes = voice.tally(len(others)), ", ".join(others)
            line = self.say("data_helps", what=what, criteria=criteria, codes=codes)
        if one.grades:
            grades = ", ".join(voice.text(grade.title) for grade in one.grades)
            line = self.say("data_grades", line=line, grades=grades)
        if not one.items:
            return line
        return self.say(
            "data_total" if len(one.items) > 1 else "data_total_one",
            line=line,
            least=self.range(*one.least),
            most=self.range(*one.most),
        )

    def _have(self, waits: Sequence[Wait]) -> str:
        verb = "report" if all(one.why.is_missing for one in waits) else "wait"
        labels = [named(self.voice, one.measure) for one in waits]
        if len(labels) == 1:
            return self.say(f"{verb}_one", label=labels[0])
        quoted = ", ".join(self.say("quoted", label=one) for one in labels)
        return self.say(f"{verb}_many", count=self.voice.number(len(labels)), labels=quoted)

    # Grades.

    def need(self, one: GradeNeed) -> str:
        need = one.need
        if need is None:
            return self.say("grade_tests")
        if need.lacks <= 0:
            return self.say("grade_enough")
        if need.of_index:
            lacks, open_ = (self.voice.shown_number(one * 100) for one in (need.lacks, need.open))
            return self.say("grade_lacks_index", lacks=str(lacks), open=str(open_))
        lacks_points = self.voice.points(need.lacks)
        return self.say("grade_lacks", lacks=lacks_points, open=self.voice.points(need.open))

    def grade_facts(self, one: GradeNeed) -> Iterator[Fact]:
        if one.tests:
            inputs = [_input(wait) for wait in one.waits]
            lines = reason_lines(self.voice, one.tests, inputs, is_alone=False)
            yield Fact(self.say("fact_condition"), self.voice.list(lines))
        if one.waits:
            yield from self.wait_facts(one.waits)
        for name, items in (("necessary", one.necessary), ("sufficient", one.sufficient)):
            if items:
                sentence = name if len(items) == 1 else f"{name}_each"
                most = End.LEAST if name == "necessary" else End.MOST
                named_items = self.voice.list(self._at(item, end, most) for item, end in items)
                yield Fact(self.say(f"fact_{name}"), self.say(sentence, items=named_items))
        yield Fact(self.say("fact_smallest"), self.smallest(one.smallest))
        if one.has_quota:
            yield Fact(self.say("fact_quota"), self.say("quota"))

    def smallest(self, one: Smallest | None) -> str:
        if one is None:
            return self.say("smallest_none")
        if not one.chosen:
            return self.say("smallest_tests")
        count = len(one.chosen)
        is_short = count > _WITH_TITLES
        parts = (self._at(item, end, End.MOST, is_short=is_short) for item, end in one.chosen)
        items = ", ".join(parts) if is_short else self.voice.list(parts)
        name = "smallest_one" if count == 1 else "smallest"
        line = self.say(name, count=self.voice.number(count), items=items)
        if one.with_tests:
            line = self.say("with_tests", line=line)
        return self.say("cut", line=line) if one.is_cut else line

    def _at(self, item: OpenItem, end: End, usual: End, *, is_short: bool = False) -> str:
        """An item by code and title, and its end where that is another than it is about."""
        text = item.code if is_short else f"{item.code} {self.title(item)}"
        return text if end is usual else self.say(f"at_end_{end}", item=text)


def _input(wait: Wait) -> Input:
    return Input(wait.measure, InputState.BLANK, Basis.COUNTED, why=wait.why, due=wait.due)


def codes_of(items: Iterable[OpenItem]) -> str:
    return ", ".join(dict.fromkeys(one.code for one in items))
