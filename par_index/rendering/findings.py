"""Findings in words: what a place is called, what its sentence says of it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from par_index.model.assessment import Assessment
from par_index.model.checks import Check, Comparing
from par_index.model.facts import Fact, Shape, Value
from par_index.model.findings import Finding, FindingRule, Place
from par_index.model.submission import Evidence
from par_index.model.text import Text
from par_index.model.walking import measures_in_quantity
from par_index.rendering.checks import check_line
from par_index.rendering.messages.findings import WORDS, say
from par_index.rendering.steps import named
from par_index.rendering.subjects import Subject, shapes_of
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
                return self._check(self.checks[subject.id].check)
            case Shape.RULE if subject.id in self.rules:
                return self._title(self.rules[subject.id])
            case _:
                return subject.id

    def sentence(self, rule: FindingRule, place: Place, subject: Subject | None) -> str:
        """What the rule says of one place; a check adds the arithmetic that shows it."""
        parts = [self._filled(self.voice.text(rule.say), place)] if rule.say else []
        if subject is not None and subject.shape is Shape.CHECK and subject.id in self.checks:
            parts.insert(0, check_line(self.voice, self.checks[subject.id], self.data))
        return self.voice.list(filter(None, parts))

    def severity(self, finding: Finding) -> str:
        assert finding.rule.severity is not None, "only rules with a severity find anything"
        return say(finding.rule.severity, self.voice.language)

    def _title(self, rule: FindingRule) -> str:
        return self.voice.say("quoted", text=self.voice.text(rule.title) if rule.title else rule.id)

    def _check(self, check: Check) -> str:
        sides = (check.test.left, check.test.right) if isinstance(check.test, Comparing) else ()
        ids = dict.fromkeys(id for side in sides for id in measures_in_quantity(side))
        lines = sorted(self.voice.lines[id] for id in ids if id in self.voice.lines)
        text = self.voice.text(check.say)
        if not lines:
            return text
        place = self.voice.say("line", line=str(lines[0]))
        if len(lines) > 1:
            place = say("lines", self.voice.language, lines=", ".join(map(str, lines)))
        return self.voice.say("at", what=text, place=place)

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
            case Shape.FIGURE | Shape.SHARE if (number := _number(value)) is not None:
                if shape is Shape.SHARE:
                    return str(self.voice.shown_percent(number))
                return self.voice.amount(number)
            case Shape.WHOLE:
                return self.voice.number(int(value))
            case Shape.MEASURE if value in self.criteria.measures:
                return self.voice.label(str(value))
            case Shape.DOCUMENT | Shape.CHECK | Shape.RULE:
                return self.name(Subject(shape, str(value)))
            case Shape.CODE | Shape.MEASURE:
                return str(value)
            case _:
                return self.voice.when(Text(str(value)))

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
    return say("engine_because", language, name=name, reason=reason)
