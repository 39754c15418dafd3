"""Findings in words: what a place is called, what its sentence says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from par_index.exact import exact_text
from par_index.model.assessment import Assessment
from par_index.model.checks import CheckResult
from par_index.model.facts import Fact, Shape, Value
from par_index.model.findings import Finding, FindingRule, Place
from par_index.model.submission import Datum, Evidence
from par_index.model.text import Text
from par_index.rendering.checks import check_line, place_compared
from par_index.rendering.messages.findings import WORDS, say
from par_index.rendering.readings import other_reading
from par_index.rendering.steps import named
from par_index.rendering.subjects import Subject, shapes_of
from par_index.rendering.typed import typed
from par_index.rendering.voice import Voice

if TYPE_CHECKING:
    from par_index.inferring.engines import EngineUse

__all__ = ["Sayer", "engine_line"]

_SLOT = re.compile(r"\{(?:([1-9][0-9]*)\.)?([a-z][a-z0-9_]*)\}")


class Sayer:
    """Says what rules found in one assessment, in one voice."""

    def __init__(self, voice: Voice, assessment: Assessment) -> None:
        self.voice = voice
        self.assessment = assessment
        self.criteria = assessment.criteria
        submission = assessment.submission
        self.data = {**submission.data, **submission.external}
        self.checks = {result.check.id: result for result in assessment.checks}
        found = (one.rule for one in assessment.findings)
        self.rules = {rule.id: rule for rule in (*self.criteria.rules, *found)}

    def name(self, subject: Subject) -> str:
        """A criterion by code and title, a document by id, number and date, and so on.

        A check is called what it asks for. It and a measure say where the unit's file has them.
        """
        match subject.shape:
            case Shape.CODE if subject.id in self.criteria.by_code:
                criterion = self.criteria.by_code[subject.id]
                return f"{subject.id} {self.voice.text(criterion.title)}"
            case Shape.MEASURE if subject.id in self.criteria.measures:
                return named(self.voice, subject.id)
            case Shape.DOCUMENT if subject.id in self.assessment.submission.evidence:
                return self._document(self.assessment.submission.evidence[subject.id])
            case Shape.CHECK if subject.id in self.checks:
                return self._check(self.checks[subject.id])
            case Shape.RULE if subject.id in self.rules:
                return self._title(self.rules[subject.id])
            case _:
                return subject.id

    def sentence(self, rule: FindingRule, place: Place, subject: Subject | None) -> str:
        """What the rule says of one place.

        A check adds the arithmetic that shows it, a reading the arithmetic of its own.
        """
        parts = [self._filled(self.voice.text(rule.say), place)] if rule.say else []
        if subject is not None and subject.shape is Shape.CHECK and subject.id in self.checks:
            parts.insert(0, check_line(self.voice, self.checks[subject.id], self.data))
        elif place.facts[0].kind == "reading":
            parts = [*(parts or self._as_scored(place.facts[0])), *self._read(place.facts[0])]
        return self.voice.list(filter(None, parts))

    def _as_scored(self, fact: Fact) -> list[str]:
        points = _number(fact["points"])
        if points is None:
            return []
        return [say("as_scored", self.voice.language, points=self.voice.points(points))]

    def _read(self, fact: Fact) -> Iterator[str]:
        """The readings that a fact may be of: those that give just the points it says."""
        score = self.assessment.by_code.get(str(fact["code"]))
        for reading in score.readings if score is not None else ():
            if exact_text(reading.low) == fact["other"]:
                yield other_reading(self.voice, reading)

    def severity(self, finding: Finding) -> str:
        assert finding.rule.severity is not None, "only rules with a severity find anything"
        return say(finding.rule.severity, self.voice.language)

    def _title(self, rule: FindingRule) -> str:
        return self.voice.say("quoted", text=self.voice.text(rule.title) if rule.title else rule.id)

    def _check(self, result: CheckResult) -> str:
        text, place = self.voice.text(result.check.say), place_compared(self.voice, result)
        return self.voice.say("at", what=text, place=place) if place else text

    def _document(self, document: Evidence) -> str:
        fields = document.fields
        number = "/".join(filter(None, (fields.get("so", ""), fields.get("ky_hieu", ""))))
        date = "" if document.issued is None else self.voice.date(document.issued)
        name = "numbered_and_dated" if number and date else "numbered" if number else "dated"
        if not number and not date:
            return document.id
        words = say(name, self.voice.language, number=number, date=date)
        return self.voice.say("at", what=document.id, place=words)

    def _filled(self, text: str, place: Place) -> str:
        """The sentence with its slots filled: ``{claimed}`` of any fact, ``{2.low}`` of one."""

        def value(slot: re.Match[str]) -> str:
            number, name = slot.groups()
            facts = place.facts if number is None else [place.facts[int(number) - 1]]
            fact = next(one for one in facts if name in dict(one.fields))
            return self._value(fact, name)

        return _SLOT.sub(value, text)

    def _value(self, fact: Fact, name: str) -> str:
        value = fact[name]
        shape = shapes_of(self.criteria, fact.kind)[name]
        match shape:
            case Shape.WORD:
                return self._word(fact.kind, name, value)
            case Shape.FIGURE if (number := _number(value)) is not None:
                return self.voice.shown_points(number).tied
            case Shape.SHARE if (number := _number(value)) is not None:
                return self._share(fact, number)
            case Shape.WHOLE:
                return self.voice.number(int(value))
            case Shape.MEASURE if value in self.criteria.measures:
                return self.voice.label(str(value))
            case Shape.DOCUMENT | Shape.CHECK | Shape.RULE:
                return self.name(Subject(shape, str(value)))
            case Shape.CODE | Shape.MEASURE:
                return str(value)
            case _:
                datum = self._datum(fact, str(value))
                if datum is None:
                    return self.voice.when(Text(str(value)))
                return typed(self.voice, str(fact["measure"]), datum)

    def _share(self, fact: Fact, share: Fraction) -> str:
        """Told apart from the rate that is stated beside it, with as many decimals at least."""
        datum = self._datum(fact, str(dict(fact.fields).get("stated", "")))
        if datum is None or not isinstance(datum.value, Fraction):
            return self.voice.shown_percent(share).tied
        return self.voice.shown_percent(share, datum.value, least=datum.decimals).tied

    def _datum(self, fact: Fact, text: str) -> Datum | None:
        """What was typed for the measure of a fact, where it is this text."""
        id = str(dict(fact.fields).get("measure", ""))
        submission = self.assessment.submission
        given = (data[id] for data in (submission.data, submission.external) if id in data)
        return next((one for one in given if text and one.text.strip() == text), None)

    def _word(self, kind: str, field: str, word: Value) -> str:
        """A word of a closed list as the language has it."""
        return self.voice.text(WORDS[kind, field][str(word)])


def _number(value: Value) -> Fraction | None:
    """An exact number; a side of a check may be a day, or not be known."""
    try:
        return Fraction(value)
    except ValueError:
        return None


def engine_line(engine: EngineUse, language: str, *, verified: bool = False) -> str:
    """Which engine looked, and why not the usual one: for standard error, never for a document.

    ``verified``: where durable-rules looked, the matcher of par_index did too, and they agree.
    """
    name = say(f"engine_{engine.name}", language)
    if not engine.reason and verified:
        return say("engines_agree", language)
    if not engine.reason:
        return say("engine", language, name=name)
    reason = say(f"engine_{engine.reason}", language)
    if engine.detail:
        reason = f"{reason}: {engine.detail}"
    if verified and engine.is_unverified:
        return say("engines_not_compared", language, reason=reason)
    return say("engine_because", language, name=name, reason=reason)
